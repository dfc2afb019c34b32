"""All ways of asking give the same answer, and no answer is more certain than the facts."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byggsten.domain.rules.expressions import Role
from tests.domain.rules.random_books import random_book, random_day, random_person, walk
from tests.thoroughness import times

# Each book is written anew for each stretch of law: few books keep the tests quick.
BOOKS = st.integers(0, 9)
SEEDS = st.integers(0, 2**32 - 1)


def drawn(seed, missing):
    lot = random.Random(seed)
    return random_day(lot), random_person(lot, missing)


def decided(book, day, person, wanted=()):
    decision = book.decide(day, person, wanted)
    return {rule: (decision.outcome(rule), decision.row(rule)) for rule in wanted or book.rules}


@given(BOOKS, SEEDS, st.sampled_from([0.0, 0.2, 0.6]))
@settings(max_examples=times(400))
def test_the_written_function_agrees_with_the_tables_read_row_by_row(number, seed, missing):
    book = random_book(number)
    day, person = drawn(seed, missing)
    assert decided(book, day, person) == walk(book, day, person)


@given(BOOKS, SEEDS)
@settings(max_examples=times(150))
def test_the_fast_and_the_careful_function_agree_when_nothing_is_missing(number, seed):
    book = random_book(number)
    day, person = drawn(seed, 0.0)
    encoded = book.encode(person)
    program = book.programs.get(day.toordinal(), ())
    program.run(day.toordinal(), encoded)
    program.run(day.toordinal(), book.encode({}))
    today = day.toordinal()
    assert program.whole(today, 0, encoded.values) == program.careful(today, 0, encoded.values)


@given(BOOKS, SEEDS, st.sampled_from([0.0, 0.4]))
@settings(max_examples=times(150))
def test_the_explanation_agrees_with_the_decision(number, seed, missing):
    book = random_book(number)
    day, person = drawn(seed, missing)
    steps = book.explain(day, person)
    for rule, (outcome, row) in decided(book, day, person).items():
        step = steps[rule]
        assert (step.outcome, step.row.id) == ("okänt" if outcome is None else str(outcome), row)
        assert step.text_sv


@given(BOOKS, SEEDS)
@settings(max_examples=times(150))
def test_asking_for_one_rule_gives_what_asking_for_all_gives(number, seed):
    book = random_book(number)
    day, person = drawn(seed, 0.3)
    together = decided(book, day, person)
    for rule in book.rules:
        assert decided(book, day, person, (rule,)) == {rule: together[rule]}


@given(BOOKS, SEEDS, SEEDS)
@settings(max_examples=times(300))
def test_what_is_certain_stays_whatever_the_missing_facts_turn_out_to_be(number, seed, other):
    book = random_book(number)
    day, person = drawn(seed, 0.5)
    before = decided(book, day, person)
    lot = random.Random(other)
    for _ in range(3):
        whole = random_person(lot, 0.0) | {name: v for name, v in person.items() if v is not None}
        after = decided(book, day, whole)
        for rule, (outcome, row) in before.items():
            if outcome is not None:
                assert after[rule] == (outcome, row)


@given(BOOKS, SEEDS)
@settings(max_examples=times(150))
def test_unknown_always_asks_for_something_that_is_really_missing(number, seed):
    book = random_book(number)
    day, person = drawn(seed, 0.5)
    for step in book.explain(day, person).values():
        assert bool(step.asks) is step.unknown
        for asked in step.asks:
            if asked.role is Role.FACT:
                assert person[asked.name] is None
            else:
                # p2 is selected by a day that lies before its first value, or the norm is open.
                assert asked.role is Role.PARAMETER
                assert asked.name in ("p2", "p3", "p4")


@given(BOOKS, SEEDS)
@settings(max_examples=times(100))
def test_what_is_asked_for_is_enough_or_leads_on(number, seed):
    """Told what it asked for, a rule that is still unknown asks for something new."""
    book = random_book(number)
    day, person = drawn(seed, 0.7)
    whole = random_person(random.Random(seed), 0.0)
    for rule in book.rules:
        told = dict(person)
        for _ in range(len(told) + 1):
            asked = {a.name for a in book.explain(day, told, (rule,))[rule].asks if a.role is Role.FACT}
            if not asked:
                break
            assert all(told[name] is None for name in asked)
            told |= {name: whole[name] for name in asked}
        assert not asked


@given(BOOKS, SEEDS)
@settings(max_examples=times(60))
def test_the_next_change_is_found_where_day_by_day_finds_it(number, seed):
    book = random_book(number)
    day, person = drawn(seed, 0.1)
    until = date_after(day, 120)
    change = book.next_change(day, person, ("u2", "n1"), until=until)
    start = decided(book, day, person, ("u2", "n1"))
    expected = next(
        (
            later
            for later in (date_after(day, n) for n in range(1, 121))
            if decided(book, later, person, ("u2", "n1")) != start
        ),
        None,
    )
    assert (None if change is None else change.day) == expected


def date_after(day, days):
    return type(day).fromordinal(day.toordinal() + days)


@pytest.mark.parametrize("number", range(10))
def test_the_lot_makes_books_that_differ_and_decide(number):
    book = random_book(number)
    lot = random.Random(number)
    seen = set()
    for _ in range(40):
        day, person = random_day(lot), random_person(lot, 0.2)
        seen |= {(rule, row) for rule, (_, row) in decided(book, day, person).items()}
    assert len(seen) > len(book.rules)
