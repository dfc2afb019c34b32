"""Who may be shown to whom, told in plain Python, apart from ``access``; and the people it is tried on.

Written from the roles as they are read aloud: it knows nothing of tables, conditions or pages.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from byggsten.actions.people import record_facts, register_people
from byggsten.domain.dates import Period
from byggsten.domain.people import Fact, PersonalNumber, Protection, Sex
from byggsten.domain.people import Person as Value
from byggsten.records.models import Person
from tests import people

NORTH, SOUTH = people.UNIT, people.OTHER_UNIT
LEVELS = ("secrecy_marking", "protected_registration", "fictitious_identity")
YESTERDAY = people.TODAY - timedelta(days=1)


@dataclass(frozen=True)
class Someone:
    """A person as the matrix knows them; ``given_to`` is the caseworker of today."""

    reference: str
    unit: str = NORTH
    protection: str = ""
    given_to: str = ""
    given_before_to: str = ""
    merged: bool = False
    moved: bool = False
    there: bool = True
    number: str = ""

    @property
    def family_name(self) -> str:
        """A name that nobody else has and that no page says by itself."""
        return f"Hemlig{self.reference.title()}"


OPEN = (Someone("alpha", given_to="karin", number="199001012385"), Someone("beata"))
HIDDEN = (
    Someone("cesar", unit=SOUTH, given_to="sara"),
    *(Someone(f"delta{n}", protection=level) for n, level in zip("xyz", LEVELS, strict=True)),
    *(Someone(f"erik{n}", protection=level, given_to="omar") for n, level in zip("xyz", LEVELS, strict=True)),
    Someone("fatou", protection=LEVELS[0], given_before_to="karin"),
    Someone("gustav", merged=True),
    Someone("hanna", unit=SOUTH, moved=True),
)
GIVEN = tuple(
    Someone(f"iris{n}", protection=level, given_to="karin") for n, level in zip("xyz", LEVELS, strict=True)
)
NOBODY = Someone("finnsinte", there=False)
EVERYBODY = (*OPEN, *GIVEN, *HIDDEN, NOBODY)

ROLES = {
    "": ("", ""),
    "karin": ("caseworker", NORTH),
    "omar": ("caseworker", NORTH),
    "sara": ("caseworker", SOUTH),
    "eva": ("teacher", NORTH),
    "bjorn": ("teacher", NORTH),
    "maria": ("manager", NORTH),
    "lena": ("coordinator", NORTH),
}


def may_open(username, person):
    """A caseworker opens her own unit's people; one with protected data only if she has been given them."""
    role, unit = ROLES[username]
    if role != "caseworker" or not person.there or person.merged or person.unit != unit:
        return False
    return not person.protection or person.given_to == username


def may_name(username, person):
    """A manager sees the names of her unit's people without protected data; others see whom they may open.

    A teacher sees the names in her own groups; none of these is in one.
    """
    role, unit = ROLES[username]
    if role == "manager":
        return person.there and not person.merged and person.unit == unit and not person.protection
    return may_open(username, person)


def settle(someones):
    """Write the people down, with what was told of them, and give them to their caseworkers."""
    for one in someones:
        _register(one, NORTH if one.moved else one.unit)
        if one.moved:
            _register(one, one.unit)
        for caseworker, since in ((one.given_before_to, people.START), (one.given_to, people.START)):
            if caseworker:
                people.staff.assign(
                    [one.reference], caseworker=caseworker, first_day=since, by="test", at=people.BEFORE
                )
        if one.given_before_to:
            row = Person.objects.get(reference=one.reference)
            row.assignments.update(last_day=YESTERDAY)
        if one.merged:
            kept = Person.objects.get(reference="alpha")
            Person.objects.filter(reference=one.reference).update(merged_into=kept)
        else:
            # A plan for studies of one's own, so that there is something to print; no teacher meets them.
            people.plan_for(one.reference, groups=("egna-1",))


def _register(one, unit):
    value = Value(
        one.reference, f"Namn{one.reference.title()}", one.family_name, date(1990, 6, 15), Sex.WOMAN,
        number=PersonalNumber(one.number) if one.number else None,
        protection=Protection(one.protection) if one.protection else Protection.NONE,
    )  # fmt: skip
    register_people([value], unit=unit, by="test", at=people.BEFORE)
    told = [Fact(code, known, Period(date(2026, 2, 1)), "prov") for code, known in people.FACTS.items()]
    record_facts({one.reference: told}, by="test", at=people.BEFORE)
