"""The clocks that count down for a person: when each began, when it ends, and how many days are left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from byggsten.domain.rules import NEVER
from byggsten.domain.rules.blanks import blanks
from byggsten.domain.rules.expressions import Role, Type, references
from byggsten.web.caseworker.clock_parts import last_day_of, lengths, pauses
from byggsten.web.caseworker.evidence import explanation

if TYPE_CHECKING:
    from byggsten.domain.duty import Assessment
    from byggsten.domain.rules import Step
    from byggsten.web.caseworker.evidence import ToldFact, ToldNumber

PREFIX, NOT_APPLICABLE, RUNNING = "klocka_", "ej_aktuell", "löper"
PERIOD = "klocka_etableringsperiod"


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock; ``left`` is the days to and including the last, None unless it runs.

    ``since`` and ``until`` are the days between which the deciding row is in force, None without bound.
    """

    rule: str
    label: str
    outcome: str
    code: str
    text: str
    start: date | None
    end: date | None
    left: int | None
    address: str
    lengths: tuple[ToldNumber, ...]
    pauses: tuple[ToldFact, ...]
    sources: tuple[str, ...]
    confidence: str
    since: date | None
    until: date | None

    @property
    def runs(self) -> bool:
        """Whether it counts down, or begins later on a known day."""
        return self.left is not None

    @property
    def share(self) -> int:
        """How much of the time has gone, in per cent."""
        if self.left is None or self.start is None or self.end is None:
            return 0
        total = (self.end - self.start).days + 1
        return min(100, max(0, 100 * (total - self.left) // total))

    @property
    def soon(self) -> bool:
        """Whether it ends within a month."""
        return self.left is not None and self.left <= 30


@dataclass(frozen=True, slots=True)
class PeriodDay:
    """Which day of the establishment period it is, and how many it has."""

    number: int
    total: int


def clocks(assessment: Assessment, language: str, asked: date | None = None) -> tuple[Clock, ...]:
    """Those that concern the person: the running ones by their end, then the others.

    ``asked`` is the day that was asked for, kept in the links; None when nobody asked for a day.
    """
    names = tuple(name for name in assessment.rules.duty.rules if name.startswith(PREFIX))
    steps = assessment.explain(*names).values()
    found = [_clock(step, assessment, language, asked) for step in steps if step.outcome != NOT_APPLICABLE]
    return tuple(sorted(found, key=lambda clock: (clock.left is None, clock.end or NEVER)))


def period_day(found: tuple[Clock, ...], day: date) -> PeriodDay | None:
    """The day of the establishment period, when it runs."""
    clock = next((c for c in found if c.rule == PERIOD and c.code == RUNNING), None)
    if clock is None or clock.start is None or clock.end is None:
        return None
    return PeriodDay((day - clock.start).days + 1, (clock.end - clock.start).days + 1)


def _clock(step: Step, assessment: Assessment, language: str, asked: date | None) -> Clock:
    start, end = _ends(step, assessment)
    running = step.outcome == RUNNING and end is not None
    return Clock(
        step.rule,
        step.definition.label.text(language),
        step.outcome_text(language),
        step.outcome,
        step.text(language),
        start,
        end,
        (end - assessment.day).days + 1 if running and end else None,
        explanation(assessment.case.person.reference, step.rule, day=asked),
        lengths(step, assessment.rules.duty, language),
        pauses(step, assessment, language, asked),
        tuple(dict.fromkeys(step.sources_in(language))),
        step.row.confidence.label.text(language),
        step.row.since,
        step.row.until,
    )


def _ends(step: Step, assessment: Assessment) -> tuple[date | None, date | None]:
    """The first and last day that the deciding row speaks of; a row may leave out where it counts from."""
    if step.unknown:
        return None, None
    spoken = blanks(step.row.text.sv)
    read = {fact.name: fact for fact in step.facts if fact.ref.type is Type.DATE}
    dates = [read[name] for name in spoken if name in read]
    facts = [date.fromordinal(f.number) for f in dates if f.role is Role.FACT and f.number]
    derived = [date.fromordinal(f.number) for f in dates if f.role is Role.DERIVED and f.number]
    end = derived[-1] if derived else None
    if end is None or end == NEVER:
        return next(iter(facts), None), None
    if facts or len(derived) > 1:
        return facts[0] if facts else derived[0], end
    return _counted_from(step, assessment), end


def _counted_from(step: Step, assessment: Assessment) -> date | None:
    """The first fact that the last day is worked out from."""
    book = assessment.rules.duty
    name = last_day_of(step, book)
    days = (assessment.facts.values.get(ref.name) for ref in references(book.derived[name].expression))
    return next((day for day in days if isinstance(day, date) and day != NEVER), None)
