"""One person judged as of a day: what the day's rules and the weeks' rules say, ready to be told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from byggsten.domain.dates import Week
from byggsten.domain.duty import assess_day, assess_weeks
from byggsten.domain.rules.closure import needed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from byggsten.domain.case import Case
    from byggsten.domain.duty import Assessment, Rules, WeekAssessment
    from byggsten.domain.rules import Change, Rulebook

# How far ahead the next change is looked for.
AHEAD = timedelta(days=3 * 366)
# Facts that only a week's ledger gives; rules that read any of them are about a week.
WEEK_FACTS = frozenset((
    "schemalagt", "erbjudet", "aviserat", "närvaro", "giltig_frånvaro", "ogiltig_frånvaro", "inställt",
    "ej_krävbart", "okänd_tid", "kommande", "lucka", "frånvarodagar_i_rad", "frånvaroveckor",
    "schemalagt_senaste", "närvaro_senaste", "schemalagt_innan", "närvaro_innan", "arbetsdagar",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command asked: as of which day, known at which moment, under which rules."""

    as_of: date
    known_at: datetime | None
    rules: Rules
    overlays: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One person's day and weeks."""

    asked: Asked
    case: Case
    day: Assessment
    weeks: tuple[WeekAssessment, ...]

    def change(self) -> Change | None:
        """When one of the day's rules next comes out otherwise, if the facts stay as they are."""
        book, day = self.asked.rules.duty, self.asked.as_of
        return book.next_change(day, self.day.facts.values, day_rules(book, day), until=day + AHEAD)


def judge(case: Case, weeks: Sequence[Week], asked: Asked) -> Judgement:
    """Judge one person.  Raises RulebookError when a needed rule does not hold on the day."""
    return Judgement(
        asked,
        case,
        assess_day(case, asked.as_of, asked.rules),
        assess_weeks(case, weeks, asked.rules, on=asked.as_of),
    )


def day_rules(book: Rulebook, day: date) -> tuple[str, ...]:
    """The rules that need nothing from a week's ledger."""
    return tuple(rule for rule in book.rules if not _about_a_week(book, rule, day))


def week_rules(book: Rulebook, day: date) -> tuple[str, ...]:
    """The rules that are about a week."""
    return tuple(rule for rule in book.rules if _about_a_week(book, rule, day))


def _about_a_week(book: Rulebook, rule: str, day: date) -> bool:
    _, facts = needed(book.tables, (rule,), day.toordinal())
    return not WEEK_FACTS.isdisjoint(facts)


def weeks_for(about: Week | str, asked: Asked) -> tuple[Week, ...]:
    """The week itself, or the weeks that must be judged to answer about a rule."""
    if not isinstance(about, str):
        return (about,)
    if not _about_a_week(asked.rules.duty, about, asked.as_of):
        return ()
    return (Week.of(asked.as_of),)


def about(judgement: Judgement, rule: str) -> Assessment:
    """A rule about a week is explained for the first of the weeks; all others for the day."""
    asked = judgement.asked
    return judgement.weeks[0] if _about_a_week(asked.rules.duty, rule, asked.as_of) else judgement.day
