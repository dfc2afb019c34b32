"""Rows of contact, guardianship and notices that the database refuses, by constraint."""

from datetime import timedelta

from byggsten.records import models as m
from tests.people import BEFORE, NOW, START, TODAY
from tests.records.rows import person, twice, unit


def contact(**changed):
    values = {"way": "sms", "recorded_at": BEFORE, "recorded_by": "test"}
    return m.Contact.objects.create(**values | {"person": changed.pop("person", None) or person()} | changed)


def guardianship(**changed):
    values = {"kind": "guardian", "guardian_name": "Gun", "first_day": START}
    values |= {"recorded_at": BEFORE, "recorded_by": "test"}
    return m.Guardianship.objects.create(
        **values | {"child": changed.pop("child", None) or person()} | changed
    )


def own_guardian():
    child = person()
    return guardianship(child=child, guardian=child)


def notice(**changed):
    values = {"sender": "school", "message": "m1", "received_on": TODAY}
    values |= {"recorded_at": BEFORE, "recorded_by": "test"}
    return m.PartnerNotice.objects.create(**values | {"unit": changed.pop("unit", None) or unit()} | changed)


REFUSED = {
    "contact_is_by_a_known_way": lambda: contact(way="pigeon"),
    "contact_is_replaced_after_it_is_recorded": lambda: contact(replaced_at=BEFORE - timedelta(seconds=1)),
    "person_has_one_way_to_be_reached": lambda: twice(contact, "person"),
    "guardianship_is_of_a_known_kind": lambda: guardianship(kind="angel"),
    "guardianship_ends_on_or_after_it_starts": lambda: guardianship(last_day=START - timedelta(days=1)),
    "guardianship_is_replaced_after_it_is_recorded": lambda: guardianship(
        replaced_at=BEFORE - timedelta(seconds=1)
    ),
    "guardianship_says_whose_it_is": lambda: guardianship(guardian_name=""),
    "nobody_is_their_own_guardian": own_guardian,
    "notice_has_a_known_sender": lambda: notice(sender="king"),
    "notice_has_a_known_outcome_or_none": lambda: notice(outcome="lost", handled_at=NOW),
    "notice_has_a_message": lambda: notice(message=""),
    "notice_is_told_once_per_message": lambda: (notice(), notice()),
    "notice_says_when_it_was_handled": lambda: notice(outcome="not_ours"),
    "handled_notice_says_who_it_was_about": lambda: notice(outcome="known", handled_at=NOW),
}
