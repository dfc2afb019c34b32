"""The rule books that ship: sourced, dated, honest about doubt, and without what must not exist in them."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from byggsten.domain.facts import OWN_EVENTS, UNLESS_TOLD
from byggsten.domain.rules import NEVER
from byggsten.rulebook import BOOKS, load, overlays
from tests.examples.pages import ordinary

COMBINATIONS = [(), ("norrtalje",), ("norrtalje", "demo")]
FULL = ("norrtalje", "demo")
# Decisions belong to people; these words may be in no outcome.
DECISIONS = re.compile(r"beslut|avslag|nedsätt|indrag|neka|sanktion|avdrag|reduc|refus|sanction|reject")
# What the engine may never ask about.
ORIGINS = re.compile(r"födelseland|land\b|etni|nationalit|religio|härkomst|country|ethnic|race|faith")
GRADES = re.compile(r"betyg|godkän|grade|passed|failed")


@pytest.mark.parametrize("book", BOOKS)
@pytest.mark.parametrize("chosen", COMBINATIONS, ids=str)
def test_the_book_loads_with_every_overlay(book: str, chosen: tuple[str, ...]):
    assert load(book, chosen).rules


def test_there_are_no_other_overlays_than_the_tried_ones():
    assert set(overlays()) == set(FULL)


@pytest.mark.parametrize("name", BOOKS)
def test_every_rule_row_and_value_has_a_source_and_says_how_sure_we_are(name: str):
    book = load(name, FULL)
    for rule in book.rules.values():
        assert rule.source, rule.name
        for row in rule.rows:
            assert row.source.split()[0].split("/")[0] in book.sources, (rule.name, row.id)
            assert row.confidence in ("V", "V2", "D", "M", "U"), (rule.name, row.id)
    for parameter in book.parameters.values():
        for value in parameter.values:
            assert value.source, parameter.name
            assert value.confidence in ("V", "V2", "D", "M", "U"), parameter.name


def test_what_is_not_verified_says_so_to_the_reader():
    """A row or value marked U or M, or second-hand, carries words of doubt where a person reads it."""
    doubt = re.compile(r"inte kontroller|andra hand|riktåld|vår läsning|praxis", re.IGNORECASE)
    for name in BOOKS:
        book = load(name, FULL)
        for rule in book.rules.values():
            for row in (r for r in rule.rows if r.confidence == "U"):
                assert doubt.search(row.text.sv), (rule.name, row.id)
        for parameter in book.parameters.values():
            for value in (v for v in parameter.values if v.confidence in ("U", "M")):
                assert doubt.search(value.note), (parameter.name, value.since)


def test_the_second_hand_law_is_marked_everywhere():
    book = load("plikt", FULL)
    marked = [v for p in book.parameters.values() for v in p.values if v.source.startswith("prop-")]
    assert marked
    assert all(value.confidence == "V2" for value in marked)
    assert "inte kontrollerat" in str(book.sources["prop-2025-26-207"])


@pytest.mark.parametrize("name", BOOKS)
def test_no_rule_knows_of_country_ethnicity_or_faith_nor_of_grades(name: str):
    book = load(name, FULL)
    words = [w for f in book.facts.values() for w in (f.name, f.code, str(f.label))]
    words += [*book.parameters, *book.derived]
    assert not [w for w in words if ORIGINS.search(w.lower()) or GRADES.search(w.lower())]


def test_sex_decides_nothing_but_the_strategys_priority_group():
    """The same demands on women and men: no rule about duty reads sex, and none reads the priority group."""
    book = load("plikt", FULL)
    reads = {rule.name: _names(rule) for rule in book.rules.values()}
    assert {rule for rule, names in reads.items() if "kön" in names} == {"prioritet"}
    assert not {rule for rule, names in reads.items() if "prioritet" in names}


def _names(rule) -> set[str]:
    text = " ".join(f"{row.condition_text} {row.outcome if rule.unit else ''}" for row in rule.rows)
    return set(re.findall(r"\w+", text))


@pytest.mark.parametrize("name", BOOKS)
def test_no_outcome_is_a_decision(name: str):
    for rule in load(name, FULL).rules.values():
        assert rule.kind in ("upplysning", "frist", "krav", "signal", "förslag")
        for outcome in rule.outcomes:
            for word in (outcome.name, outcome.code, outcome.label.sv, outcome.label.en):
                assert not DECISIONS.search(word.lower()), (rule.name, word)


def test_the_strongest_about_a_child_is_that_a_person_must_assess():
    assert [o.name for o in load("plikt", FULL).rules["barnperspektiv"].outcomes] == ["inget", "bedöm_oro"]


def test_open_norms_have_no_value_in_the_nations_files():
    for parameter in load("plikt", ()).parameters.values():
        assert bool(parameter.values) != parameter.open, parameter.name


def test_norrtalje_says_only_what_the_strategy_says():
    own, nation = load("plikt", ("norrtalje",)), load("plikt", ())
    given = {n: p.values for n, p in own.parameters.items() if p.values != nation.parameters[n].values}
    assert set(given) == {
        "heltid_minuter", "etableringsperiod_månader", "arbetsför_från_ålder", "arbetsför_till_ålder",
        "so_strategi_månader", "so_strategi_minuter", "uppföljning_månader",
    }  # fmt: skip
    assert all(value.source.startswith("strategi/") for values in given.values() for value in values)
    assert own.rules == nation.rules


@pytest.mark.parametrize(("name", "least"), [("plikt", 15), ("narvaro", 1)])
def test_made_up_decisions_are_labelled_as_such(name: str, least: int):
    demo, without = load(name, FULL), load(name, ("norrtalje",))
    before = {n: p.values for n, p in without.parameters.items()}
    made_up = [v for n, p in demo.parameters.items() for v in p.values if v not in before[n]]
    assert len(made_up) >= least
    assert all(v.source.startswith("demo/") and v.confidence == "D" and "Påhittat" in v.note for v in made_up)
    assert "Påhittat" in str(demo.sources["demo"])
    rows = [r for n, rule in demo.rules.items() for r in rule.rows if r not in without.rules[n].rows]
    assert all(row.source.startswith("demo/") for row in rows if row.id not in _ids(without))


def _ids(book) -> set[str]:
    return {row.id for rule in book.rules.values() for row in rule.rows}


def test_the_demonstration_fills_every_open_norm():
    assert not [n for name in BOOKS for n, p in load(name, FULL).parameters.items() if not p.values]


def test_a_value_that_was_not_known_yet_is_not_used():
    """The second time axis: in January 2026 the bound is four weeks, but in November 2025 nobody knew it."""
    book, day = load("plikt", FULL), date(2026, 1, 15)
    facts = ordinary("plikt") | {"frånvaroveckor": 5}
    assert book.decide(day, facts, ("signal_varaktig",)).outcome("signal_varaktig") == "signal"
    then = book.known(date(2025, 12, 9))
    assert then.decide(day, facts, ("signal_varaktig",)).outcome("signal_varaktig") == "ingen_signal"


@pytest.mark.parametrize("chosen", COMBINATIONS, ids=str)
def test_the_book_answers_on_every_day_from_2018(chosen: tuple[str, ...]):
    book = load("plikt", chosen)
    for facts in ({}, ordinary("plikt"), dict.fromkeys(_dates(book), NEVER)):
        day = date(2018, 1, 1)
        while day < date(2034, 1, 1):
            book.decide(day, facts)
            day += timedelta(days=61)


def _dates(book) -> list[str]:
    return [name for name, fact in book.facts.items() if fact.type == "datum"]


def test_nothing_is_certain_about_a_person_of_whom_nothing_is_known():
    decision = load("plikt", FULL).decide(date(2026, 11, 22), {})
    certain = {r for r in load("plikt", FULL).rules if decision.outcome(r) is not None}
    assert certain == {"aktivitetskrav"}, "kravet är inte påslaget, vem personen än är"


def test_the_domain_speaks_of_facts_that_the_book_has():
    codes = {fact.code for fact in load("plikt", ()).facts.values()}
    assert set(OWN_EVENTS) | set(UNLESS_TOLD) <= codes


def test_names_are_unique_in_what_is_stored():
    for name in BOOKS:
        codes = [fact.code for fact in load(name, ()).facts.values()]
        assert len(codes) == len(set(codes))


def test_the_outcomes_of_what_to_do_stand_in_order_of_urgency_as_its_rows_do():
    rule = load("plikt", FULL).rules["att_göra"]
    first_met = dict.fromkeys(row.outcome for row in rule.rows if row.id not in ("barn", "utanför"))
    assert list(first_met) == [outcome.name for outcome in rule.outcomes]
