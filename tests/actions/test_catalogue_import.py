"""Activities from other catalogues: nothing is emptied, closed, or published half said."""

from dataclasses import replace
from datetime import date, time

import pytest

from byggsten.actions.catalogue_import import AnothersGroup, Told, take_in_activities
from byggsten.actions.lengths import TooLong
from byggsten.domain.catalogue import NotReady, Slot
from byggsten.domain.catalogue.collisions import Collision
from byggsten.domain.dates import Minutes, Period
from byggsten.domain.organisations import Place, Provider, ProviderKind
from byggsten.domain.planning import BuildingBlock, Effect, Publication
from byggsten.queries.catalogue_entries import all_places, all_providers, entry_of
from byggsten.records.models import Activity, Event, ScheduleSlot
from tests.domain.catalogue_drafts import COMPLETE, GROUP, MONDAY
from tests.people import NOW

pytestmark = pytest.mark.django_db
KITCHEN = Provider("Exempelköket", ProviderKind.EMPLOYER)
HARBOUR = Place("Hamnen", 59.7, 18.7)


def take_in(draft=COMPLETE, publication=Publication.PUBLISHED, **options):
    told = Told(draft, KITCHEN, (HARBOUR,), publication, **options)
    counts = take_in_activities([told], by="test", at=NOW)
    return counts.created, counts.changed, counts.unchanged


def test_what_says_everything_is_published_when_the_file_says_so():
    assert take_in() == (1, 0, 0)
    entry = entry_of("kok")
    assert (entry.publication, entry.published_by, entry.draft) == ("published", "test", COMPLETE)
    assert take_in() == (0, 0, 1)
    assert Event.objects.filter(code="catalogue.taken_in").count() == 1


@pytest.mark.parametrize("publication", Publication)
def test_what_says_too_little_is_a_draft_whatever_the_file_says(publication):
    take_in(replace(COMPLETE, forgone_benefit=""), publication)
    assert entry_of("kok").publication is Publication.DRAFT


def test_a_draft_stays_one_until_a_file_that_says_it_is_published():
    take_in(publication=Publication.DRAFT)
    assert entry_of("kok").publication is Publication.DRAFT
    assert take_in() == (0, 1, 0)
    assert entry_of("kok").publication is Publication.PUBLISHED


def test_what_the_file_does_not_say_is_kept():
    take_in()
    silent = replace(
        COMPLETE, name="Nytt namn", target_group="", effects=(), weakens_nothing="", cost_per_place=None,
        groups=(replace(GROUP, capacity=None, slots=()),),
    )  # fmt: skip
    assert take_in(silent, Publication.CLOSED) == (0, 1, 0)
    entry = entry_of("kok")
    assert (entry.publication, entry.draft) == ("published", replace(COMPLETE, name="Nytt namn"))


def test_one_half_of_an_answer_about_effects_replaces_the_whole():
    take_in()
    down = Effect(BuildingBlock.SECURITY, False, "Tidiga morgnar")
    told = replace(COMPLETE, weakens_nothing="", effects=(*COMPLETE.effects, down))
    assert take_in(told) == (0, 1, 0)
    assert entry_of("kok").draft.weakens_nothing == ""


def test_a_published_activity_is_not_made_half_said():
    take_in()
    with pytest.raises(NotReady):
        take_in(
            replace(COMPLETE, effects=(Effect(BuildingBlock.NORMS, False, "Lite tid"),), weakens_nothing="")
        )
    assert entry_of("kok").draft == COMPLETE


def test_groups_that_the_file_does_not_name_are_kept():
    take_in()
    other = replace(GROUP, reference="kok-2", name="Kväll")
    assert take_in(replace(COMPLETE, groups=(other,))) == (0, 1, 0)
    assert {group.reference for group in entry_of("kok").draft.groups} == {"kok-1", "kok-2"}


def test_a_group_belongs_to_one_activity():
    take_in()
    take_in(replace(COMPLETE, reference="annan", groups=()))
    with pytest.raises(AnothersGroup):
        take_in(replace(COMPLETE, reference="annan"))


def test_times_that_are_no_longer_told_end_and_others_are_taken_as_told():
    take_in()
    moved = Slot(2, time(13), Minutes(90), Period(date(2026, 8, 18)))
    told = replace(COMPLETE, groups=(replace(GROUP, slots=(moved,)),))
    assert take_in(told) == (0, 1, 0)
    assert take_in(told) == (0, 0, 1)
    longer = replace(COMPLETE, groups=(replace(GROUP, slots=(replace(moved, minutes=Minutes(120)),)),))
    assert take_in(longer) == (0, 1, 0)
    assert take_in(longer) == (0, 0, 1)
    rows = ScheduleSlot.objects.order_by("weekday").values_list("weekday", "minutes", "last_day")
    assert list(rows) == [(1, 180, date(2026, 11, 23)), (2, 120, None)]


def test_what_cannot_be_kept_is_refused():
    with pytest.raises(Collision):
        take_in(replace(COMPLETE, groups=(replace(GROUP, slots=(MONDAY, replace(MONDAY, start=time(10)))),)))
    with pytest.raises(TooLong):
        take_in(replace(COMPLETE, name="x" * 201))
    with pytest.raises(TooLong):
        take_in(replace(COMPLETE, groups=(replace(GROUP, reference="x" * 65),)))
    assert not Activity.objects.exists()


def test_places_and_providers_that_are_known_stay_as_they_are():
    take_in()
    told = Told(COMPLETE, Provider("Exempelköket", ProviderKind.ASSOCIATION), (Place("Hamnen", 1, 2),))
    take_in_activities([told], by="test", at=NOW)
    assert all_places() == (HARBOUR,)
    assert all_providers() == (KITCHEN,)
