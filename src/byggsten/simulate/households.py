"""Families that arrive over five years, until there are as many people as asked for."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from byggsten.domain.people import Sex
from byggsten.simulate.arrivals import Home, Newcomer, draw, draw_adult
from byggsten.simulate.children import draw_children
from byggsten.simulate.names import draw_family, draw_language
from byggsten.simulate.numbers import Register
from byggsten.simulate.residents import DAYS_A_MONTH, Leaving, Route
from byggsten.simulate.terms import first_monday

if TYPE_CHECKING:
    from byggsten.simulate.residents import Resident

ARRIVALS_MONTHS = 66
ROUTES = ((Route.QUOTA, 18), (Route.ASSIGNED, 34), (Route.OWN_HOUSING, 32), (Route.FAMILY, 16))
KINDS = (("single", 40), ("couple", 5), ("family", 29), ("parent", 12), ("youth", 7), ("outside", 7))
HOMES = (
    ("campus", 44), ("rimbo", 19), ("hallstavik", 18), ("almsta", 6), ("bergshamra", 6), ("graddo", 3),
    ("furusund", 2), ("blido", 1), ("arholma", 1),
)  # fmt: skip
UKRAINIAN, FLIGHT = "uk", date(2022, 4, 1)


def settle_people(seed: int, persons: int, until: date) -> list[Resident]:
    """Exactly as many residents as asked for, in whole households but for the last one."""
    lot, register = Random(f"{seed}/households"), Register()
    found: list[Resident] = []
    number = 0
    while len(found) < persons:
        number += 1
        found += _members(_open_home(lot, register, number, until))
    del found[persons:]
    for number, resident in enumerate(found, 1):
        resident.reference = f"N{number:05}"
    _tell_parents(found)
    return found


def _open_home(lot: Random, register: Register, number: int, until: date) -> Home:
    language = draw_language(lot)
    return Home(lot, register, language, draw_family(lot, language), f"H{number:04}", draw(lot, HOMES), until)


def _members(home: Home) -> list[Resident]:
    """The household's people, or none when all had left before the two years began."""
    kind = draw(home.lot, KINDS)
    arrived = home.until - timedelta(days=int(home.lot.uniform(0, ARRIVALS_MONTHS * DAYS_A_MONTH)))
    if kind == "youth":
        return _here([draw_adult(home, Newcomer(arrived, Route.UNACCOMPANIED, "", ages=(15.0, 17.8)))], home)
    if kind == "outside":
        return _here([draw_adult(home, Newcomer(arrived, Route.OUTSIDE, ""))], home)
    adults = [draw_adult(home, _first(home, arrived, kind))]
    if kind in ("couple", "family"):
        adults.append(_partner(home, adults[0]))
    children = draw_children(home, adults) if kind in ("family", "parent") else []
    here = _here(adults, home)
    return here + _here(children, home) if here else []


def _here(people: list[Resident], home: Home) -> list[Resident]:
    first = first_monday(home.until)
    return [
        one
        for one in people
        if one.arrived <= home.until and (one.leaves is None or one.leaves > max(first, one.arrived))
    ]


def _first(home: Home, arrived: date, kind: str) -> Newcomer:
    """The one who came first; most who are alone with children are women."""
    lot, route, ground = home.lot, draw(home.lot, ROUTES), ""
    if home.language.code == UKRAINIAN:
        # Temporary protection began in the spring of 2022; those who hold it find a home or are assigned one.
        arrived = max(arrived, min(home.until, FLIGHT + timedelta(days=lot.randrange(900))))
        route, ground = (Route.ASSIGNED if route is Route.ASSIGNED else Route.OWN_HOUSING), "p21"
    sex = Sex.WOMAN if kind == "parent" and lot.random() < 0.8 else None
    return Newcomer(arrived, route, ground, sex=sex)


def _partner(home: Home, first: Resident) -> Resident:
    """The other adult: came along, or later as family of the first."""
    later = home.lot.random() < 0.4
    arrived = first.arrived + timedelta(days=home.lot.randrange(200, 800)) if later else first.arrived
    sex = Sex.MAN if first.sex is Sex.WOMAN else Sex.WOMAN
    route, ground = (Route.FAMILY, "family") if later else (first.route, first.ground)
    other = draw_adult(home, Newcomer(arrived, route, ground, sex=sex))
    if later:
        other.anchor = first.arrived
    else:
        other.permit_day, other.anchor = first.permit_day, first.anchor
    if first.leaving is Leaving.MOVED:
        other.leaves, other.leaving = first.leaves, first.leaving
    return other


def _tell_parents(people: list[Resident]) -> None:
    """Tell each adult which children the household has."""
    born: dict[str, list[date]] = {}
    for person in people:
        if not person.grown:
            born.setdefault(person.household, []).append(person.born)
    for person in people:
        if person.grown:
            person.children_born = tuple(sorted(born.get(person.household, ())))
