"""Families that arrive over five years, until there are as many people as asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, TypeVar

from byggsten.domain.people import MemberRole, Protection, Sex
from byggsten.simulate.names import Language, draw_family, draw_language
from byggsten.simulate.numbers import Register
from byggsten.simulate.residents import DAYS_A_MONTH, DAYS_A_YEAR, Leaving, Resident, Route
from byggsten.simulate.terms import first_monday

if TYPE_CHECKING:
    from byggsten.domain.people import PersonalNumber

T = TypeVar("T")

ARRIVALS_MONTHS = 66
ROUTES = ((Route.QUOTA, 18), (Route.ASSIGNED, 34), (Route.OWN_HOUSING, 32), (Route.FAMILY, 16))
# single, couple, couple with children, one parent, alone and under age, outside the group
KINDS = (("single", 40), ("couple", 5), ("family", 29), ("parent", 12), ("youth", 7), ("outside", 7))
GROUNDS = {
    Route.QUOTA: (("p5_2", 1),),
    Route.ASSIGNED: (("p5_1", 9), ("p5_4", 1)),
    Route.OWN_HOUSING: (("p5_1", 11), ("p12_18", 1), ("p5_6", 2), ("p21", 4)),
    Route.FAMILY: (("family", 1),),
    Route.UNACCOMPANIED: (("p5_1", 8), ("p5_6", 2)),
    Route.OUTSIDE: (
        ("work", 5),
        ("study", 3),
        ("asylum_seeker", 4),
        ("eea", 2),
        ("family_other", 2),
        ("unlawful", 1),
    ),
}
HOMES = (
    ("campus", 44), ("rimbo", 19), ("hallstavik", 18), ("almsta", 6), ("bergshamra", 6), ("graddo", 3),
    ("furusund", 2), ("blido", 1), ("arholma", 1),
)  # fmt: skip
PROTECTED = (
    (Protection.SECRECY_MARKING, 10),
    (Protection.PROTECTED_REGISTRATION, 4),
    (Protection.FICTITIOUS_IDENTITY, 1),
)
PROTECTED_OF_A_THOUSAND = 15
WITHOUT_NUMBER_OF_A_HUNDRED = 3
UKRAINIAN, FLIGHT = "uk", date(2022, 4, 1)


@dataclass(slots=True)
class _Home:
    """What the members of one household share."""

    lot: Random
    register: Register
    language: Language
    name: str
    reference: str
    place: str
    until: date
    count: int = 0


def settle_people(seed: int, persons: int, until: date) -> list[Resident]:
    """Exactly as many residents as asked for, in whole households but for the last one."""
    lot = Random(f"{seed}/households")
    register = Register()
    found: list[Resident] = []
    number = 0
    while len(found) < persons:
        number += 1
        home = _open_home(lot, register, number, until)
        members = _members(home)
        if members:
            found += members
    del found[persons:]
    for number, resident in enumerate(found, 1):
        resident.reference = f"N{number:05}"
    _share_children(found)
    return found


def _open_home(lot: Random, register: Register, number: int, until: date) -> _Home:
    language = draw_language(lot)
    return _Home(lot, register, language, draw_family(lot, language), f"H{number:04}", _of(lot, HOMES), until)


def _members(home: _Home) -> list[Resident]:
    """The household's people, or none when all had left before the two years began."""
    lot, kind = home.lot, _of(home.lot, KINDS)
    arrived = home.until - timedelta(days=int(lot.uniform(0, ARRIVALS_MONTHS * DAYS_A_MONTH)))
    if kind == "youth":
        return _within([_adult(home, arrived, Route.UNACCOMPANIED, ages=(15.0, 17.8))], home.until)
    if kind == "outside":
        return _within([_adult(home, arrived, Route.OUTSIDE)], home.until)
    route = _of(lot, ROUTES)
    if home.language.code == UKRAINIAN:
        # Temporary protection began in the spring of 2022; those who hold it find a home or are assigned one.
        arrived = max(arrived, min(home.until, FLIGHT + timedelta(days=lot.randrange(900))))
        route = Route.ASSIGNED if route is Route.ASSIGNED else Route.OWN_HOUSING
    first = _adult(home, arrived, route, sex=Sex.WOMAN if kind == "parent" and lot.random() < 0.8 else None)
    adults = [first]
    if kind in ("couple", "family"):
        adults.append(_partner(home, first))
    children = _children(home, adults) if kind in ("family", "parent") else []
    here = _within(adults, home.until)
    return here + _within(children, home.until) if here else []


def _within(people: list[Resident], until: date) -> list[Resident]:
    first = first_monday(until)
    return [
        p for p in people if p.arrived <= until and (p.leaves is None or p.leaves > max(first, p.arrived))
    ]


def _adult(
    home: _Home,
    arrived: date,
    route: Route,
    *,
    sex: Sex | None = None,
    ages: tuple[float, float] | None = None,
) -> Resident:
    lot = home.lot
    ground = _of(lot, GROUNDS[route])
    if home.language.code == UKRAINIAN and route is not Route.OUTSIDE:
        ground = "p21"
    sex = sex or (Sex.WOMAN if lot.random() < 0.47 else Sex.MAN)
    low, high = ages or (19.0, 63.0) if lot.random() < 0.96 else (66.0, 78.0)
    # Most are young adults: the age is the lower of two draws.
    age = min(lot.uniform(low, high), lot.uniform(low, high))
    middle = arrived - timedelta(days=int(age * DAYS_A_YEAR))
    born, number = home.register.birthday(
        lot, sex, middle - timedelta(days=180), middle + timedelta(days=180)
    )
    leaves, leaving = _leaving(lot, arrived, home.until, route)
    return Resident(
        reference="",
        given_name=home.language.given(lot, sex),
        family_name=home.name,
        sex=sex,
        born=born,
        language=home.language.code,
        household=home.reference,
        role=MemberRole.ADULT,
        route=route,
        ground=ground,
        arrived=arrived,
        permit_day=arrived - timedelta(days=lot.randrange(14, 120)),
        home=home.place,
        number=_known_number(lot, number, ground),
        anchor=arrived - timedelta(days=lot.randrange(300, 1500)) if route is Route.FAMILY else None,
        schooling=_schooling(lot, sex),
        capacity=lot.choices((100, 75, 50, 25), (91, 3, 4, 2))[0],
        leaves=leaves,
        leaving=leaving,
        protection=_protection(lot),
    )


def _partner(home: _Home, first: Resident) -> Resident:
    """The other adult: came along, or later as family of the first."""
    later = home.lot.random() < 0.4
    arrived = first.arrived + timedelta(days=home.lot.randrange(200, 800)) if later else first.arrived
    sex = Sex.MAN if first.sex is Sex.WOMAN else Sex.WOMAN
    other = _adult(home, arrived, Route.FAMILY if later else first.route, sex=sex)
    if later:
        other.ground, other.anchor = "family", first.arrived
    elif first.route is not Route.FAMILY:
        other.ground, other.permit_day = first.ground, first.permit_day
    if first.leaving is Leaving.MOVED:
        other.leaves, other.leaving = first.leaves, first.leaving
    return other


def _children(home: _Home, adults: list[Resident]) -> list[Resident]:
    lot, mother = home.lot, next((a for a in adults if a.sex is Sex.WOMAN), adults[0])
    found = []
    moved = [a.leaves for a in adults if a.leaving is Leaving.MOVED and a.leaves]
    for _ in range(lot.choices((1, 2, 3, 4, 5), (28, 34, 22, 11, 5))[0]):
        sex = Sex.WOMAN if lot.random() < 0.48 else Sex.MAN
        oldest = max(mother.born + timedelta(days=int(19 * DAYS_A_YEAR)), _back(home.until, 17.5))
        youngest = min(home.until - timedelta(days=20), mother.born + timedelta(days=int(44 * DAYS_A_YEAR)))
        if oldest >= youngest:
            continue
        born, number = home.register.birthday(lot, sex, oldest, youngest)
        found.append(
            Resident(
                reference="",
                given_name=home.language.given(lot, sex),
                family_name=home.name,
                sex=sex,
                born=born,
                language=home.language.code,
                household=home.reference,
                role=MemberRole.CHILD,
                route=adults[0].route,
                ground=adults[0].ground,
                arrived=max(mother.arrived, born),
                permit_day=max(mother.permit_day, born),
                home=home.place,
                number=number,
                anchor=mother.anchor,
                leaves=moved[0] if len(moved) == len(adults) else None,
                leaving=Leaving.MOVED if len(moved) == len(adults) else None,
                protection=adults[0].protection,
            )
        )
    return found


def _share_children(people: list[Resident]) -> None:
    """Tell each adult which children the household has."""
    born: dict[str, list[date]] = {}
    for person in people:
        if not person.grown:
            born.setdefault(person.household, []).append(person.born)
    for person in people:
        if person.grown:
            person.children_born = tuple(sorted(born.get(person.household, ())))


def _leaving(lot: Random, arrived: date, until: date, route: Route) -> tuple[date | None, Leaving | None]:
    """When the person begins to live on own work or moves, if that is before the end.

    Log-logistic with a median of five and a half years to work, which is about what is seen for refugees;
    it is a shape for a demonstration and says nothing about any municipality.
    """
    if route is Route.OUTSIDE:
        return None, None
    share = lot.random()
    work = 66 * (share / (1 - share)) ** (1 / 1.6) * DAYS_A_MONTH
    moved = lot.expovariate(1 / (150 * DAYS_A_MONTH))
    day = arrived + timedelta(days=max(90, int(min(work, moved, 20_000))))
    return (day, Leaving.WORK if work < moved else Leaving.MOVED) if day <= until else (None, None)


def _schooling(lot: Random, sex: Sex) -> int:
    """Years of schooling: short for more of the women, as the strategy says of its priority group."""
    short = 38 if sex is Sex.WOMAN else 27
    low, high = lot.choices(((0, 6), (7, 11), (12, 17)), (short, 40, 60 - short))[0]
    return lot.randint(low, high)


def _known_number(lot: Random, number: PersonalNumber | None, ground: str) -> PersonalNumber | None:
    """A few are not registered yet, and asylum seekers have no personal number at all."""
    late = lot.randrange(100) < WITHOUT_NUMBER_OF_A_HUNDRED
    return None if late or ground in ("asylum_seeker", "unlawful") else number


def _protection(lot: Random) -> Protection:
    return _of(lot, PROTECTED) if lot.randrange(1000) < PROTECTED_OF_A_THOUSAND else Protection.NONE


def _back(day: date, years: float) -> date:
    return day - timedelta(days=int(years * DAYS_A_YEAR))


def _of(lot: Random, shares: tuple[tuple[T, int], ...]) -> T:
    return lot.choices([word for word, _ in shares], [share for _, share in shares])[0]
