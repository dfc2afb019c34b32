"""A week explained hour by hour, in words and as a value: what each witness said, and who owns the time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from byggsten.cli.judgement_value import ledger_value, outcomes
from byggsten.cli.output import wrapped
from byggsten.cli.spoken import OWNERS, hours, moment, span
from byggsten.cli.terms import SAYS, STATES, WITNESSES
from byggsten.domain.reasons import Owner, reason_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from byggsten.cli.judgement import Judgement
    from byggsten.domain.attendance import Account
    from byggsten.domain.settling import Hour


def week_text(judgement: Judgement, language: str) -> str:
    """The week hour by hour, then what the rules say of it."""
    week, says = judgement.weeks[0], SAYS[language]
    name = judgement.case.person.name or judgement.case.person.reference
    lines = [f"{name}, {says['week']} {week.week} ({span(week.week, language)})", ""]
    for hour in week.hours:
        lines += _hour(hour, judgement, language)
    if not week.hours:
        lines.append(f"  {says['empty']}")
    ledger = week.ledger
    sums = (("required", ledger.required), ("scheduled", ledger.scheduled), ("missing", ledger.missing))
    lines += ["", " ".join(f"{says[name]}: {hours(minutes, language)}." for name, minutes in sums)]
    for owner in Owner:
        if ledger.owned_by(owner):
            lines.append(f"  {OWNERS[language][owner]:<26}{hours(ledger.owned_by(owner), language):>12}")
    for rule in ("person_vecka", "kommun_vecka"):
        step = week.explain(rule)[rule]
        told = f"{step.definition.label.text(language)}: {step.outcome_text(language)}. {step.text(language)}"
        lines += ["", wrapped(told)]
    return "\n".join(lines)


def _hour(hour: Hour, judgement: Judgement, language: str) -> Iterator[str]:
    session = hour.session
    activity = judgement.case.activities.get(session.activity)
    names = {state: label for state, label in STATES[language].items() if getattr(hour, state)}
    split = ", ".join(f"{label} {hours(getattr(hour, state), language)}" for state, label in names.items())
    what = activity.name if activity else session.activity
    length = hours(session.minutes, language)
    yield f"  {session.day:%Y-%m-%d} {session.start:%H:%M}  {what}, {length}: {split}"
    table = judgement.asked.rules.attendance.rules["timme"]
    yield wrapped(table.row(hour.row).text.text(language), "      ")
    yield from (_said(account, hour, judgement, language) for account in hour.accounts)


def _said(account: Account, hour: Hour, judgement: Judgement, language: str) -> str:
    """One witness's words: when they came, the minutes, the reason and the name."""
    says = SAYS[language]
    row = reason_on(judgement.asked.rules.reasons, account.reason, hour.session.day)
    label = (row.label_en if language == "en" else row.label_sv) if row else account.reason
    told = ", ".join(filter(None, (label, account.told_by)))
    when = f" {moment(account.recorded_at)}" if account.recorded_at else ""
    minutes = f"{says['there']} {account.attended}, {says['away']} {account.absent} min"
    said = f"{WITNESSES[language][account.witness]}{when}: {minutes}{f' ({told})' if told else ''}"
    return wrapped(said, "      – ", "        ")


def week_value(judgement: Judgement) -> dict[str, Any]:
    """The week for a machine: hours with their accounts, ledger, outcomes and receipt."""
    week, asked = judgement.weeks[0], judgement.asked
    known = asked.known_at.date() if asked.known_at else None
    return {
        "person": judgement.case.person.reference,
        "week": str(week.week),
        "judged_on": week.day,
        "known_at": asked.known_at,
        "ledger": ledger_value(week),
        "hours": [_hour_value(hour) for hour in week.hours],
        "outcomes": outcomes(week.explain()),
        "receipt": asked.rules.duty.receipt(week.day, known, week.facts.values, (), week.facts.origins),
    }


def _hour_value(hour: Hour) -> dict[str, Any]:
    return {
        "session": hour.session.reference,
        "day": hour.session.day,
        "minutes": hour.session.minutes,
        "outcome": hour.outcome,
        "row": hour.row,
        "states": {state: getattr(hour, state) for state in STATES["sv"] if getattr(hour, state)},
        "owners": {owner.value: minutes for owner, minutes in hour.owners.items()},
        "reason": hour.reason,
        "accounts": [
            {
                "source": a.source, "message": a.message, "witness": a.witness.value, "attended": a.attended,
                "absent": a.absent, "reason": a.reason, "recorded_at": a.recorded_at,
            }
            for a in hour.accounts
        ],
    }  # fmt: skip
