"""An activity is published when it says all that the strategy asks for, and never before."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byggsten.domain.catalogue import ActivityDraft, NotReady, Slot, missing, publish
from byggsten.domain.catalogue.collisions import Collision, collide, refuse_collisions
from byggsten.domain.dates import Minutes, Period
from byggsten.domain.planning import BuildingBlock, Effect, SwedishLevel
from tests.domain.catalogue_drafts import COMPLETE, GROUP, MONDAY, drafts, slots

DOWN = Effect(BuildingBlock.SECURITY, False, "Tidiga morgnar")


def lacks(draft):
    return [one.field for one in missing(draft)]


def test_an_activity_that_says_everything_is_published():
    activity = publish(COMPLETE)
    assert (activity.reference, activity.kind, activity.effects) == ("kok", COMPLETE.kind, COMPLETE.effects)
    assert activity.forgone_benefit == COMPLETE.forgone_benefit


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", " "),
        ("kind", None),
        ("provider", ""),
        ("target_group", ""),
        ("swedish_from", None),
        ("effects", ()),
        ("weakens_nothing", "  "),
        ("forgone_benefit", ""),
        ("cost_per_place", None),
        ("cost_per_place", -1),
        ("cost_source", ""),
        ("groups", ()),
        ("groups", (replace(GROUP, capacity=None),)),
        ("groups", (GROUP, replace(GROUP, reference="kok-2", slots=()))),
    ],
)
def test_without_one_of_them_it_is_not_published(field, value):
    draft = replace(COMPLETE, **{field: value})
    assert lacks(draft) == [field]
    with pytest.raises(NotReady) as caught:
        publish(draft)
    assert [one.field for one in caught.value.lacks] == [field]


def test_everything_that_is_missing_is_told_at_once():
    assert lacks(ActivityDraft(reference="tom")) == [
        "name", "kind", "provider", "target_group", "swedish_from", "effects", "weakens_nothing",
        "forgone_benefit", "cost_per_place", "cost_source", "groups",
    ]  # fmt: skip


def test_a_block_that_may_be_weakened_needs_its_mechanism_too():
    assert not lacks(replace(COMPLETE, weakens_nothing="", effects=(*COMPLETE.effects, DOWN)))
    silent = replace(COMPLETE, weakens_nothing="", effects=(*COMPLETE.effects, replace(DOWN, mechanism=" ")))
    assert set(lacks(silent)) == {"weakens_nothing", "effects"}


def test_one_cannot_say_both_that_something_is_weakened_and_that_nothing_is():
    assert lacks(replace(COMPLETE, effects=(*COMPLETE.effects, DOWN))) == ["weakens_nothing"]


def test_to_weaken_is_not_enough():
    assert "effects" in lacks(replace(COMPLETE, effects=(DOWN,), weakens_nothing=""))


def test_a_project_is_evaluated_and_ends():
    project = replace(COMPLETE, project=True)
    assert lacks(project) == ["evaluation", "last_day"]
    assert not lacks(
        replace(project, evaluation="Hur många som fick arbete, i juni.", last_day=date(2027, 6, 1))
    )


def test_time_of_ones_own_needs_no_schedule():
    assert not lacks(replace(COMPLETE, self_reported=True, groups=()))
    assert not lacks(replace(COMPLETE, self_reported=True, groups=(replace(GROUP, slots=(), capacity=None),)))


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [
        (SwedishLevel.SFI_C, SwedishLevel.SFI_B, ["swedish_to"]),
        (SwedishLevel.SFI_C, SwedishLevel.SFI_C, []),
        (SwedishLevel.NONE, SwedishLevel.BEYOND, []),
    ],
)
def test_levels_are_in_order(low, high, found):
    assert lacks(replace(COMPLETE, swedish_from=low, swedish_to=high)) == found


def test_days_are_in_order():
    assert lacks(replace(COMPLETE, first_day=date(2026, 2, 2), last_day=date(2026, 2, 1))) == ["last_day"]


@given(drafts())
def test_nothing_is_published_without_what_the_strategy_asks_for(draft):
    if missing(draft):
        with pytest.raises(NotReady) as caught:
            publish(draft)
        assert caught.value.lacks == missing(draft)
        return
    activity = publish(draft)
    assert draft.name
    assert draft.provider
    assert draft.target_group
    assert draft.kind is not None
    assert draft.swedish_from is not None
    assert any(effect.strengthens for effect in activity.effects)
    assert all(effect.mechanism for effect in activity.effects)
    assert bool(draft.weakens) != bool(draft.weakens_nothing)
    assert activity.forgone_benefit
    assert draft.cost_per_place is not None
    assert draft.cost_source
    assert not draft.project or (draft.evaluation and draft.last_day)
    assert draft.self_reported or (
        draft.groups and all(group.slots and group.capacity is not None for group in draft.groups)
    )


@given(drafts(), st.data())
def test_what_completes_a_draft_is_what_was_missing(draft, data):
    told = {
        name: getattr(COMPLETE, name)
        for name in (
            "kind", "target_group", "swedish_from", "effects", "weakens_nothing", "forgone_benefit",
            "cost_per_place", "cost_source", "groups",
        )
    }  # fmt: skip
    told |= {
        "swedish_to": None,
        "evaluation": "Hur det gick",
        "first_day": None,
        "last_day": date(2036, 1, 1),
    }
    whole = replace(draft, **told)
    assert not missing(whole)
    field = data.draw(st.sampled_from(("kind", "target_group", "effects", "forgone_benefit", "cost_source")))
    empty = {"kind": None, "effects": ()}.get(field, "")
    assert lacks(replace(whole, **{field: empty})) == [field]


@given(slots(), slots())
def test_two_times_collide_both_ways_or_not_at_all(one, other):
    assert collide(one, other) == collide(other, one)
    assert collide(one, one)


@pytest.mark.parametrize(
    ("start", "minutes", "weekday", "period", "collides"),
    [
        (time(12), 60, 1, MONDAY.period, False),
        (time(11, 59), 60, 1, MONDAY.period, True),
        (time(8), 60, 1, MONDAY.period, False),
        (time(8), 61, 1, MONDAY.period, True),
        (time(9), 180, 2, MONDAY.period, False),
        (time(9), 180, 1, Period(date(2026, 1, 1), date(2026, 8, 16)), False),
        (time(9), 180, 1, Period(date(2026, 1, 1), date(2026, 8, 17)), True),
    ],
)
def test_times_collide_when_they_share_a_minute(start, minutes, weekday, period, collides):
    other = Slot(weekday, start, Minutes(minutes), period)
    assert collide(MONDAY, other) is collides
    if collides:
        with pytest.raises(Collision, match=r"09\.00"):
            refuse_collisions([MONDAY, other])
    else:
        refuse_collisions([MONDAY, other])


def test_a_time_ends_before_midnight():
    refuse_collisions([replace(MONDAY, start=time(21), minutes=Minutes(180))])
    with pytest.raises(Collision, match="midnatt"):
        refuse_collisions([replace(MONDAY, start=time(21, 1), minutes=Minutes(180))])
