"""Findings about a plan being written: each by an example, and by what always holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byggsten.domain.dates import Period
from byggsten.domain.plan_draft import Choice, Goal
from byggsten.domain.plan_findings import Clock, Norms, Orientation, OtherPlan, Severity, SfiEnded, findings
from byggsten.domain.planning import ActivityKind, BuildingBlock, GoalKind, Publication, SwedishLevel
from byggsten.domain.week_grid import Window, collisions, grid, week_minutes
from tests.domain.offers import (
    MONDAY,
    RIMBO,
    TERM,
    catalogues,
    draft,
    drafts,
    offer,
    sfi,
    situation,
    situations,
    slots,
)

STOP, WARN, NOTE = Severity
ORIENTATION = ActivityKind.ORIENTATION
FULL_WEEK = (sfi(), offer("em", when=slots(start="12:00", minutes=300)))


def told(offers, chosen=None, about=None, **changed):
    """Code by severity of what is found when all the offers, or the draft, are chosen."""
    drawn = chosen if chosen is not None else draft(*(one.group for one in offers))
    return {f.code: f for f in findings(drawn, offers, about or situation(**changed))}


def test_a_week_in_order_has_only_the_holidays_to_tell():
    assert set(told(FULL_WEEK)) == {"holidays"}


@pytest.mark.parametrize("goals", [(), (Goal(GoalKind.LANGUAGE), Goal(GoalKind.SELF_SUPPORT))])
def test_supporting_oneself_comes_first(goals):
    found = told(FULL_WEEK, draft("sfi", "em", goals=goals))
    (code,) = {"no_goal", "self_support_not_first"} & set(found)
    assert found[code].severity is WARN
    assert "Integrationsstrategin" in found[code].source


def test_nothing_chosen_cannot_stand():
    assert told((), draft())["nothing_chosen"].severity is STOP


@pytest.mark.parametrize(
    ("minutes", "code"), [(275, "extent_under"), (276, ""), (300, ""), (324, ""), (325, "extent_over")]
)
def test_the_extent_within_the_tolerance_of_two_hours(minutes, code):
    """Forty hours are required; sfi gives fifteen and the afternoons the rest."""
    found = told((sfi(), offer("em", when=slots(start="12:00", minutes=minutes))))
    assert {one for one in found if one.startswith("extent")} == ({code} if code else set())


def test_the_sentence_says_how_many_hours():
    found = told((sfi(),))["extent_under"]
    assert str(found.text) == "15 timmar är valda av 40. Det saknas 25 timmar i en hel vecka."


def test_weeks_that_dip_are_told():
    late = offer(
        "em", when=slots(start="12:00", minutes=300), period=Period(date(2027, 1, 11), TERM.last_day)
    )
    found = told((sfi(), late))["extent_dips"]
    assert (found.severity, found.text.blanks["day"], found.text.blanks["hours"]) == (NOTE, MONDAY, "15")


def test_an_unknown_extent_is_asked_for_and_nothing_is_held_against_anybody():
    found = told(FULL_WEEK, required=None, extent="", ask=("Födelsedag",))
    assert found["extent_unknown"].severity is NOTE
    assert "Födelsedag" in str(found["extent_unknown"].text)
    assert not any(f.severity is STOP for f in found.values())


@pytest.mark.parametrize(("extent", "grave"), [("adapted", STOP), ("small_children", WARN)])
def test_an_adapted_extent_says_what_it_rests_on(extent, grave):
    about = situation(required=1200, extent=extent)
    assert told(FULL_WEEK, about=about)["adapted_without_evidence"].severity is grave
    assert "adapted_without_evidence" not in told(
        FULL_WEEK, draft("sfi", evidence="Läkarintyg 2026-11-02"), about
    )


def test_sfi_under_fifteen_hours():
    four_days = sfi(when=slots("1234"))
    found = told((four_days,))["sfi_under"]
    assert (found.severity, found.source) == (WARN, "skollagen 20 kap. 24 §")
    assert found.text.blanks == {"least": "15", "chosen": "12"}
    assert "förenligt med utbildningens syfte" in str(found.text)
    later = Period(MONDAY + timedelta(weeks=2), TERM.last_day)
    joined = (four_days, sfi("fredag", when=slots("5", period=later), period=later))
    assert told(joined)["sfi_under"].text.blanks["chosen"] == "13,5"
    assert "sfi_under" not in told((four_days,), needs_sfi=False)
    assert told((four_days,), needs_sfi=None)["sfi_unknown"].severity is NOTE
    assert "sfi_under" not in told((four_days,), norms=Norms())


def test_that_the_time_for_sfi_has_run_out_is_told():
    ended = SfiEnded(date(2026, 10, 1), True, "prop. 2025/26:10", "V2")
    found = told(FULL_WEEK, needs_sfi=False, sfi_ended=ended)["sfi_ended"]
    assert (found.severity, found.source, found.confidence) == (NOTE, "prop. 2025/26:10", "V2")
    assert "högst sex månader i taget. Fråga om det finns skäl." in str(found.text)
    done = told(FULL_WEEK, needs_sfi=False, sfi_ended=replace(ended, extendable=False))["sfi_ended"]
    assert "går inte att förlänga mer" in str(done.text)


def test_civic_orientation_in_time_at_the_chosen_pace():
    """Three hours a week from 30 November; Christmas Eve and the like are no days of teaching."""
    course = offer("so", ORIENTATION, slots("4"), strengthens="norms")
    # Thursdays 3 December to 28 January but 24 and 31 December: seven times three hours.
    for left, late in ((21 * 60, None), (24 * 60, "3")):
        need = Orientation(left, date(2027, 1, 28), "förordning 2010:1138")
        found = told((course,), orientation=need)
        assert ("orientation_late" in found) == (late is not None)
        if late:
            assert found["orientation_late"].text.blanks["late"] == late
            assert found["orientation_late"].source == "förordning 2010:1138"


def test_civic_orientation_that_is_not_chosen_or_has_no_day():
    need = Orientation(6000, date(2027, 6, 1), "lag")
    assert told(FULL_WEEK, orientation=need)["orientation_missing"].severity is WARN
    course = offer("so", ORIENTATION, slots("4"), strengthens="norms")
    assert told((course,), orientation=replace(need, due=None))["orientation_due"].severity is NOTE
    for clock, words in ((Clock.STRATEGY, "enligt strategin ha varit"), (Clock.LAW, "normalt ha varit")):
        passed = told((course,), orientation=replace(need, due=date(2026, 6, 1), clock=clock))
        assert words in str(passed["orientation_due"].text)
    assert not {code for code in told((course,), orientation=replace(need, left=0)) if "orient" in code}


def test_each_clock_of_civic_orientation_says_whose_day_it_is():
    need = Orientation(6000, date(2027, 6, 1), "lag", offer_by=date(2029, 2, 1), offer_source="2013:156 4 §")
    found = told(FULL_WEEK, orientation=need)
    assert "ska enligt strategin vara klar" in str(found["orientation_due"].text)
    offered = found["orientation_offer"]
    assert str(offered.text) == "Kommunen måste erbjuda samhällsorientering senast 2029-02-01."
    assert (offered.severity, offered.source) == (NOTE, "2013:156 4 §")
    course = offer("so", ORIENTATION, slots("4"), strengthens="norms")
    late = told((course,), orientation=replace(need, clock=Clock.LAW))
    assert "bör normalt vara klar" in str(late["orientation_late"].text)
    assert "orientation_offer" not in late
    # The last day to offer it is no day to be finished.
    unknown = told((course,), orientation=replace(need, due=None))["orientation_due"]
    assert "ingen dag att bli klar till" in str(unknown.text)


@pytest.mark.parametrize(
    ("known", "code"),
    [
        (SwedishLevel.SFI_A, "level_below"),
        (SwedishLevel.SFI_B, ""),
        (SwedishLevel.SFI_C, ""),
        (SwedishLevel.SFI_D, "level_above"),
        (None, "level_unknown"),
    ],
)
def test_the_level_of_swedish(known, code):
    group = sfi(swedish_from=SwedishLevel.SFI_B, swedish_to=SwedishLevel.SFI_C)
    found = {one for one in told((group,), swedish=known) if one.startswith("level")}
    assert found == ({code} if code else set())


def test_a_full_group_cannot_be_chosen_but_one_keeps_ones_own_place():
    full = sfi(seats=0)
    assert told((full,))["group_full"].severity is STOP
    assert "group_full" not in told((full,), held_groups=frozenset({"sfi"}))
    assert told((sfi(seats=None),))["seats_unknown"].severity is NOTE


def test_a_group_that_never_meets_in_the_plan():
    later = sfi(period=Period(date(2027, 8, 16)), when=slots(period=Period(date(2027, 8, 16))))
    assert told((later,))["outside_plan"].severity is STOP
    ended = draft(Choice("sfi", last_day=MONDAY - timedelta(days=1)))
    assert told((sfi(),), ended)["outside_plan"].severity is STOP


@pytest.mark.parametrize(
    ("publication", "word"),
    [(Publication.DRAFT, "inte är publicerad"), (Publication.CLOSED, "stängd"), (None, "erbjuds inte")],
)
def test_a_group_that_is_not_offered_says_why(publication, word):
    why = {"borta": publication} if publication else {}
    (found,) = (
        f for f in findings(draft("borta"), (), situation(), publications=why) if f.code == "not_offered"
    )
    assert found.severity is STOP
    assert word in str(found.text)


def test_a_group_is_chosen_once():
    found = told((sfi(),), draft("sfi", "sfi"))
    assert found["chosen_twice"].severity is STOP
    assert found["extent_under"].text.blanks["chosen"] == "15"


def test_late_to_begin():
    on_time, late = Period(MONDAY + timedelta(weeks=6)), Period(MONDAY + timedelta(weeks=6, days=1))
    assert "starts_late" not in told((sfi(period=on_time),))
    assert told((sfi(period=late),))["starts_late"].severity is WARN


def test_a_collision_stops_and_says_who_and_when():
    found = told((sfi(), offer("b", when=slots("3", "11:00"))))["collision"]
    assert (found.severity, found.about) == (STOP, ("b", "sfi"))
    assert str(found.text) == "Grupp sfi och Grupp b är samtidigt på onsdag, från 11.00."


def test_a_collision_with_another_plan_that_remains():
    busy = grid([offer("annan", when=slots("2", "10:00"))])
    assert told((sfi(),), busy=busy)["collision"].about == ("annan", "sfi")
    both = grid([offer("x", when=slots("6")), offer("y", when=slots("6"))])
    assert "collision" not in told((sfi(),), busy=both)


def test_too_little_time_for_the_journey_and_too_long_a_day():
    found = told((sfi(), offer("b", when=slots("3", "12:30"), place=RIMBO)))
    assert found["travel_gap"].text.blanks | {"one": 0, "other": 0, "weekday": 0} == {
        "gap": 30, "travel": 48, "one": 0, "other": 0, "weekday": 0,
    }  # fmt: skip
    assert "too_far" not in found
    far = replace(situation().norms, travel_day=replace(situation().norms.travel_day, value=95))
    assert told((offer("b", place=RIMBO),), norms=far)["too_far"].severity is WARN


def test_unknown_journeys_are_asked_for():
    assert "var personen bor" in str(told((sfi(),), home=None)["travel_unknown"].text)
    assert "var grupperna träffas" in str(told((sfi(place=None),))["travel_unknown"].text)


def test_the_care_of_children():
    care = tuple(Window(day, time(8), time(12)) for day in range(1, 5))
    found = told((sfi(),), needs_care=True, care=care)["outside_care"]
    assert (found.severity, found.about, found.text.blanks["weekdays"]) == (WARN, ("sfi",), "fredag")
    for needs, hours in ((True, None), (None, None)):
        assert told((sfi(),), needs_care=needs, care=hours)["care_unknown"].severity is NOTE


def test_the_weakest_block_is_strengthened_and_a_weakened_one_is_told():
    only_social = (offer("a", weakens="norms"),)
    found = told(only_social)
    assert found["block_unstrengthened"].about == (BuildingBlock.LANGUAGE,)
    assert (found["block_weakened"].severity, found["block_weakened"].about) == (NOTE, ("a", "norms"))
    assert told((offer("a", weakens="language"),))["block_weakened"].severity is WARN
    unknown = dict.fromkeys(BuildingBlock)
    assert told(only_social, levels=unknown)["blocks_unknown"].severity is NOTE
    assert "block_unstrengthened" not in told(only_social, levels=unknown)


@pytest.mark.parametrize("extent", ["minor", "outside", "senior", "parental_leave"])
def test_nothing_is_required_of_a_child_or_without_duty(extent):
    found = told((sfi(when=slots("1")),), required=0, extent=extent, extent_words="Är 9 år.")
    assert found["voluntary"].severity is NOTE
    assert not {"extent_under", "extent_over"} & set(found)
    assert found["sfi_under"].severity is NOTE
    assert ("barn" in found["voluntary"].source) == (extent == "minor")


def test_the_length_of_the_plan():
    assert told(FULL_WEEK, draft("sfi", "em", period=None))["no_period"].severity is STOP
    assert told(FULL_WEEK, draft("sfi", "em", period=Period(MONDAY)))["no_end"].severity is WARN
    year = Period(MONDAY, date(2027, 11, 30))
    assert "too_long" not in told(FULL_WEEK, draft("sfi", period=year))
    longer = Period(MONDAY, date(2027, 12, 1))
    assert told(FULL_WEEK, draft("sfi", period=longer))["too_long"].source == "strategin"


def test_one_plan_is_replaced_and_two_are_too_many():
    plans = (
        OtherPlan("p-1", Period(date(2026, 3, 2), date(2027, 1, 1))),
        OtherPlan("p-2", Period(date(2027, 1, 2))),
    )
    assert told(FULL_WEEK, plans=plans[:1])["replaces_plan"].severity is NOTE
    found = told(FULL_WEEK, plans=plans)["two_plans"]
    assert (found.severity, found.about) == (STOP, ("p-1", "p-2"))


anything = st.tuples(catalogues(), situations()).flatmap(
    lambda both: st.tuples(st.just(both[0]), st.just(both[1]), drafts([o.group for o in both[0]]))
)


@given(anything)
def test_findings_never_fail_and_every_one_says_something(drawn):
    offers, about, chosen = drawn
    for finding in findings(chosen, offers, about):
        assert str(finding.text).endswith((".", "män."))
        assert "%" not in str(finding.text)
        assert finding.code
        assert finding.source


@given(anything, st.randoms(use_true_random=False))
def test_the_order_of_the_choices_and_the_offers_does_not_matter(drawn, lot):
    offers, about, chosen = drawn
    choices, mixed = list(chosen.choices), list(offers)
    lot.shuffle(choices)
    lot.shuffle(mixed)
    assert findings(replace(chosen, choices=tuple(choices)), mixed, about) == findings(chosen, offers, about)


@given(anything)
def test_the_gravest_come_first(drawn):
    offers, about, chosen = drawn
    order = [tuple(Severity).index(f.severity) for f in findings(chosen, offers, about)]
    assert order == sorted(order)


@given(catalogues(), situations())
def test_without_a_stop_there_is_no_collision_and_no_seat_too_many(offers, about):
    found = findings(draft(*(one.group for one in offers)), offers, about)
    if any(f.severity is STOP for f in found):
        return
    assert not collisions(grid(offers)) or not offers
    assert all(one.seats is None or one.seats > 0 for one in offers)


@given(anything)
def test_what_is_unknown_never_stops_a_plan(drawn):
    """Nothing that is worse for the person comes of taking away what is known about them."""
    offers, about, chosen = drawn
    unknown = replace(
        about, required=None, home=None, needs_care=None, care=None, swedish=None,
        needs_sfi=None, orientation=None, levels={},
    )  # fmt: skip
    before = {f.code for f in findings(chosen, offers, about) if f.severity is not NOTE}
    after = {f.code for f in findings(chosen, offers, unknown) if f.severity is not NOTE}
    assert after <= before


@given(catalogues(), st.integers(1, 60))
def test_an_hour_more_never_lowers_the_total(offers, minutes):
    for number, one in enumerate(offers):
        longer = replace(one, slots=tuple(replace(s, minutes=s.minutes + minutes) for s in one.slots))
        mixed = (*offers[:number], longer, *offers[number + 1 :])
        assert week_minutes(grid(mixed)) >= week_minutes(grid(offers))
