"""One person's proposal: by examples, against every choice there is, and by what always holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byggsten.domain.dates import Period
from byggsten.domain.plan_draft import Draft
from byggsten.domain.plan_findings import Orientation, Severity, findings
from byggsten.domain.planning import ActivityKind, BuildingBlock, SwedishLevel
from byggsten.domain.week_grid import Window
from byggsten.optimise.answers import Obstacle
from byggsten.optimise.proposal import propose
from tests.domain.offers import ISLAND, MONDAY, RIMBO, TERM, offer, sfi, situation, slots
from tests.optimise.choosing import best, cost_of, people, refuse_faults, towns_offers

AFTERNOONS = offer("em", when=slots(start="12:00", minutes=300))
FEW = settings(max_examples=40, deadline=None)


def proposed(offers, about=None, **changed):
    return propose(about or situation(**changed), offers, MONDAY, last_day=TERM.last_day)


def groups(proposal):
    return [choice.group for choice in proposal.chosen]


def test_a_whole_week_that_is_there_is_proposed_with_nothing_left_out():
    found = proposed([AFTERNOONS, sfi(), offer("kväll", when=slots("1", "18:00", 60), seats=0)])
    assert (groups(found), found.minutes, found.required) == (["sfi", "em"], 2400, 2400)
    assert (found.unmet, found.gap) == ((), 0)


def test_why_in_words():
    late = sfi(place=RIMBO, seats=4, period=Period(date(2026, 12, 7), TERM.last_day))
    (choice,) = proposed([late]).chosen
    assert choice.why == (
        "Grupp sfi på Rimbo torg, eftersom språket är svagast, personen har rätt till sfi, "
        "gruppen börjar 7 december 2026, 4 platser är kvar och det tar omkring 48 minuter att nå."
    )
    assert (choice.first_day, choice.last_day) == (date(2026, 12, 7), None)


def test_a_proposal_can_stand_as_a_draft():
    found = proposed([AFTERNOONS, sfi()])
    draft = Draft(TERM, choices=found.chosen)
    assert not [f for f in findings(draft, [AFTERNOONS, sfi()], situation()) if f.severity is Severity.STOP]


def test_sfi_before_another_activity_at_the_same_time():
    assert groups(proposed([offer("a"), sfi("b")])) == ["b"]


def test_the_weakest_block_before_another():
    """Both fit alone; one strengthens what is weakest."""
    weak = offer("z", strengthens="livelihood")
    levels = dict.fromkeys(BuildingBlock, 2) | {BuildingBlock.LIVELIHOOD: 0}
    assert groups(proposed([offer("a"), weak], needs_sfi=False, levels=levels)) == ["z"]


def test_what_weakens_comes_last():
    assert groups(proposed([offer("a", weakens="norms"), offer("b")], needs_sfi=False)) == ["b"]


def test_what_the_person_wants_before_another():
    wanted = offer("z", name="Snickeri")
    assert groups(proposed([offer("a"), wanted], needs_sfi=False, wishes=("snickeri",))) == ["z"]


def test_the_nearest_and_the_soonest_of_two_alike():
    assert groups(proposed([offer("a", place=RIMBO), offer("b")], needs_sfi=False)) == ["b"]
    later = offer("a", period=Period(date(2027, 1, 11), TERM.last_day))
    assert groups(proposed([later, offer("b")], needs_sfi=False)) == ["b"]


def test_one_course_of_sfi_at_a_time():
    assert len(proposed([sfi("a"), sfi("b", when=slots(start="13:00"))]).chosen) == 1


@pytest.mark.parametrize(
    ("other", "changed", "obstacle"),
    [
        (sfi(seats=0), {}, Obstacle.SEATS),
        (sfi(place=ISLAND), {}, Obstacle.TRAVEL),
        (sfi(swedish_from=SwedishLevel.SFI_D), {}, Obstacle.LEVEL),
        (sfi(swedish_from=SwedishLevel.SFI_B), {"swedish": None}, Obstacle.LEVEL),
        (sfi(language="ar"), {}, Obstacle.LANGUAGE),
        (
            sfi(),
            {"needs_care": True, "care": (Window(1, slots("1")[0].start, slots("1")[0].start),)},
            Obstacle.CARE,
        ),
    ],
)
def test_what_stands_in_the_way_is_found_by_taking_it_away(other, changed, obstacle):
    """For both: the hours of the week, and the sfi that they would have held."""
    norms = situation().norms
    near = replace(norms, travel_day=replace(norms.travel_day, value=100))
    found = proposed([other], **{"norms": near} | changed)
    assert groups(found) == []
    assert {u.need: u.obstacle for u in found.unmet} == {"hours": obstacle, "sfi": obstacle}
    assert {u.about for u in found.unmet} == {("sfi",)}
    assert str(found.unmet[0].text).startswith("40 timmar i veckan går inte att erbjuda: ")


def test_hours_that_nothing_gives():
    found = proposed([sfi()])
    assert [(u.need, u.minutes, u.obstacle) for u in found.unmet] == [
        ("hours", 1500, Obstacle.NOTHING_EXISTS)
    ]
    assert str(found.unmet[0].text) == (
        "25 timmar i veckan går inte att erbjuda: "
        "det finns inget mer i katalogen som passar personen och tiden."
    )


def test_hours_at_the_same_time():
    found = proposed([sfi(), offer("b", when=slots(start="09:00", minutes=300))])
    assert [(u.need, u.obstacle) for u in found.unmet] == [("hours", Obstacle.TIMES)]


def test_an_extent_that_does_not_hold_fifteen_hours_of_sfi():
    found = proposed([sfi()], required=600, extent="adapted")
    assert ("sfi", Obstacle.EXTENT) in [(u.need, u.obstacle) for u in found.unmet]
    assert found.minutes <= 720


def test_without_duty_only_rights_are_proposed():
    about = situation(extent="parental_leave", required=0)
    assert groups(proposed([sfi(), AFTERNOONS], about)) == ["sfi"]
    unknown = proposed([sfi(), AFTERNOONS], required=None, extent="")
    assert groups(unknown) == ["sfi"]
    assert [u.obstacle for u in unknown.unmet] == [Obstacle.UNKNOWN_EXTENT]


def test_civic_orientation_in_a_language_that_the_person_speaks():
    kind, need = ActivityKind.ORIENTATION, Orientation(3000, date(2027, 2, 1), "lag")
    courses = [
        offer(f"so-{language}", kind, slots("13", start="13:00"), language=language, strengthens="norms")
        for language in ("ar", "ti")
    ]
    found = proposed([sfi(), *courses], orientation=need, languages=("ti",))
    assert groups(found) == ["sfi", "so-ti"]
    assert (
        "50 timmar samhällsorientering återstår och ska enligt strategin vara klara 1 februari 2027"
        in found.chosen[1].why
    )
    assert not proposed(
        [*courses], orientation=replace(need, left=0), languages=("ti",), required=None
    ).chosen


def test_a_days_journeys_are_counted_together():
    """Each alone is within the bound; both in one day are not."""
    norms = situation().norms
    bound = replace(norms, travel_day=replace(norms.travel_day, value=190))
    two = [
        offer("a", when=slots("1", "08:00"), place=ISLAND),
        offer("b", when=slots("1", "15:00"), place=RIMBO),
    ]
    for one in two:
        assert groups(proposed([one], needs_sfi=False, norms=bound)) == [one.group]
    assert len(proposed(two, needs_sfi=False, norms=bound).chosen) == 1


@FEW
@given(people(), towns_offers())
def test_the_solver_finds_what_trying_everything_finds(about, offers):
    found = proposed(offers, about)
    assert found.gap <= 1e-6
    assert cost_of(about, offers, found) == pytest.approx(best(about, offers), abs=1e-3)


@FEW
@given(people(), towns_offers(most=9))
def test_a_proposal_keeps_to_everything(about, offers):
    found = proposed(offers, about)
    refuse_faults(about, offers, found)
    assert all(choice.why.endswith(".") for choice in found.chosen)


@FEW
@given(people(), towns_offers(), st.randoms(use_true_random=False))
def test_the_same_question_has_the_same_answer(about, offers, lot):
    mixed = list(offers)
    lot.shuffle(mixed)
    one, other = proposed(offers, about), proposed(mixed, about)
    assert (one.chosen, one.unmet, one.minutes) == (other.chosen, other.unmet, other.minutes)


@FEW
@given(people(), towns_offers())
def test_a_group_more_is_never_worse(about, offers):
    for number in range(len(offers)):
        fewer = offers[:number]
        assert best(about, offers) <= best(about, fewer) + 1e-6
        assert cost_of(about, offers, proposed(offers, about)) <= (
            cost_of(about, fewer, proposed(fewer, about)) + 1e-3
        )


@FEW
@given(people(), towns_offers())
def test_every_hour_that_is_short_has_its_reason(about, offers):
    found = proposed(offers, about)
    if about.required and not about.voluntary and about.required - found.minutes > 120:
        assert [u.minutes for u in found.unmet if u.need == "hours"] == [about.required - found.minutes]
