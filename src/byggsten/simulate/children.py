"""The children of a household, who never owe anything but are always thought of."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from byggsten.domain.people import MemberRole, Sex
from byggsten.simulate.arrivals import draw
from byggsten.simulate.residents import DAYS_A_YEAR, Leaving, Resident

if TYPE_CHECKING:
    from byggsten.simulate.arrivals import Home

HOW_MANY = ((1, 28), (2, 34), (3, 22), (4, 11), (5, 5))
OLDEST = 17.5


def draw_children(home: Home, adults: list[Resident]) -> list[Resident]:
    """The children under age, who came with their mother or were born here."""
    parent = next((adult for adult in adults if adult.sex is Sex.WOMAN), adults[0])
    oldest = max(_after(parent.born, 19), home.until - timedelta(days=int(OLDEST * DAYS_A_YEAR)))
    youngest = min(home.until - timedelta(days=20), _after(parent.born, 44))
    how_many = draw(home.lot, HOW_MANY) if oldest < youngest else 0
    leaves = _all_moved(adults)
    return [_child(home, parent, oldest, youngest, leaves) for _ in range(how_many)]


def _child(home: Home, parent: Resident, oldest: date, youngest: date, leaves: date | None) -> Resident:
    lot = home.lot
    sex = Sex.WOMAN if lot.random() < 0.48 else Sex.MAN
    born, number = home.register.birthday(lot, sex, oldest, youngest)
    return Resident(
        reference="",
        given_name=home.language.given(lot, sex),
        family_name=home.name,
        sex=sex,
        born=born,
        language=home.language.code,
        household=home.reference,
        role=MemberRole.CHILD,
        route=parent.route,
        ground=parent.ground,
        arrived=max(parent.arrived, born),
        permit_day=max(parent.permit_day, born),
        home=home.place,
        number=None if parent.number is None else number,
        anchor=parent.anchor,
        leaves=leaves,
        leaving=Leaving.MOVED if leaves else None,
        protection=parent.protection,
    )


def _all_moved(adults: list[Resident]) -> date | None:
    moved = [adult.leaves for adult in adults if adult.leaving is Leaving.MOVED and adult.leaves]
    return moved[0] if len(moved) == len(adults) else None


def _after(day: date, years: int) -> date:
    return day + timedelta(days=int(years * DAYS_A_YEAR))
