"""The way in of a made-up municipality: homes, guardians, ways to be reached, notices and double records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.actions.people import register_people
from byggsten.domain.planning import Publication
from byggsten.records.models import (
    Activity,
    Contact,
    Group,
    Guardianship,
    HousingSpell,
    MunicipalNumber,
    PartnerNotice,
    Person,
    Place,
    Unit,
)
from byggsten.simulate.demands import SOURCE, demand_of
from byggsten.simulate.doorstep import doubles, waiting
from byggsten.simulate.homes import dwellings, guardians, reach
from byggsten.simulate.staff import INTEGRATION
from byggsten.simulate.terms import at as at_hour

if TYPE_CHECKING:
    from datetime import datetime

    from byggsten.simulate.whole import Municipality

BY = "demo"
NUMBER_SOURCE = "Påhittat för demonstrationen; länsstyrelsens beslut anges här"


def record_demands(made: Municipality, *, at: datetime) -> None:
    """What the activities ask for and cost, and how many a group has room for."""
    offers = made.catalogue.offers
    activities = list(Activity.objects.filter(reference__in=offers))
    for row in activities:
        demand = demand_of(offers[row.reference].activity)
        row.swedish_from, row.swedish_to = (level.value for level in demand.swedish)
        row.cost_per_place, row.cost_source = demand.cost, SOURCE
        row.target_group, row.duty_marked = demand.target, demand.duty
        row.publication, row.published_at, row.published_by = Publication.PUBLISHED.value, at, BY
    Activity.objects.bulk_update(
        activities,
        ["swedish_from", "swedish_to", "cost_per_place", "cost_source", "target_group", "duty_marked",
         "publication", "published_at", "published_by"],
        batch_size=100,
    )  # fmt: skip
    seats = {group.reference: group for group in made.groups}
    groups = list(Group.objects.filter(reference__in=seats))
    for one in groups:
        one.capacity, one.language = seats[one.reference].seats, seats[one.reference].offer.language
    Group.objects.bulk_update(groups, ["capacity", "language"], batch_size=200)


def record_arrivals(made: Municipality, *, at: datetime) -> None:
    """Where people live, who answers for them, and who stands on the doorstep."""
    people = dict(Person.objects.values_list("reference", "pk"))
    _homes(made, people)
    _guardians(made, people, at=at)
    _contacts(made, people, at=at)
    MunicipalNumber.objects.create(
        year=made.until.year, number=60, source=NUMBER_SOURCE, recorded_at=at, recorded_by=BY
    )
    _doorstep(made, at=at)


def _guardians(made: Municipality, people: dict[str, int], *, at: datetime) -> None:
    Guardianship.objects.bulk_create(
        [
            Guardianship(
                child_id=people[care.child],
                guardian_id=people.get(care.guardian),
                guardian_name=care.name,
                kind=care.kind.value,
                first_day=care.period.first_day,
                last_day=care.period.last_day,
                recorded_at=at,
                recorded_by=BY,
            )
            for care in guardians([life.resident for life in made.lives])
        ],
        batch_size=500,
    )


def _contacts(made: Municipality, people: dict[str, int], *, at: datetime) -> None:
    residents = [life.resident for life in made.lives]
    reached = {one.reference: reach(one, made.seed) for one in residents if one.grown}
    Contact.objects.bulk_create(
        [
            Contact(
                person_id=people[reference],
                way=way.way.value,
                phone=way.phone,
                email=way.email,
                recorded_at=at,
                recorded_by=BY,
            )
            for reference, way in reached.items()
        ],
        batch_size=500,
    )


def _homes(made: Municipality, people: dict[str, int]) -> None:
    places = dict(Place.objects.values_list("name", "pk"))
    named = {key: places[place.name] for key, place in made.catalogue.places.items()}
    HousingSpell.objects.bulk_create(
        [
            HousingSpell(
                person_id=people[life.resident.reference],
                form=dwelling.form.value,
                place_id=named[dwelling.place],
                first_day=dwelling.period.first_day,
                last_day=dwelling.period.last_day,
                origin="Samtal",
                recorded_at=at_hour(dwelling.period.first_day),
                recorded_by=BY,
            )
            for life in made.lives
            for dwelling in dwellings(life.resident, made.seed, made.until)
        ],
        batch_size=500,
    )


def _doorstep(made: Municipality, *, at: datetime) -> None:
    unit = Unit.objects.get(name=INTEGRATION)
    PartnerNotice.objects.bulk_create(
        PartnerNotice(
            sender=notice.sender.value,
            message=notice.message,
            unit=unit,
            received_on=notice.received_on,
            given_name=notice.given_name,
            family_name=notice.family_name,
            born=notice.born,
            language=notice.language,
            words=notice.words,
            recorded_at=at,
            recorded_by=BY,
        )
        for notice in waiting(made.seed, made.until)
    )
    twice = doubles([life.resident for life in made.lives], made.seed, made.until)
    register_people([person for _, person in twice], unit=INTEGRATION, by=BY, at=at)
