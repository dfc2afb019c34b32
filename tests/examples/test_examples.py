"""The worked examples hold, and together they reach every row of every rule."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from byggsten.rulebook import load
from tests.examples.pages import Example, examples

ALL = list(examples())
WITH_EVERYTHING = ("norrtalje", "demo")


@pytest.mark.parametrize("example", ALL, ids=str)
def test_example(example: Example):
    book = load(example.book, example.overlays)
    step = book.explain(example.day, example.facts, (example.rule,))[example.rule]
    assert (step.outcome, step.row.id) == (example.outcome, example.row), step.text_sv
    if example.asks:
        assert set(example.asks) == {asked.name for asked in step.asks}
    decision = book.decide(example.day, example.facts, (example.rule,))
    outcome = decision.outcome(example.rule)
    assert ("okänt" if outcome is None else str(outcome)) == example.outcome
    for text in (step.text_sv, step.text_en):
        assert not re.search(r"[{}]|None|9999", text), text


@pytest.mark.parametrize("name", ["plikt", "narvaro"])
def test_every_row_is_reached_by_an_example(name: str):
    reached = {(e.rule, e.row) for e in ALL if e.book == name and e.outcome != "okänt"}
    book = load(name, WITH_EVERYTHING)
    dead = [
        f"{rule} {row.id}"
        for rule, table in book.rules.items()
        for row in table.rows
        if (rule, row.id) not in reached
    ]
    assert not dead, "Skriv ett exempel som når:\n" + "\n".join(dead)


def test_an_example_is_written_once():
    twice = [
        e for e, n in Counter((e.book, e.overlays, e.day, str(e.facts), e.rule) for e in ALL).items() if n > 1
    ]
    assert not twice, twice


def test_unknown_is_shown_for_every_kind_of_missing_thing():
    asked = {name for e in ALL for name in e.asks}
    book = load("plikt", ())
    assert asked & set(book.facts)
    assert asked & set(book.parameters), "visa minst en öppen norm som ingen har bestämt"
