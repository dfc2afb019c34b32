"""The coordinator's acts: written as a draft, published when it says everything, closed without harm."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from django.db import IntegrityError, transaction

from byggsten.access.refusals import NothingHere, NotInYourRole
from byggsten.actions import catalogue
from byggsten.actions.activities import register_activities, register_places, register_providers
from byggsten.actions.catalogue_groups import save_group
from byggsten.actions.catalogue_rows import Unkept
from byggsten.actions.catalogue_slots import BusyTeacher
from byggsten.actions.catalogue_stamps import StaleActivity
from byggsten.actions.lookups import UnknownReference
from byggsten.domain.catalogue import GroupDraft, NotReady, Slot
from byggsten.domain.catalogue.collisions import Collision
from byggsten.domain.dates import Minutes, Period
from byggsten.domain.organisations import Place, Provider, ProviderKind
from byggsten.domain.planning import Publication
from byggsten.queries.catalogue_entries import entry_of
from byggsten.records.models import Activity, Event, PlanItem, ScheduleSlot
from tests.domain.catalogue_drafts import COMPLETE, GROUP, MONDAY
from tests.domain.worlds import SFI
from tests.people import BEFORE, NOW, TODAY, acting, enrol, hire, plan_for, school
from tests.records.rows import activity as activity_row

pytestmark = pytest.mark.django_db


@pytest.fixture
def lena():
    hire("lena", "karin", "eva", "maria")
    register_providers([Provider("Exempelköket", ProviderKind.EMPLOYER)])
    register_places([Place("Hamnen", 59.7, 18.7)])
    return acting("lena")


def create(lena, **changed):
    return catalogue.create_activity(replace(COMPLETE, **changed), by=lena, at=NOW)


def group(lena, activity, stamp, draft=GROUP, **options):
    told = replace(draft, reference=options.pop("reference", ""))
    return save_group(activity, told, stamp=stamp, by=lena, at=NOW, **options)


def published(lena):
    reference = create(lena)
    group(lena, reference, 1)
    catalogue.publish_activity(reference, stamp=2, by=lena, at=NOW)
    return reference


def test_a_draft_is_written_and_read_back(lena):
    reference = create(lena)
    assert reference == "praktik-i-kok"
    entry = entry_of(reference)
    assert entry.publication is Publication.DRAFT
    assert replace(entry.draft, reference="kok") == replace(COMPLETE, groups=())
    assert create(lena) == "praktik-i-kok-2"
    assert Event.objects.filter(code="activity.drafted").count() == 2


def test_a_draft_may_lack_everything_but_its_name_and_provider(lena):
    bare = replace(COMPLETE, kind=None, effects=(), cost_per_place=None, swedish_from=None, target_group="")
    entry = entry_of(catalogue.create_activity(bare, by=lena, at=NOW))
    assert entry.draft.kind is None
    with pytest.raises(Unkept, match="heter"):
        create(lena, name=" ")
    with pytest.raises(UnknownReference):
        create(lena, provider="Ingen")


@pytest.mark.parametrize("kind", ["", "circus"])
def test_the_database_publishes_nothing_without_a_kind(kind, db):
    with pytest.raises(IntegrityError), transaction.atomic():
        activity_row(kind=kind)
    activity_row(kind="", publication="draft")


def test_it_is_published_when_it_says_everything(lena):
    reference = create(lena, cost_source="")
    with pytest.raises(NotReady) as caught:
        catalogue.publish_activity(reference, stamp=1, by=lena, at=NOW)
    assert [one.field for one in caught.value.lacks] == ["cost_source", "groups"]
    assert entry_of(reference).publication is Publication.DRAFT
    group(lena, reference, 1)
    catalogue.change_activity(replace(COMPLETE, reference=reference), stamp=2, by=lena, at=NOW)
    catalogue.publish_activity(reference, stamp=3, by=lena, at=NOW)
    entry = entry_of(reference)
    assert (entry.publication, entry.published_by, entry.published_at) == ("published", "lena", NOW)


def test_a_published_activity_cannot_be_emptied(lena):
    reference = published(lena)
    emptied = replace(COMPLETE, reference=reference, forgone_benefit="")
    with pytest.raises(NotReady, match="i stället"):
        catalogue.change_activity(emptied, stamp=3, by=lena, at=NOW)
    with pytest.raises(NotReady, match="platser"):
        group(lena, reference, 3, replace(GROUP, capacity=None), reference=f"{reference}-1")
    with pytest.raises(NotReady, match="tider"):
        group(lena, reference, 3, replace(GROUP, slots=()))
    assert entry_of(reference).stamp == 3


def test_a_stale_form_never_overwrites(lena):
    reference = create(lena)
    mine = replace(COMPLETE, reference=reference, name="Mitt namn")
    catalogue.change_activity(mine, stamp=1, by=lena, at=NOW)
    theirs = replace(mine, name="Deras namn")
    for act in (
        lambda: catalogue.change_activity(theirs, stamp=1, by=lena, at=NOW),
        lambda: group(lena, reference, 1),
    ):
        with pytest.raises(StaleActivity) as caught:
            act()
        assert caught.value.theirs.draft.name == "Mitt namn"
    assert entry_of(reference).draft.name == "Mitt namn"


def test_a_register_that_changes_an_activity_makes_open_forms_stale(lena):
    school()
    before = entry_of("sfi-c").stamp
    register_activities([SFI], by="test", at=NOW)
    assert entry_of("sfi-c").stamp == before
    register_activities([replace(SFI, name="Sfi, kurs C")], by="test", at=NOW)
    assert entry_of("sfi-c").stamp == before + 1


def test_what_a_register_brings_is_published_and_a_draft_stays_a_draft(lena):
    school()
    entry = entry_of("sfi-c")
    assert (entry.publication, entry.published_by, entry.published_at) == ("published", "test", BEFORE)
    Activity.objects.filter(reference="sfi-c").update(publication="draft", published_at=None, published_by="")
    register_activities([replace(SFI, name="Sfi, kurs C")], by="test", at=NOW)
    entry = entry_of("sfi-c")
    assert (entry.publication, entry.published_by) == ("draft", "")


def test_closing_says_how_many_have_it_and_takes_it_from_nobody(lena):
    enrol("amina", "hamid")
    school()
    plan_for("amina")
    plan_for("hamid", last=TODAY - timedelta(days=1))
    stamp = entry_of("sfi-c").stamp
    assert catalogue.close_activity("sfi-c", stamp=stamp, by=lena, at=NOW) == 1
    assert PlanItem.objects.filter(group__activity__reference="sfi-c").count() == 2
    assert entry_of("sfi-c").publication is Publication.CLOSED
    event = Event.objects.get(code="activity.closed")
    assert event.facts == {"activity": "sfi-c", "people": 1}
    with pytest.raises(catalogue.WrongState):
        catalogue.close_activity("sfi-c", stamp=stamp + 1, by=lena, at=NOW)


def test_a_closed_one_is_opened_only_when_it_says_everything(lena):
    reference = published(lena)
    catalogue.close_activity(reference, stamp=3, by=lena, at=NOW)
    emptied = replace(COMPLETE, reference=reference, cost_source="")
    catalogue.change_activity(emptied, stamp=4, by=lena, at=NOW)
    with pytest.raises(NotReady):
        catalogue.publish_activity(reference, stamp=5, by=lena, at=NOW)
    catalogue.change_activity(replace(COMPLETE, reference=reference), stamp=5, by=lena, at=NOW)
    catalogue.publish_activity(reference, stamp=6, by=lena, at=NOW)
    assert Event.objects.filter(code="activity.reopened").exists()


def test_publishing_is_undone_only_while_nobody_has_it(lena):
    reference = published(lena)
    catalogue.unpublish_activity(reference, stamp=3, by=lena, at=NOW)
    assert entry_of(reference).publication is Publication.DRAFT
    enrol("amina")
    school()
    plan_for("amina", last=TODAY - timedelta(days=60))
    with pytest.raises(catalogue.InPlans):
        catalogue.unpublish_activity("sfi-c", stamp=entry_of("sfi-c").stamp, by=lena, at=NOW)


@pytest.mark.parametrize("username", ["karin", "maria", "eva"])
def test_others_may_not_write(username, lena):
    reference = create(lena)
    actor = acting(username)
    for act in (
        lambda: catalogue.create_activity(COMPLETE, by=actor, at=NOW),
        lambda: catalogue.change_activity(replace(COMPLETE, reference=reference), stamp=1, by=actor, at=NOW),
        lambda: catalogue.publish_activity(reference, stamp=1, by=actor, at=NOW),
        lambda: catalogue.close_activity(reference, stamp=1, by=actor, at=NOW),
        lambda: catalogue.unpublish_activity(reference, stamp=1, by=actor, at=NOW),
        lambda: group(actor, reference, 1),
    ):
        with pytest.raises(NotInYourRole):
            act()


def test_what_does_not_exist_is_told(lena):
    with pytest.raises(NothingHere):
        catalogue.publish_activity("ingen", stamp=1, by=lena, at=NOW)
    reference = create(lena)
    with pytest.raises(NothingHere):
        group(lena, reference, 1, reference="sfi-c-1")


def test_a_group_has_its_week(lena):
    reference = create(lena)
    name = group(lena, reference, 1, teacher="eva")
    assert name == "praktik-i-kok-1"
    (found,) = entry_of(reference).draft.groups
    assert replace(found, reference="kok-1") == GROUP
    with pytest.raises(Unkept, match="lärare"):
        group(lena, reference, 2, teacher="karin")
    with pytest.raises(Unkept, match="platser"):
        group(lena, reference, 2, replace(GROUP, capacity=10_000))


def test_a_group_never_meets_twice_at_once_and_neither_does_its_teacher(lena):
    reference = create(lena)
    twice = replace(GROUP, slots=(MONDAY, replace(MONDAY, start=time(10))))
    with pytest.raises(Collision):
        group(lena, reference, 1, twice)
    group(lena, reference, 1, teacher="eva")
    with pytest.raises(BusyTeacher, match="Kök förmiddag"):
        group(lena, reference, 2, replace(GROUP, name="Annan"), teacher="eva")
    group(lena, reference, 2, replace(GROUP, name="Annan"))


def test_times_that_have_been_are_kept(lena):
    reference = create(lena)
    begun = Slot(1, time(9), Minutes(180), Period(date(2026, 8, 17)))
    coming = Slot(2, time(9), Minutes(180), Period(date(2027, 1, 11)))
    name = group(lena, reference, 1, GroupDraft(reference="", name="G", slots=(begun, coming)))
    longer = replace(begun, minutes=Minutes(240))
    group(lena, reference, 2, GroupDraft(reference="", name="G", slots=(longer,)), reference=name)
    rows = ScheduleSlot.objects.order_by("first_day").values_list("minutes", "first_day", "last_day")
    assert list(rows) == [
        (180, begun.period.first_day, TODAY - timedelta(days=1)),
        (240, TODAY, None),
    ]
    group(lena, reference, 3, GroupDraft(reference="", name="G"), reference=name)
    assert [row.last_day for row in ScheduleSlot.objects.all()] == [TODAY - timedelta(days=1)]
