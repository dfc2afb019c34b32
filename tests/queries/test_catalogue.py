"""What can be offered: published groups that meet in the period, with the seats that are left."""

from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from byggsten.actions.groups import GroupToRegister, Slot, register_groups
from byggsten.domain.dates import Minutes, Period
from byggsten.queries.catalogue import catalogue_version, offers
from byggsten.records.models import Activity, Effect, Group, Person, Plan, ScheduleSlot
from tests.people import BEFORE, NOW, START, enrol, plan_for, school

pytestmark = pytest.mark.django_db
AUTUMN = Period(date(2026, 9, 1), date(2026, 12, 18))


@pytest.fixture
def groups():
    enrol("amina", "hamid")
    school()


def offer(group="sfi-c-1", period=AUTUMN, **options):
    return next((found for found in offers(period, **options) if found.group == group), None)


def seats(capacity):
    Group.objects.filter(reference="sfi-c-1").update(capacity=capacity)


def test_a_published_group_is_offered_with_its_week(groups):
    found = offer()
    assert found.name == "Sfi C förmiddag"
    assert found.activity.reference == "sfi-c"
    assert found.activity.effects
    assert found.place.name == "Campus Roslagen"
    assert [(slot.weekday, slot.start) for slot in found.slots] == [(day, time(9)) for day in range(1, 6)]
    assert found.minutes == 5 * 180
    assert found.period == Period(START)
    assert found.seats is None


def test_studies_of_ones_own_need_no_weekly_time(groups):
    found = offer("egna-1")
    assert found.slots == ()
    assert found.activity.self_reported


def test_an_activity_that_meets_but_has_no_times_is_not_offered(groups):
    ScheduleSlot.objects.filter(group__reference="sfi-c-1").delete()
    assert offer() is None


@pytest.mark.parametrize("publication", ["draft", "closed"])
def test_only_what_is_published_is_offered(publication, groups):
    Activity.objects.filter(reference="sfi-c").update(publication=publication)
    assert offer() is None


@pytest.mark.parametrize(
    ("group", "activity", "period"),
    [
        ({"last_day": date(2026, 8, 31)}, {}, AUTUMN),
        ({"first_day": date(2026, 12, 19)}, {}, AUTUMN),
        ({}, {"last_day": date(2026, 8, 31)}, AUTUMN),
        ({}, {"first_day": date(2027, 1, 1)}, AUTUMN),
        ({}, {}, Period(date(2026, 1, 1), date(2026, 3, 1))),
    ],
)
def test_a_group_that_does_not_meet_in_the_period_is_not_offered(group, activity, period, groups):
    Group.objects.filter(reference="sfi-c-1").update(**group)
    Activity.objects.filter(reference="sfi-c").update(**activity)
    assert offer(period=period) is None


def test_the_days_of_the_group_the_activity_and_the_weekly_times_are_all_kept(groups):
    Group.objects.filter(reference="sfi-c-1").update(last_day=date(2026, 12, 18))
    Activity.objects.filter(reference="sfi-c").update(first_day=date(2026, 4, 1))
    found = offer()
    assert found.period == Period(date(2026, 4, 1), date(2026, 12, 18))
    assert {slot.period for slot in found.slots} == {found.period}


def test_a_time_that_ended_before_the_period_is_left_out(groups):
    ScheduleSlot.objects.filter(weekday=5).update(last_day=date(2026, 6, 12))
    assert [slot.weekday for slot in offer().slots] == [1, 2, 3, 4]


def test_seats_left_are_those_nobody_has_in_the_period(groups):
    seats(2)
    assert offer().seats == 2
    plan_for("amina")
    assert offer().seats == 1
    plan_for("hamid")
    assert offer().seats == 0
    seats(1)
    assert offer().seats == 0


def test_a_place_that_has_ended_or_was_withdrawn_is_free(groups):
    seats(5)
    plan_for("amina", last=date(2026, 8, 31))
    assert offer().seats == 5
    plan_for("hamid")
    assert offer().seats == 4
    Plan.objects.filter(person__reference="hamid").update(withdrawn_at=NOW)
    assert offer().seats == 5


def test_a_plan_that_was_cut_short_gives_its_seat_back(groups):
    seats(5)
    plan_for("amina")
    Plan.objects.update(last_day=date(2026, 8, 31))
    assert offer().seats == 5


def test_one_who_has_two_plans_after_each_other_takes_one_seat(groups):
    seats(5)
    plan_for("amina", last=date(2026, 10, 4))
    plan_for("amina", first=date(2026, 10, 5), version=2)
    assert offer().seats == 4
    assert offer(besides="amina").seats == 5


def test_one_who_was_recorded_twice_takes_one_seat(groups):
    seats(5)
    plan_for("amina")
    plan_for("hamid")
    Person.objects.filter(reference="hamid").update(merged_into=Person.objects.get(reference="amina"))
    assert offer().seats == 4
    assert offer(besides="amina").seats == 5


def test_one_can_ask_for_some_groups_only(groups):
    assert [found.group for found in offers(AUTUMN, groups=["egna-1", "ingen"])] == ["egna-1"]
    assert offers(AUTUMN, groups=()) == ()


def test_the_number_of_questions_does_not_grow(groups):
    def asked():
        with CaptureQueriesContext(
            connection,
        ) as questions:
            offers(AUTUMN)
        return len(questions)

    before = asked()
    week = (Slot(1, time(13), Minutes(90), Period(START)),)
    many = [GroupToRegister(f"g{n}", "sfi-c", f"Grupp {n}", "", "", week) for n in range(30)]
    register_groups(many, by="test", at=BEFORE)
    assert len(offers(AUTUMN)) == 32
    assert asked() == before == 5


def test_the_version_changes_with_what_is_published_and_with_nothing_else(groups):
    first = catalogue_version()
    assert catalogue_version() == first
    draft = Activity.objects.get(reference="egna")
    Activity.objects.filter(pk=draft.pk).update(publication="draft")
    without = catalogue_version()
    assert without != first
    Activity.objects.filter(pk=draft.pk).update(name="Något annat")
    assert catalogue_version() == without
    seen = {first, without}
    for change in (
        lambda: Activity.objects.filter(reference="sfi-c").update(cost_per_place=900),
        lambda: Effect.objects.filter(activity__reference="sfi-c").update(mechanism="Samtal"),
        lambda: Group.objects.filter(reference="sfi-c-1").update(capacity=9),
        lambda: ScheduleSlot.objects.filter(weekday=5).update(minutes=90),
        lambda: ScheduleSlot.objects.filter(weekday=5).update(last_day=START + timedelta(days=9)),
    ):
        change()
        assert catalogue_version() not in seen
        seen.add(catalogue_version())
