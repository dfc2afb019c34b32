"""An adult who arrives: background, permit, capacity, and when the person will live on own work or move."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from byggsten.domain.people import MemberRole, Protection, Sex
from byggsten.simulate.residents import DAYS_A_MONTH, DAYS_A_YEAR, Leaving, Resident, Route

if TYPE_CHECKING:
    from random import Random

    from byggsten.domain.people import PersonalNumber
    from byggsten.simulate.names import Language
    from byggsten.simulate.numbers import Register

T = TypeVar("T")

GROUNDS = {
    Route.QUOTA: (("p5_2", 1),),
    Route.ASSIGNED: (("p5_1", 9), ("p5_4", 1)),
    Route.OWN_HOUSING: (("p5_1", 11), ("p12_18", 1), ("p5_6", 2), ("p21", 4)),
    Route.FAMILY: (("family", 1),),
    Route.UNACCOMPANIED: (("p5_1", 8), ("p5_6", 2)),
    Route.OUTSIDE: (
        ("work", 5), ("study", 3), ("asylum_seeker", 4), ("eea", 2), ("family_other", 2), ("unlawful", 1),
    ),
}  # fmt: skip
PROTECTED = (
    (Protection.SECRECY_MARKING, 10),
    (Protection.PROTECTED_REGISTRATION, 4),
    (Protection.FICTITIOUS_IDENTITY, 1),
)
PROTECTED_OF_A_THOUSAND = 15
WITHOUT_NUMBER_OF_A_HUNDRED = 3
ADULT, ELDERLY, ELDERLY_OF_A_HUNDRED = (19.0, 63.0), (66.0, 78.0), 4
# Months until half live on own work, about as is seen for refugees, and until they move on average.
# Shapes for a demonstration; they say nothing about any municipality.
WORK_MEDIAN, WORK_SHAPE, MOVED_MEAN = 66, 1.6, 150


@dataclass(slots=True)
class Home:
    """What the members of one household share."""

    lot: Random
    register: Register
    language: Language
    name: str
    reference: str
    place: str
    until: date


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What is settled about an adult before the rest is drawn; ``ground`` empty: drawn from the route's."""

    arrived: date
    route: Route
    ground: str
    sex: Sex | None = None
    ages: tuple[float, float] | None = None


def draw(lot: Random, shares: tuple[tuple[T, int], ...]) -> T:
    """One of the words, each as likely as its share."""
    return lot.choices([word for word, _ in shares], [share for _, share in shares])[0]


def draw_adult(home: Home, newcomer: Newcomer) -> Resident:
    """The adult with all that is drawn by lot."""
    lot, arrived, route = home.lot, newcomer.arrived, newcomer.route
    sex = newcomer.sex or (Sex.WOMAN if lot.random() < 0.47 else Sex.MAN)
    ground = newcomer.ground or draw(lot, GROUNDS[route])
    born, number = _born(home, newcomer, sex)
    leaves, leaving = (None, None) if route is Route.OUTSIDE else _leaving(lot, arrived, home.until)
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
        capacity=draw(lot, ((100, 91), (75, 3), (50, 4), (25, 2))),
        leaves=leaves,
        leaving=leaving,
        protection=draw(lot, PROTECTED) if lot.randrange(1000) < PROTECTED_OF_A_THOUSAND else Protection.NONE,
    )


def _born(home: Home, newcomer: Newcomer, sex: Sex) -> tuple[date, PersonalNumber | None]:
    lot = home.lot
    elderly = lot.randrange(100) < ELDERLY_OF_A_HUNDRED
    low, high = newcomer.ages or (ELDERLY if elderly else ADULT)
    # Most are young adults: the age is the lower of two draws.
    age = min(lot.uniform(low, high), lot.uniform(low, high))
    middle = newcomer.arrived - timedelta(days=int(age * DAYS_A_YEAR))
    spread = timedelta(days=30 if newcomer.ages else 180)
    return home.register.birthday(lot, sex, middle - spread, middle + spread)


def _leaving(lot: Random, arrived: date, until: date) -> tuple[date | None, Leaving | None]:
    """When the person begins to live on own work (log-logistic) or moves, if that is before the end."""
    share = lot.random()
    work = WORK_MEDIAN * (share / (1 - share)) ** (1 / WORK_SHAPE) * DAYS_A_MONTH
    moved = lot.expovariate(1 / (MOVED_MEAN * DAYS_A_MONTH))
    day = arrived + timedelta(days=max(90, int(min(work, moved, 20_000))))
    return (day, Leaving.WORK if work < moved else Leaving.MOVED) if day <= until else (None, None)


def _schooling(lot: Random, sex: Sex) -> int:
    """Years of schooling: short for more of the women, as the strategy says of its priority group."""
    short = 38 if sex is Sex.WOMAN else 27
    low, high = draw(lot, (((0, 6), short), ((7, 11), 40), ((12, 17), 60 - short)))
    return lot.randint(low, high)


def _known_number(lot: Random, number: PersonalNumber | None, ground: str) -> PersonalNumber | None:
    """A few are not registered yet, and asylum seekers have no personal number at all."""
    late = lot.randrange(100) < WITHOUT_NUMBER_OF_A_HUNDRED
    return None if late or ground in ("asylum_seeker", "unlawful") else number
