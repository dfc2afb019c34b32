"""From a case to the facts that the book «plikt» reads, by the codes of its catalogue of facts.

A fact that nobody has recorded is None, and the rules then say what they must know.
Only events of the municipality's own making are taken as not having happened when no record says so.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from byggsten.domain.facts.assumed import OWN_EVENTS, UNLESS_TOLD, Value
from byggsten.domain.facts.naming import Facts, by_name
from byggsten.domain.people import MemberRole
from byggsten.domain.rules import NEVER, Origin
from byggsten.domain.rules.calendar import years_between

if TYPE_CHECKING:
    from byggsten.domain.case import Case
    from byggsten.domain.people import Fact, Member, Permit
    from byggsten.domain.rules import Rulebook

_NO_STAY = frozenset({"none", "asylum_seeker", "unlawful"})
OWN_RECORDS = "Byggsten"


def person_facts(case: Case, day: date, book: Rulebook) -> Facts:
    """What is known about the person on the day."""
    assumed = {**dict.fromkeys(OWN_EVENTS, NEVER), **UNLESS_TOLD}
    told: dict[str, tuple[Value, Origin | None]] = {code: (value, None) for code, value in assumed.items()}
    told |= _recorded(case, day) | _identity(case) | _permit(case, day)
    told |= _household(case, day) | _plan(case, day)
    return by_name(told, book)


def _recorded(case: Case, day: date) -> dict[str, tuple[Value, Origin | None]]:
    latest: dict[str, Fact] = {}
    for fact in case.facts:
        if day not in fact.period:
            continue
        known = latest.get(fact.code)
        if known is None or _told(fact) >= _told(known):
            latest[fact.code] = fact
    return {
        code: (NEVER if fact.value is None else fact.value, Origin(fact.origin, "", fact.recorded_at))
        for code, fact in latest.items()
    }


def _told(fact: Fact) -> tuple[float, date]:
    return (fact.recorded_at.timestamp() if fact.recorded_at else float("-inf"), fact.period.first_day)


def _identity(case: Case) -> dict[str, tuple[Value, Origin | None]]:
    person = case.person
    origin = Origin(OWN_RECORDS, person.reference, person.recorded_at)
    born = person.born
    return {
        "born": (born, origin),
        "sex": (person.sex.value if person.sex else None, origin),
        # The right to sfi begins with the second half of the year in which one turns 16 (2010:800, 20:31).
        "sfi_age_from": (date(born.year + 16, 7, 1) if born else None, origin),
    }


def _permit(case: Case, day: date) -> dict[str, tuple[Value, Origin | None]]:
    if not case.permits:
        return {}
    permits = sorted(case.permits, key=lambda permit: permit.period.first_day)
    begun = [permit for permit in permits if permit.period.first_day <= day]
    # The permit in force, else the one that has run out, else the one to come.
    permit = next((p for p in reversed(begun) if day in p.period), begun[-1] if begun else permits[0])
    origin = _origin(permit)
    first = next((p for p in permits if p.ground not in _NO_STAY), None)
    found: dict[str, tuple[Value, Origin | None]] = {
        "permit": (permit.ground, origin),
        "permit_first_day": (permit.period.first_day, origin),
        "permit_last_day": (permit.period.last_day or NEVER, origin),
        "first_permit_day": (first.period.first_day if first else NEVER, _origin(first)),
    }
    if permit.extension_applied is not None:
        found["extension_applied"] = (permit.extension_applied, origin)
    return found


def _origin(permit: Permit | None) -> Origin | None:
    return Origin(permit.origin, permit.ground, permit.recorded_at) if permit else None


def _household(case: Case, day: date) -> dict[str, tuple[Value, Origin | None]]:
    if case.household is None:
        return {}
    children = [m for m in case.household if m.role is MemberRole.CHILD and day in m.period]
    origin = Origin("Hushåll", "", max((m.recorded_at for m in children if m.recorded_at), default=None))
    return {
        "children": (_younger_than(children, 18, day), origin),
        "children_under_8": (_younger_than(children, 8, day), origin),
    }


def _younger_than(children: list[Member], years: int, day: date) -> int | None:
    if any(child.born is None for child in children):
        return None
    born = (child.born for child in children if child.born is not None)
    return sum(1 for birthday in born if years_between(birthday.toordinal(), day.toordinal()) < years)


def _plan(case: Case, day: date) -> dict[str, tuple[Value, Origin | None]]:
    plan = case.plan_on(day)
    first = min(case.plans, key=lambda p: p.period.first_day, default=None)
    origin = Origin(OWN_RECORDS, plan.reference, plan.recorded_at) if plan else None
    return {
        "first_plan_day": (first.period.first_day if first else NEVER, origin),
        "plan_first_day": (plan.period.first_day if plan else NEVER, origin),
        "plan_last_day": ((plan.period.last_day or NEVER) if plan else NEVER, origin),
        "plan_confirmed": ((plan.confirmed_on or NEVER) if plan else NEVER, origin),
    }
