"""The made-up municipality is the same for the same seed, holds together, and looks like one."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

import pytest

from byggsten.domain.attendance import Witness
from byggsten.domain.dates import is_working_day
from byggsten.domain.people import Protection
from byggsten.domain.planning import Canceller
from byggsten.simulate.catalogue import catalogue
from byggsten.simulate.groups import Habit
from byggsten.simulate.municipality import make_municipality
from byggsten.simulate.residents import Story
from tests.simulate.conftest import UNTIL


def everything(made):
    """A municipality as text, person by person, with all that was told."""
    return [(life, list(made.accounts(life))) for life in made.lives], made.groups, made.sessions, made.staff


def test_the_same_seed_gives_the_same_municipality(small):
    assert repr(everything(make_municipality(7, 150, UNTIL))) == repr(everything(small))


def test_another_seed_gives_other_people(small):
    other = make_municipality(8, 150, UNTIL)
    assert [life.person.born for life in other.lives] != [life.person.born for life in small.lives]


def test_it_ends_with_the_last_whole_week():
    assert make_municipality(1, 20, date(2026, 11, 21)).until == date(2026, 11, 15)
    assert make_municipality(1, 20, date(2026, 11, 22)).until == date(2026, 11, 22)


@pytest.mark.parametrize("until", [date(2024, 3, 3), date(2027, 1, 10), date(2028, 3, 5)])
def test_it_can_end_on_any_day(until):
    made = make_municipality(2, 60, until)
    assert len([made.case(life) for life in made.lives]) == 60


def test_each_person_is_a_case_that_the_domain_accepts(small):
    cases = [small.case(life) for life in small.lives]
    for case in cases:
        known = {session.reference for session in case.sessions}
        assert {account.session for account in case.accounts} <= known
        assert all(case.item_for(session) for session in case.sessions)
    assert sum(len(case.accounts) for case in cases) > 10_000


def test_nothing_is_told_after_the_end(whole, told):
    def late(moment: datetime | None) -> bool:
        return moment is None or moment.date() > UNTIL

    assert not [account for account in told if late(account.recorded_at)]
    for life in whole.lives:
        assert not [row for row in (*life.facts, *life.permits, *life.plans) if late(row.recorded_at)]
        assert not late(life.person.recorded_at)
    assert not [one for held in whole.sessions.values() for one in held if late(one.session.recorded_at)]


def test_each_message_is_told_once(told):
    keys = {(account.source, account.message, account.session, account.person) for account in told}
    assert len(keys) == len(told)


def test_nobody_is_in_two_places_at_once(whole):
    for life in whole.lives:
        times = Counter((visit.held.session.day, visit.held.session.start) for visit in whole.visits(life))
        assert not [time for time, count in times.items() if count > 1], life.person.reference


def test_no_leader_is_in_two_places_at_once(whole):
    parts = Counter(
        (group.leader.username, part) for group in whole.groups if group.leader for part in group.parts
    )
    assert not [time for time, count in parts.items() if count > 1]
    assert sum(1 for group in whole.groups if group.leader and group.leader.username == "eva") == 3


def test_no_group_has_more_people_than_seats(whole):
    seats = {group.reference: group.seats for group in whole.groups}
    people: Counter[tuple[str, date]] = Counter()
    for life in whole.lives:
        places = {
            (visit.group.reference, visit.held.session.day)
            for visit in whole.visits(life)
            if visit.item.offered_on
        }
        people.update(places)
    assert max(people.values()) > 15
    assert not {place for place, count in people.items() if count > seats[place[0]]}


def test_sessions_are_held_on_working_days(whole):
    days = {one.session.day for held in whole.sessions.values() for one in held}
    assert all(is_working_day(day) for day in days)
    assert max(days) > UNTIL + timedelta(days=14)
    assert min(days) < UNTIL - timedelta(days=720)


def test_only_islands_wait_for_the_ferry(whole):
    ferry = {group.reference for group in whole.groups if whole.catalogue.places[group.place].ferry}
    lost = {
        one.session.group
        for held in whole.sessions.values()
        for one in held
        if one.session.reachable is not True
    }
    assert lost
    assert lost <= ferry


def test_sixty_activities_each_with_building_blocks():
    offers = catalogue().offers
    assert len(offers) == 60
    assert all(offer.activity.forgone_benefit for offer in offers.values())
    weaken = [o for o in offers.values() if any(not effect.strengthens for effect in o.activity.effects)]
    assert 15 < len(weaken) < 45


def test_the_people_look_like_those_who_come(whole):
    people, adults = len(whole.lives), [life for life in whole.lives if life.resident.grown]
    assert people == 1200
    assert 0.5 < len(adults) / people < 0.7
    women = sum(1 for life in adults if life.person.sex == "woman")
    assert 0.4 < women / len(adults) < 0.6
    assert len({life.person.language for life in whole.lives}) > 8
    outside = [life for life in adults if life.resident.route == "outside"]
    assert 0.03 < len(outside) / len(adults) < 0.12
    assert any(life.person.protection is not Protection.NONE for life in whole.lives)
    assert 0.005 < sum(1 for life in adults if life.person.number is None) / len(adults) < 0.2


@pytest.mark.parametrize("weeks_back", [0, 30, 60, 100])
def test_a_week_has_most_of_forty_hours(whole, weeks_back):
    day = UNTIL - timedelta(weeks=weeks_back)
    minutes = {group.reference: group.minutes for group in whole.groups}
    planned = [
        sum(minutes[item.group] for item in plan.items if day in item.period)
        for life in whole.lives
        for plan in life.plans
        if day in plan.period
    ]
    assert 300 < len(planned) < 520
    assert 30 < sum(planned) / len(planned) / 60 < 38
    # Some have far too little, which is what the municipality owes them.
    assert 0.03 < sum(1 for total in planned if total < 1500) / len(planned) < 0.25
    assert max(planned) <= 2430


def test_what_was_told_looks_like_attendance(told):
    first = {}
    for account in told:
        if account.witness is not Witness.PARTICIPANT:
            first.setdefault((account.session, account.person), account)
    present = sum(account.attended for account in first.values())
    absent = sum(account.absent for account in first.values())
    assert 0.86 < present / (present + absent) < 0.96
    assert 200_000 < len(told) < 400_000
    assert {account.witness for account in told} == set(Witness)


def test_registers_are_missing_as_they_are_in_life(whole):
    past = [
        (group, one)
        for group in whole.groups
        if group.witness is not Witness.PARTICIPANT
        for one in whole.sessions[group.reference]
        if one.session.day <= UNTIL
    ]
    held = [(group, one) for group, one in past if not one.session.cancelled_by and one.session.reachable]
    missing = sum(1 for _, one in held if one.marked_at is None) / len(held)
    assert 0.05 < missing < 0.16
    habits = Counter(group.habit for group, one in held if one.marked_at is None)
    assert habits[Habit.LATE] > habits[Habit.PROMPT] + habits[Habit.SLOW]
    cancelled = Counter(one.session.cancelled_by for _, one in past if one.session.cancelled_by)
    assert 0.01 < cancelled.total() / len(past) < 0.06
    assert set(cancelled) == set(Canceller)


def test_every_story_is_told_and_some_of_each_to_karin(whole):
    stories = Counter(life.resident.story for life in whole.lives)
    assert set(stories) == set(Story)
    karins = {
        life.resident.story for life in whole.lives if life.caseworker and life.caseworker.username == "karin"
    }
    assert len(karins) > 15
    people = Counter(life.caseworker.username for life in whole.lives if life.caseworker)
    assert all(30 < count < 55 for count in people.values())
