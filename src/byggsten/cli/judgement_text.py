"""A judgement in plain Swedish: the day, each week's ledger with its owners, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.cli.judgement import day_rules, week_rules
from byggsten.cli.output import wrapped
from byggsten.cli.spoken import OWNERS, day, hours, moment, span
from byggsten.domain.reasons import Owner
from byggsten.domain.rules import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from byggsten.cli.judgement import Judgement
    from byggsten.domain.duty import WeekAssessment
    from byggsten.domain.rules import Step

# Outcomes that say no more than that the rule has nothing to say here.
QUIET = frozenset((
    "ej_aktuell", "ej_tillämplig", "ingen", "inget", "ingen_signal", "gäller_inte", "ingen_rätt",
))  # fmt: skip
STATES = (
    ("attended", "Närvaro"),
    ("valid", "Frånvaro med giltigt skäl"),
    ("invalid", "Frånvaro utan giltigt skäl"),
    ("cancelled", "Inställt"),
    ("not_charged", "Kan inte krävas"),
    ("unknown", "Ingen har antecknat"),
    ("ahead", "Ligger framför"),
)


def text_of(judgement: Judgement) -> str:
    """The whole judgement of one person."""
    asked = judgement.asked
    person = judgement.case.person
    known = f", med det som var känt {moment(asked.known_at)}" if asked.known_at else ""
    head = f"{person.name or person.reference} ({person.reference}), sett från {day(asked.as_of)}{known}"
    steps = judgement.day.explain(*day_rules(asked.rules.duty, asked.as_of))
    parts = [head, "─" * min(len(head), 80), *_rules(steps), *_change(judgement)]
    for week in judgement.weeks:
        parts += ["", *_week(week)]
    versions = f"Regler: {asked.rules.duty.version} och {asked.rules.attendance.version}"
    local = f", lokalt: {', '.join(asked.overlays)}" if asked.overlays else ", bara de nationella"
    return "\n".join([*parts, "", wrapped(versions + local)])


def _rules(steps: Mapping[str, Step]) -> Iterable[str]:
    unknown = [step for step in steps.values() if step.unknown]
    for step in steps.values():
        if step.outcome not in QUIET and not step.unknown:
            yield f"  {step.definition.label}: {step.outcome_text()}"
            yield wrapped(step.text_sv, "    ")
    if unknown:
        yield wrapped(
            "Kan inte avgöras: " + ", ".join(s.definition.label.sv for s in unknown) + ".", "  ", "    "
        )
        asks = {ask.label.sv: ask.role for step in unknown for ask in step.asks}
        facts = [label for label, role in asks.items() if role is not Role.PARAMETER]
        norms = [label for label, role in asks.items() if role is Role.PARAMETER]
        if facts:
            yield wrapped(f"Att ta reda på: {'; '.join(facts)}.", "  ", "    ")
        if norms:
            yield wrapped(f"Att bestämma i kommunen: {'; '.join(norms)}.", "  ", "    ")


def _change(judgement: Judgement) -> Iterable[str]:
    change = judgement.change()
    if change is None:
        yield "  Ändras inte de närmaste tre åren, om inget nytt blir känt."
        return
    rules = judgement.asked.rules.duty.rules
    told = []
    for turn in change.turns:
        labels = {outcome.name: outcome.label.sv for outcome in rules[turn.rule].outcomes}
        told.append(f"{rules[turn.rule].label.sv} blir «{labels.get(turn.after, turn.after)}»")
    yield wrapped(f"Ändras nästa gång {day(change.day)}: {'; '.join(told)}.", "  ", "    ")


def _week(week: WeekAssessment) -> Iterable[str]:
    ledger = week.ledger
    yield f"Vecka {week.week} ({span(week.week)})"
    yield _amount("Krav", ledger.required)
    yield _amount("Schemalagt", ledger.scheduled)
    for name, label in STATES:
        if getattr(ledger, name) or name == "attended":
            yield _amount(label, getattr(ledger, name), "    ")
    if ledger.gap:
        yield _amount("Krävt men inte schemalagt", ledger.gap)
    if ledger.missing:
        yield _amount("Tid som inte blev av", ledger.missing)
        for owner in Owner:
            if ledger.owned_by(owner):
                yield _amount(OWNERS["sv"][owner], ledger.owned_by(owner), "    ")
    yield from _rules(week.explain(*week_rules(week.rules.duty, week.day)))


def _amount(label: str, minutes: int | None, indent: str = "  ") -> str:
    return f"{indent}{label:<{40 - len(indent)}}{hours(minutes):>12}"


def line_of(judgement: Judgement) -> str:
    """One line for a list: the latest week's outcome for both parties and what is to be done."""
    person = judgement.case.person
    shown = judgement.weeks[-1] if judgement.weeks else judgement.day
    steps = shown.explain("person_vecka", "kommun_vecka", "att_göra")
    told = " · ".join(f"{step.definition.label}: {step.outcome_text()}" for step in steps.values())
    return f"{person.reference:<12} {person.name:<28} {told}"
