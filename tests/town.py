"""A small town with a catalogue in which a lawful week of forty hours can be made."""

from datetime import time

from byggsten.actions.activities import register_activities, register_places, register_providers
from byggsten.actions.groups import GroupToRegister, Slot, register_groups
from byggsten.domain.dates import Minutes, Period
from byggsten.domain.organisations import Place, Provider, ProviderKind
from byggsten.domain.planning import Activity, ActivityKind, BuildingBlock, Effect
from byggsten.records.models import Activity as ActivityRow
from byggsten.records.models import Group
from tests.people import BEFORE, START

CAMPUS, HARBOUR = Place("Campus Roslagen", 59.76, 18.70), Place("Hamnen", 59.757, 18.714)
SCHOOL, EMPLOYER = "Vuxenutbildningen", "Påhittade varvet"
# Reference, name, kind, provider, block, how, place, weekdays, start, minutes.
OFFERS = (
    ("sfi-nyborjare", "Sfi för nybörjare", "sfi", SCHOOL, "language", "Undervisning i svenska.",
     CAMPUS, (1, 2, 3, 4, 5), time(8, 30), 240),
    ("praktik-varv", "Praktik på varvet", "work", EMPLOYER, "livelihood", "Vana vid en arbetsplats.",
     HARBOUR, (1, 2, 3), time(13, 30), 180),
    ("so-arabiska", "Samhällsorientering på arabiska", "orientation", SCHOOL, "norms",
     "Rättigheter och skyldigheter på ett språk man förstår.", CAMPUS, (4,), time(13, 30), 180),
    ("sprakkafe", "Språkkafé", "social", SCHOOL, "social_capital", "Nya människor att prata med.",
     CAMPUS, (5,), time(13, 30), 120),
    ("egna", "Egna studier", "own", SCHOOL, "language", "Läxor och lyssning.",
     None, (2, 4), time(17, 30), 180),
)  # fmt: skip


def open_town(teacher=""):
    """Record the places, providers, activities and groups, all published and with seats."""
    register_places([CAMPUS, HARBOUR])
    register_providers(
        [Provider(SCHOOL, ProviderKind.ADULT_EDUCATION), Provider(EMPLOYER, ProviderKind.EMPLOYER)]
    )
    register_activities([_activity(row) for row in OFFERS], by="test", at=BEFORE)
    register_groups([_group(row, teacher) for row in OFFERS], by="test", at=BEFORE)
    ActivityRow.objects.update(
        swedish_from="none", swedish_to="beyond", cost_per_place=100, cost_source="prov",
        target_group="Alla med en plan.", published_at=BEFORE, published_by="test",
    )  # fmt: skip
    Group.objects.update(capacity=12)


def _activity(row):
    reference, name, kind, provider, block, how, *_ = row
    effects = (Effect(BuildingBlock(block), True, how),)
    return Activity(reference, name, ActivityKind(kind), provider, effects, "Tid till annat.", kind == "own")


def _group(row, teacher):
    reference, name, *_, place, weekdays, start, minutes = row
    slots = tuple(Slot(day, start, Minutes(minutes), Period(START)) for day in weekdays)
    return GroupToRegister(f"{reference}-1", reference, name, teacher, place.name if place else "", slots)
