"""From what a form holds to a newcomer, and everything in it that cannot be."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from byggsten.actions.reception import Newcomer
from byggsten.domain.dates import FIRST_YEAR, Period
from byggsten.domain.people import Fact, Permit, Person, Protection, Sex
from byggsten.domain.reception import (
    Arrival,
    ContactWay,
    Problem,
    Reach,
    Route,
    born_of,
    route_facts,
    sex_of,
)
from byggsten.domain.texts import N_, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Cleaned = dict[str, Any]
FIRST_OF_ALL = date(FIRST_YEAR, 1, 1)
ARRIVAL_DAYS = ("received", "first_registered", "registered_here_from", "first_contact")


def with_number(told: Mapping[str, Any]) -> Cleaned:
    """The same, where the number tells the day of birth and the sex that are not told."""
    number = told.get("number")
    if number is None:
        return dict(told)
    sex = sex_of(number)
    return {
        **told,
        "born": told.get("born") or born_of(number),
        "sex": told.get("sex") or (sex.value if sex else ""),
    }


def problems(told: Mapping[str, Any], on: date) -> tuple[Problem, ...]:
    """What cannot be about the person who is told."""
    found: list[Problem] = []
    if not told.get("given_name") and not told.get("family_name"):
        found.append(Problem("given_name", Text(N_("Skriv förnamn eller efternamn."))))
    if told.get("born") is None and told.get("number") is None:
        found.append(Problem("born", Text(N_("Skriv födelsedagen, eller ett nummer."))))
    return (*found, *_arrival(told, on).problems())


def notices(told: Mapping[str, Any], on: date) -> tuple[Text, ...]:
    """What is worth asking about, although it can be saved."""
    return _arrival(told, on).notices()


def _arrival(told: Mapping[str, Any], on: date) -> Arrival:
    return Arrival(
        on,
        told.get("born"),
        told.get("number"),
        Sex(told["sex"]) if told.get("sex") else None,
        Route(told["route"]) if told.get("route") else None,
        told.get("ground") or "",
        told.get("permit_first"),
        told.get("permit_last"),
        **{name: told.get(name) for name in ARRIVAL_DAYS},
    )


def reach_of(told: Mapping[str, Any]) -> Reach | None:
    """How the person is reached, when that is chosen."""
    way = told.get("contact_way")
    if not way:
        return None
    return Reach(ContactWay(way), *(told.get(name, "") for name in ("phone", "email", "address", "note")))


def reach_problems(told: Mapping[str, Any]) -> tuple[Problem, ...]:
    """What the way needs; an address without a way is asked about."""
    reach = reach_of(told)
    if reach is not None:
        return reach.problems()
    if told.get("phone") or told.get("email") or told.get("address"):
        return (Problem("contact_way", Text(N_("Välj hur personen vill bli nådd."))),)
    return ()


def person_of(told: Mapping[str, Any], reference: str = "") -> Person:
    """The person as a value."""
    return Person(
        reference,
        told.get("given_name", ""),
        told.get("family_name", ""),
        told.get("born"),
        Sex(told["sex"]) if told.get("sex") else None,
        told.get("number"),
        told.get("language") or "",
        Protection(told.get("protection") or Protection.NONE.value),
    )


def newcomer_of(told: Mapping[str, Any]) -> Newcomer:
    """The newcomer, once nothing is the matter with what is told."""
    permit = None
    if told.get("ground"):
        period = Period(told["permit_first"], told.get("permit_last"))
        permit = Permit(told["ground"], period, None, told.get("permit_origin", ""))
    return Newcomer(
        person_of(told),
        told.get("interim_number", ""),
        bool(told.get("interpreter")),
        reach_of(told),
        permit,
        tuple(_facts(told)),
        bool(told.get("mine")),
    )


def _facts(told: Mapping[str, Any]) -> Iterator[Fact]:
    way, registration = told.get("way_origin", ""), told.get("registration_origin", "")
    always = Period(FIRST_OF_ALL)
    for code, holds in (route_facts(Route(told["route"])) if told.get("route") else {}).items():
        yield Fact(code, holds, always, way)
    for code, origin in (
        ("received", way),
        ("first_contact", way),
        ("first_registered", registration),
        ("registered_here_from", registration),
    ):
        if told.get(code):
            yield Fact(code, told[code], always, origin)
        elif told.get("not_registered") and "registered" in code:
            # Known never to have happened is something else than unknown.
            yield Fact(code, None, always, origin)
