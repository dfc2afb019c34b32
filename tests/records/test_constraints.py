"""Each constraint refuses the row it is named for, on the database at hand."""

from datetime import date, datetime, time, timedelta

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from byggsten.records import models as m
from byggsten.records.models.ledger import OWNED, STATES
from tests.people import BEFORE, NOW, START, TODAY, WEEK

pytestmark = pytest.mark.django_db
LATER, EARLIER = TODAY + timedelta(days=1), TODAY - timedelta(days=1)


def unit(**changed):
    return m.Unit.objects.create(**{"name": f"enhet {m.Unit.objects.count()}"} | changed)


def person(**changed):
    values = {"reference": f"p{m.Person.objects.count()}", "recorded_at": BEFORE}
    return m.Person.objects.create(**values | {"unit": changed.pop("unit", None) or unit()} | changed)


def staff(**changed):
    user = User.objects.create(username=f"u{User.objects.count()}")
    return m.StaffMember.objects.create(**{"user": user, "role": "teacher", "unit": unit()} | changed)


def place(**changed):
    return m.Place.objects.create(**{"name": "Torget", "latitude": 59.7, "longitude": 18.7} | changed)


def provider(**changed):
    values = {"name": f"anordnare {m.Provider.objects.count()}", "kind": "municipality"}
    return m.Provider.objects.create(**values | changed)


def activity(**changed):
    values = {"reference": f"a{m.Activity.objects.count()}", "name": "Sfi", "kind": "sfi"}
    return m.Activity.objects.create(**values | {"provider": provider()} | changed)


def effect(**changed):
    values = {"block": "language", "mechanism": "Undervisning"}
    return m.Effect.objects.create(
        **values | {"activity": changed.pop("activity", None) or activity()} | changed
    )


def group(**changed):
    values = {"reference": f"g{m.Group.objects.count()}", "name": "Grupp"}
    return m.Group.objects.create(**values | {"activity": activity()} | changed)


def slot(**changed):
    values = {"weekday": 1, "start": time(9), "minutes": 60, "first_day": START}
    return m.ScheduleSlot.objects.create(
        **values | {"group": changed.pop("group", None) or group()} | changed
    )


def session(**changed):
    values = {"reference": f"s{m.Session.objects.count()}", "day": TODAY, "start": time(9), "minutes": 60}
    values |= {"recorded_at": BEFORE, "group": changed.pop("group", None) or group()}
    return m.Session.objects.create(**values | changed)


def account(**changed):
    values = {"source": "skolan", "message": "m1", "witness": "teacher", "attended": 60, "absent": 0}
    values |= {"session": changed.pop("session", None) or session(), "recorded_at": NOW}
    values |= {"person": changed.pop("person", None) or person()}
    return m.Account.objects.create(**values | changed)


def waiting(**changed):
    values = {"source": "skolan", "message": "m1", "person_reference": "p", "session_reference": "s"}
    values |= {"raw": {}, "why": "", "recorded_at": NOW}
    return m.WaitingAccount.objects.create(**values | changed)


def assignment(**changed):
    values = {"first_day": START, "person": changed.pop("person", None) or person()}
    return m.Assignment.objects.create(**values | {"caseworker": staff()} | changed)


def remembered(model, **values):
    known = {"recorded_at": BEFORE, "recorded_by": "test", "first_day": START}
    if model is not m.Membership:
        known["person"] = values.pop("person", None) or person()
    return model.objects.create(**known | values)


def permit(**changed):
    return remembered(m.Permit, **{"ground": "p5_1"} | changed)


def fact(**changed):
    return remembered(m.Fact, **{"code": "mapped", "value": True} | changed)


def household(**changed):
    return m.Household.objects.create(**{"reference": f"h{m.Household.objects.count()}"} | changed)


def membership(**changed):
    values = {"reference": "barn-1", "role": "child"}
    return remembered(
        m.Membership, **values | {"household": changed.pop("household", None) or household()} | changed
    )


def plan(**changed):
    number = m.Plan.objects.count() + 1
    values = {"reference": f"plan {number}", "version": number, "first_day": START, "recorded_at": BEFORE}
    values |= {"recorded_by": "test", "person": changed.pop("person", None) or person()}
    return m.Plan.objects.create(**values | changed)


def item(**changed):
    values = {"first_day": START, "plan": changed.pop("plan", None) or plan()}
    return m.PlanItem.objects.create(**values | {"group": changed.pop("group", None) or group()} | changed)


def external(**changed):
    values = {"system": "skolan", "kind": "person", "value": "x1"}
    if not {"person", "session", "activity"} & changed.keys():
        values["person"] = person()
    return m.ExternalId.objects.create(**values | changed)


def ledger(**changed):
    zero = dict.fromkeys((*STATES, "offered", "announced", "gap", *OWNED.values()), 0)
    values = {"monday": WEEK.monday, "scheduled": 60, "attended": 60, "rules_version": "x"}
    values |= {"assessed_on": TODAY, "computed_at": NOW, "person": changed.pop("person", None) or person()}
    return m.WeekLedger.objects.create(**zero | values | changed)


def twice(make, *shared, **values):
    """Make two rows that share what must not be shared."""
    common = {name: {"person": person, "group": group, "household": household, "activity": activity,
                     "plan": plan, "session": session}[name]() for name in shared}  # fmt: skip
    make(**common, **values)
    make(**common, **values)


REFUSED = {
    "unit_has_a_name": lambda: unit(name=""),
    "place_has_a_name": lambda: place(name=""),
    "place_is_on_the_earth": lambda: place(latitude=91),
    "provider_has_a_name": lambda: provider(name=""),
    "provider_is_of_a_known_kind": lambda: provider(kind="circus"),
    "staff_member_has_a_known_role": lambda: staff(role="king"),
    "assignment_ends_on_or_after_it_starts": lambda: assignment(last_day=START - timedelta(days=1)),
    "person_has_one_current_caseworker": lambda: twice(assignment, "person"),
    "person_has_a_reference": lambda: person(reference=""),
    "personal_number_belongs_to_one_person": lambda: twice(person, number="199001012385"),
    "personal_number_has_twelve_digits": lambda: person(number="9001012385"),
    "person_has_a_known_sex_or_none": lambda: person(sex="yes"),
    "person_has_a_known_protection": lambda: person(protection="cape"),
    "permit_has_a_ground": lambda: permit(ground=""),
    "permit_ends_on_or_after_it_starts": lambda: permit(last_day=START - timedelta(days=1)),
    "permit_is_replaced_after_it_is_recorded": lambda: permit(replaced_at=BEFORE - timedelta(seconds=1)),
    "permit_of_a_ground_starts_once_on_a_day": lambda: twice(permit, "person"),
    "fact_has_a_code": lambda: fact(code=""),
    "fact_ends_on_or_after_it_starts": lambda: fact(last_day=START - timedelta(days=1)),
    "fact_is_replaced_after_it_is_recorded": lambda: fact(replaced_at=BEFORE - timedelta(seconds=1)),
    "fact_of_a_code_starts_once_on_a_day": lambda: twice(fact, "person"),
    "household_has_a_reference": lambda: household(reference=""),
    "member_has_a_reference": lambda: membership(reference=""),
    "member_has_a_known_role": lambda: membership(role="dog"),
    "membership_ends_on_or_after_it_starts": lambda: membership(last_day=START - timedelta(days=1)),
    "membership_is_replaced_after_it_is_recorded": lambda: membership(replaced_at=BEFORE - timedelta(1)),
    "member_enters_a_household_once_on_a_day": lambda: twice(membership, "household"),
    "external_id_has_a_value": lambda: external(value=""),
    "external_id_is_of_a_known_kind": lambda: external(kind="star"),
    "external_id_means_one_thing_in_a_system": lambda: twice(external),
    "external_id_points_at_what_its_kind_says": lambda: external(kind="person", session=session()),
    "activity_has_a_reference": lambda: activity(reference=""),
    "activity_has_a_name": lambda: activity(name=""),
    "activity_is_of_a_known_kind": lambda: activity(kind="circus"),
    "effect_is_on_a_known_building_block": lambda: effect(block="brick"),
    "effect_says_how": lambda: effect(mechanism=""),
    "effect_on_a_block_is_told_once": lambda: twice(effect, "activity"),
    "group_has_a_reference": lambda: group(reference=""),
    "group_has_a_name": lambda: group(name=""),
    "slot_is_on_a_day_of_the_week": lambda: slot(weekday=8),
    "slot_is_at_most_a_day_long": lambda: slot(minutes=1441),
    "slot_ends_on_or_after_it_starts": lambda: slot(last_day=START - timedelta(days=1)),
    "group_meets_once_at_a_time_of_the_week": lambda: twice(slot, "group"),
    "session_has_a_reference": lambda: session(reference=""),
    "group_has_one_session_at_a_time": lambda: twice(session, "group"),
    "session_is_at_most_a_day_long": lambda: session(minutes=0),
    "session_has_a_known_canceller_or_none": lambda: session(cancelled_by="rain", cancelled_at=NOW),
    "session_says_by_whom_and_when_it_was_cancelled": lambda: session(cancelled_by="provider"),
    "plan_has_a_reference": lambda: plan(reference=""),
    "plan_version_is_used_once_for_a_person": lambda: twice(plan, "person", version=1, withdrawn_at=NOW),
    "plan_version_starts_at_one": lambda: plan(version=0),
    "plan_ends_on_or_after_it_starts": lambda: plan(last_day=START - timedelta(days=1)),
    "plan_says_on_what_day_and_when_it_was_confirmed": lambda: plan(confirmed_on=TODAY),
    "plans_of_one_person_never_overlap": lambda: twice(plan, "person"),
    "plan_item_ends_on_or_after_it_starts": lambda: item(last_day=START - timedelta(days=1)),
    "group_starts_once_on_a_day_in_a_plan": lambda: twice(item, "plan", "group"),
    "account_is_told_once_per_message": lambda: twice(account, "session", "person"),
    "account_has_a_source": lambda: account(source=""),
    "account_has_a_message": lambda: account(message=""),
    "account_has_a_known_witness": lambda: account(witness="crow"),
    "account_is_about_at_least_a_minute": lambda: account(attended=0),
    "account_has_no_more_valid_absence_than_absence": lambda: account(told_valid=1),
    "account_waits_once_per_message": lambda: twice(waiting),
    "waiting_account_is_resolved_after_it_is_recorded": lambda: waiting(resolved_at=BEFORE),
    "late_change_of_a_mark_says_why": lambda: m.MarkReason.objects.create(account=account(), words=""),
    "person_has_one_ledger_per_week": lambda: twice(ledger, "person"),
    "ledger_week_starts_on_a_monday": lambda: ledger(monday=WEEK.days[1]),
    "states_add_up_to_scheduled": lambda: ledger(attended=59, owned_by_person=1),
    "every_missing_minute_has_one_owner": lambda: ledger(gap=60),
    "offered_and_announced_are_within_scheduled": lambda: ledger(offered=61),
    "event_has_a_code": lambda: m.Event.objects.create(code="", actor="karin", at=NOW),
    "event_has_an_actor": lambda: m.Event.objects.create(code="x", actor="", at=NOW),
    "reading_has_an_actor": lambda: m.ReadLog.objects.create(actor="", page="p", purpose="p", at=NOW),
    "reading_has_a_page": lambda: m.ReadLog.objects.create(actor="a", page="", purpose="p", at=NOW),
    "reading_has_a_purpose": lambda: m.ReadLog.objects.create(actor="a", page="p", purpose="", at=NOW),
    "reading_is_about_somebody": lambda: m.PersonRead.objects.create(
        reading=m.ReadLog.objects.create(actor="a", page="p", purpose="p", at=NOW), person=""
    ),
    "import_has_a_source": lambda: m.ImportBatch.objects.create(source="", kind="p", by="a", at=NOW),
    "file_is_taken_in_once": lambda: [
        m.ImportBatch.objects.create(source="f", kind="p", sha256="0", by="a", at=NOW) for _ in range(2)
    ],
}
# These two are no constraints of Django's: the databases hold them in their own ways.
OF_THE_DATABASE = {"plans_of_one_person_never_overlap", "ledger_week_starts_on_a_monday"}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name):
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        REFUSED[name]()
    said = str(caught.value)
    # SQLite names the columns of a unique constraint instead of the constraint.
    assert name in said or "UNIQUE constraint failed" in said


def test_every_constraint_is_tried():
    named = {c.name for model in apps.get_app_config("records").get_models() for c in model._meta.constraints}
    assert named | OF_THE_DATABASE == set(REFUSED)


@pytest.mark.parametrize("make", [
    unit, person, staff, place, provider, activity, effect, group, slot, session, account, waiting,
    assignment, permit, fact, membership, plan, item, external, ledger,
])  # fmt: skip
def test_the_same_row_without_the_fault_is_accepted(make):
    assert make().pk


def test_plans_may_follow_each_other_and_a_withdrawn_one_is_not_counted():
    who = person()
    plan(person=who, last_day=TODAY)
    plan(person=who, first_day=LATER)
    plan(person=who, withdrawn_at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        m.Plan.objects.filter(first_day=LATER).update(first_day=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        m.Plan.objects.filter(withdrawn_at=NOW).update(withdrawn_at=None)
    plan(first_day=TODAY)


@pytest.mark.parametrize("make", [
    account,
    lambda: m.Event.objects.create(code="x", actor="karin", at=NOW),
    lambda: m.ReadLog.objects.create(actor="karin", page="p", purpose="p", at=NOW),
    lambda: m.PersonRead.objects.create(
        reading=m.ReadLog.objects.create(actor="a", page="p", purpose="p", at=NOW), person="amina"
    ),
    lambda: m.MarkReason.objects.create(account=account(), words="fel ruta"),
])  # fmt: skip
def test_what_was_said_done_and_read_is_never_changed(make):
    row = make()
    column = row._meta.concrete_fields[1].attname
    with pytest.raises(IntegrityError, match="is_append_only"), transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(**{column: getattr(row, column)})
    with pytest.raises(IntegrityError, match="is_append_only"), transaction.atomic():
        type(row).objects.filter(pk=row.pk).delete()
    assert type(row).objects.filter(pk=row.pk).exists()


def test_a_stored_moment_keeps_its_zone():
    told_at = datetime.fromisoformat("2026-11-24T09:30:00+01:00")
    assert m.Account.objects.get(pk=account(recorded_at=told_at).pk).recorded_at == told_at == NOW


def test_dates_far_away_are_kept():
    assert m.Person.objects.get(pk=person(born=date(1900, 2, 28)).pk).born == date(1900, 2, 28)
