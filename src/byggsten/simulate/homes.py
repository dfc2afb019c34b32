"""How and where the residents live, who answers for the children, and how the grown can be reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

from byggsten.domain.dates import Period
from byggsten.domain.housing import HousingForm
from byggsten.domain.reception import ContactWay, GuardianKind
from byggsten.simulate.residents import Leaving, Route

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from byggsten.simulate.residents import Resident

MUNICIPAL_DAYS = 2 * 365
GOD_MAN = "Gode Mansson"
# Numbers that PTS has set aside for books and films: 070-174 06 05 to 99.
FICTION_FIRST, FICTION_COUNT = 5, 95
FIRST_HOMES = {
    Route.QUOTA: HousingForm.MUNICIPAL_CONTRACT,
    Route.ASSIGNED: HousingForm.MUNICIPAL_CONTRACT,
    Route.UNACCOMPANIED: HousingForm.CARE_HOME,
}
OWN_WAYS = (HousingForm.LODGER, HousingForm.SECOND_HAND, HousingForm.OWN_RENTAL)
WAYS = (ContactWay.SMS, ContactWay.PHONE, ContactWay.EMAIL, ContactWay.LETTER)


@dataclass(frozen=True, slots=True)
class Dwelling:
    """A home during a period; ``place`` is a key of the catalogue's places."""

    form: HousingForm
    place: str
    period: Period


@dataclass(frozen=True, slots=True)
class Care:
    """Somebody answers for a child: another resident, or a name."""

    child: str
    guardian: str
    name: str
    kind: GuardianKind
    period: Period


@dataclass(frozen=True, slots=True)
class Reach:
    """How a grown resident is reached; made-up addresses lead nowhere."""

    way: ContactWay
    phone: str
    email: str


def dwellings(resident: Resident, seed: int, until: date) -> tuple[Dwelling, ...]:
    """The homes of a household, one after another; the whole household has the same lot."""
    lot = Random(f"{seed}/homes/{resident.household}")
    if resident.ground in ("asylum_seeker", "unlawful"):
        return (Dwelling(HousingForm.ASYLUM_HOUSING, resident.home, _stay(resident, resident.arrived)),)
    if resident.route in FIRST_HOMES:
        moves = resident.arrived + timedelta(days=MUNICIPAL_DAYS - lot.randrange(400))
        first = FIRST_HOMES[resident.route]
        if moves > until or (resident.leaves and resident.leaves <= moves):
            return (Dwelling(first, resident.home, _stay(resident, resident.arrived)),)
        own = Dwelling(HousingForm.OWN_RENTAL, resident.home, _stay(resident, moves))
        before = Period(resident.arrived, moves - timedelta(days=1))
        return (Dwelling(first, resident.home, before), own)
    return (Dwelling(lot.choice(OWN_WAYS), resident.home, _stay(resident, resident.arrived)),)


def _stay(resident: Resident, first: date) -> Period:
    last = resident.leaves if resident.leaving is Leaving.MOVED else None
    return Period(first, last if last is None or last >= first else first)


def guardians(residents: Iterable[Resident]) -> tuple[Care, ...]:
    """The custodians of children in families, and the guardians of those who came alone."""
    everybody = list(residents)
    adults: dict[str, list[str]] = {}
    for one in everybody:
        if one.grown and one.route is not Route.UNACCOMPANIED:
            adults.setdefault(one.household, []).append(one.reference)
    found = []
    for one in everybody:
        if not one.grown:
            grown_up = Period(one.born, _eighteen(one) - timedelta(days=1))
            found += [
                Care(one.reference, adult, "", GuardianKind.CUSTODIAN, grown_up)
                for adult in adults.get(one.household, ())
            ]
        elif one.route is Route.UNACCOMPANIED and one.arrived < _eighteen(one):
            period = Period(one.arrived, _eighteen(one) - timedelta(days=1))
            found.append(Care(one.reference, "", GOD_MAN, GuardianKind.GUARDIAN, period))
    return tuple(found)


def _eighteen(resident: Resident) -> date:
    born = resident.born
    leap = born.month == 2 and born.day == 29
    return born.replace(year=born.year + 18, month=3 if leap else born.month, day=1 if leap else born.day)


def reach(resident: Resident, seed: int) -> Reach:
    """The way a grown resident has chosen."""
    lot = Random(f"{seed}/reach/{resident.reference}")
    number = FICTION_FIRST + lot.randrange(FICTION_COUNT)
    email = f"{resident.reference.lower()}@exempel.invalid"
    return Reach(lot.choices(WAYS, (60, 20, 12, 8))[0], f"070-174 06 {number:02}", email)
