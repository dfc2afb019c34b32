"""How much the rules ask of a person in a week, after adaptation and holidays."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from byggsten.domain.dates import Minutes, Week, working_days
from byggsten.domain.facts import person_facts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from byggsten.domain.case import Case
    from byggsten.domain.facts import Facts, Value
    from byggsten.domain.rules import Rulebook

REQUIRED = "veckokrav"


def required_minutes(case: Case, week: Week, book: Rulebook) -> Minutes | None:
    """What the rules ask of the person that week, after adaptation and holidays; None: cannot be told."""
    return required_by(person_facts(case, week.sunday, book), week, book)


def required_by(facts: Facts, week: Week, book: Rulebook) -> Minutes | None:
    """The same from what is known of the person on the week's Sunday."""
    values = {**facts.values, "arbetsdagar": len(days_here(facts.values, week))}
    required = book.decide(week.sunday, values, (REQUIRED,)).outcome(REQUIRED)
    return None if required is None else Minutes(int(required))


def days_here(facts: Mapping[str, Value], week: Week) -> tuple[date, ...]:
    """The week's working days on which the person is known to be registered in the municipality.

    Where the registration is unknown every working day counts, and the rules tell what they must know.
    """
    first, last = facts.get("folkbokförd_här_från"), facts.get("folkbokförd_här_till")
    return tuple(
        day
        for day in working_days(week)
        if (not isinstance(first, date) or first <= day) and (not isinstance(last, date) or day <= last)
    )
