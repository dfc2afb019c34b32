"""One home at a time: whatever the days, two that share one are refused, and those that do not are not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byggsten.domain.dates import Period
from byggsten.domain.housing import (
    OWN_HOME,
    Answerable,
    BeforeBirth,
    ChecklistLine,
    HousingForm,
    Spell,
    TwoHomes,
    lived_on,
    lives_on,
    over_limit,
    refuse_before_birth,
    refuse_two_homes,
)
from byggsten.domain.people import Person

DAY = date(2026, 3, 1)
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
forms = st.sampled_from(HousingForm)


@st.composite
def spells(draw):
    first = draw(days)
    length = draw(st.none() | st.integers(0, 800))
    last = None if length is None else first + timedelta(days=length)
    return Spell(draw(forms), Period(first, last))


@st.composite
def moves(draw):
    """Homes that follow on each other, with or without a time between."""
    told, first = [], draw(days)
    for _ in range(draw(st.integers(0, 5))):
        last = first + timedelta(days=draw(st.integers(0, 300)))
        told.append(Spell(draw(forms), Period(first, last)))
        first = last + timedelta(days=draw(st.integers(1, 60)))
    return [*told, Spell(draw(forms), Period(first))]


@given(moves(), st.randoms(use_true_random=False))
def test_homes_that_follow_each_other_are_never_refused_in_any_order(told, chance):
    chance.shuffle(told)
    refuse_two_homes(told)


@given(st.lists(spells(), max_size=5))
def test_refused_exactly_when_two_share_a_day(told):
    shared = any(one.period.overlaps(other.period) for n, one in enumerate(told) for other in told[n + 1 :])
    try:
        refuse_two_homes(told)
    except TwoHomes:
        assert shared
    else:
        assert not shared


@given(moves(), days)
def test_at_most_one_home_on_a_day(told, day):
    living = [spell for spell in told if day in spell.period]
    assert lives_on(told, day) == (living[0] if living else None)
    lived = lived_on(told, day)
    assert (lived is None) == (not living)
    assert lived is None or lived >= 0


def test_moving_on_the_day_after_is_not_two_homes_but_on_the_day_is():
    first = Spell(HousingForm.LODGER, Period(DAY, DAY + timedelta(days=9)))
    refuse_two_homes([first, Spell(HousingForm.OWNED, Period(DAY + timedelta(days=10)))])
    with pytest.raises(TwoHomes, match="2026-03-10"):
        refuse_two_homes([first, Spell(HousingForm.OWNED, Period(DAY + timedelta(days=9)))])


def test_nobody_lives_anywhere_before_they_are_born():
    child = Person("barn", "Barn", "Exempel", DAY)
    refuse_before_birth(Spell(HousingForm.LODGER, Period(DAY)), child)
    with pytest.raises(BeforeBirth):
        refuse_before_birth(Spell(HousingForm.LODGER, Period(DAY - timedelta(days=1))), child)
    refuse_before_birth(Spell(HousingForm.LODGER, Period(DAY)), Person("x", "", "", None))


def test_only_a_contract_of_ones_own_or_a_bought_home_is_own():
    own = {form for form in HousingForm if Spell(form, Period(DAY)).own}
    assert own == OWN_HOME == {HousingForm.OWN_RENTAL, HousingForm.OWNED}


@given(st.integers(0, 700), days)
def test_a_step_is_due_so_many_days_after_the_reception(number, received):
    line = ChecklistLine("x", "X", "X", Answerable.CASEWORKER, "källa", number)
    due = line.due(received)
    assert due is not None
    assert (due - received).days == number
    assert line.due(None) is None


def test_days_that_nobody_has_decided_make_no_due_day():
    assert ChecklistLine("x", "X", "X", Answerable.PERSON, "källa").due(DAY) is None


@given(st.integers(0, 200), st.integers(0, 10))
def test_a_figure_of_few_is_hidden_and_nobody_is_no_secret(count, least):
    shown = over_limit(count, least)
    assert shown == (None if 0 < count < least else count)
