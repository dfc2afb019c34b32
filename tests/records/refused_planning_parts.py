"""Rows of goals, promises, extents and drafts that the database refuses, by constraint."""

from byggsten.records import models as m
from tests.people import NOW
from tests.records.rows import person, plan


def goal(**changed):
    values = {"position": 0, "kind": "self_support", "plan": changed.pop("plan", None) or plan()}
    return m.PlanGoal.objects.create(**values | changed)


def promise(**changed):
    values = {"position": 0, "party": "person", "words": "Kommer i tid."}
    return m.PlanPromise.objects.create(**values | {"plan": changed.pop("plan", None) or plan()} | changed)


def extent(**changed):
    values = {"reachable": 2400, "chosen": 2400, "reason": "full", "rules_version": "x", "plan": plan()}
    return m.PlanExtent.objects.create(**values | changed)


def draft(**changed):
    return m.PlanDraft.objects.create(
        **{"person": person(), "content": {}, "saved_at": NOW, "saved_by": "karin"} | changed
    )


def _twice(make):
    shared = plan()
    make(plan=shared)
    make(plan=shared)


REFUSED = {
    "goal_is_of_a_known_kind": lambda: goal(kind="gold"),
    "goal_has_its_own_place_in_a_plan": lambda: _twice(goal),
    "promise_is_by_a_known_party": lambda: promise(party="king"),
    "promise_says_what": lambda: promise(words=""),
    "promise_has_its_own_place_in_a_plan": lambda: _twice(promise),
    "extent_says_why": lambda: extent(reason=""),
    "draft_has_a_stamp": lambda: draft(stamp=0),
}
