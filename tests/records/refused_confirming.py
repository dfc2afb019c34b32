"""Rows of sights, stances and prior notices that the database refuses, by constraint."""

from datetime import timedelta

from byggsten.records import models as m
from tests.people import NOW
from tests.records.rows import group, plan


def sight(**changed):
    values = {"language": "ar", "text": "Min plan", "sha256": "a" * 64, "wording_version": "w"}
    values |= {"catalogue_version": "c", "rules_version": "r", "shown_at": NOW, "shown_by": "karin"}
    return m.PlanSight.objects.create(**values | {"plan": changed.pop("plan", None) or plan()} | changed)


def stance(**changed):
    seen = changed.pop("sight", None) or sight()
    values = {
        "plan": seen.plan,
        "sight": seen,
        "party": "person",
        "stance": "agrees",
        "at": NOW,
        "by": "karin",
    }
    return m.PlanStance.objects.create(**values | changed)


def notice(**changed):
    values = {
        "channel": "handed_over",
        "language": "ar",
        "text": "Du ska delta",
        "sent_at": NOW,
        "sent_by": "k",
    }
    values |= {"plan": changed.pop("plan", None) or plan(), "group": changed.pop("group", None) or group()}
    return m.PriorNotice.objects.create(**values | changed)


def twice(make, **shared):
    make(**shared)
    make(**shared)


REFUSED = {
    "sight_has_a_language": lambda: sight(language=""),
    "sight_has_a_text": lambda: sight(text=""),
    "the_same_sight_is_kept_once": lambda: twice(sight, plan=plan()),
    "stance_is_by_a_known_party": lambda: stance(party="cousin"),
    "stance_is_a_known_one": lambda: stance(stance="perhaps"),
    "disagreement_is_in_own_words": lambda: stance(stance="disagrees"),
    "prior_notice_goes_by_a_known_channel": lambda: notice(channel="pigeon"),
    "prior_notice_is_read_in_a_known_way_or_not": lambda: notice(read_at=NOW, read_how="perhaps"),
    "prior_notice_has_a_text": lambda: notice(text=""),
    "group_of_a_plan_is_noticed_once": lambda: twice(notice, plan=plan(), group=group()),
    "read_notice_says_when_and_how": lambda: notice(
        read_at=NOW - timedelta(seconds=1), read_how="at_the_meeting"
    ),
}
