"""Many people at once: the work grows with the list and not with its square, and few are lost by that."""

from datetime import date, timedelta

import pytest

from byggsten.domain.likeness import Identity, pairing, pairs
from tests.domain.made_up_lists import list_with_duplicates

DAY = date(1990, 1, 1)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
MANY = 800


def other_letters(number):
    return LETTERS[number % 26] + LETTERS[number // 26 % 26] + LETTERS[number // 676]


CROWDS = {
    "the same": lambda n: Identity("Ali", "Hassan", DAY),
    "nearly the same name": lambda n: Identity(f"Ali {other_letters(n)}", "Hassan", DAY),
    "no day": lambda n: Identity(f"Ali {other_letters(n)}", "Hassan"),
    "an unknown day or one of the year": lambda n: Identity(
        f"Ali{'aeiou'[n % 5] * n}", "Hassan", DAY + timedelta(days=n % 2 * (n % 300))
    ),
}


@pytest.fixture
def compared(monkeypatch):
    """How many pairs were weighed."""
    asked = []
    weigh = pairing.likeness
    monkeypatch.setattr(pairing, "likeness", lambda one, other: asked.append(1) or weigh(one, other))
    return asked


@pytest.mark.parametrize("crowd", CROWDS)
def test_a_crowd_of_namesakes_is_not_compared_everybody_with_everybody(crowd, compared):
    found = pairs([CROWDS[crowd](n) for n in range(MANY)])
    assert len(compared) < MANY * 60
    assert found
    assert len(found) <= pairing.MOST


def test_records_that_say_the_same_are_weighed_once_and_each_is_shown(compared):
    found = pairs([CROWDS["the same"](n) for n in range(MANY)])
    assert len(compared) == 1
    assert {place for pair in found for place in pair} == set(range(MANY))
    assert len(found) < MANY * pairing.COPIES_WINDOW


def test_of_a_few_that_say_the_same_every_pair_is_shown():
    assert len(pairs([Identity("Ali", "Hassan", date(1990, 2, 3))] * 4)) == 6


def test_those_who_came_last_are_compared_with_the_known_and_with_each_other(compared):
    people, duplicates = list_with_duplicates(seed=1, number=1000, twice=100)
    everybody, whole = pairs(people), len(compared)
    compared.clear()
    late = pairs(people, since=1000)
    assert late == {pair: like for pair, like in everybody.items() if pair[1] >= 1000}
    assert len(late.keys() & duplicates) / len(duplicates) >= 0.98
    assert len(compared) < whole


def test_of_five_thousand_nearly_all_duplicates_are_found():
    people, duplicates = list_with_duplicates(seed=1, number=5000, twice=500)
    found = pairs(people).keys()
    assert len(found & duplicates) / len(duplicates) >= 0.98
