"""The reasons: sentence, facts with origin, parameters with source, and what is missing."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from byggsten.domain.rules import Confidence, Kind, Origin, Party, Role
from byggsten.domain.rules.wording import minutes_text, number_text
from tests.domain.rules.books import AMINA, DAY, SMALL, book, changed

BOOK = book()


def step(rule, day=DAY, origins=None, **facts):
    return BOOK.explain(day, AMINA | facts, origins=origins)[rule]


def test_the_sentence_is_filled_in_both_languages():
    found = step("målgrupp")
    assert found.text_sv == "Inom perioden, som slutar 1 mars 2027."
    assert found.text_en == found.text("en-GB") == "Within the period, which ends 1 March 2027."
    assert (found.rule, found.outcome, found.value, found.row.id) == ("målgrupp", "inne", None, "i_perioden")
    assert (found.kind, found.party, found.version) == (Kind.INFORMATION, None, BOOK.version)
    assert (found.outcome_text(), found.outcome_text("en")) == ("Innanför", "Inside")


def test_the_label_of_a_code_stands_inside_a_sentence():
    assert step("signal", tillstånd="inget").text_sv == "Är utanför."
    assert step("signal", tillstånd="inget").text_en == "Is outside."


def test_minutes_are_shown_as_hours_unless_the_sentence_speaks_of_minutes():
    done = step("kurs", närvaro=6030)
    assert done.text_sv == "Har gått 100 timmar 30 minuter av 100 timmar."
    assert done.text_en == "Has done 100 hours 30 minutes of 100 hours."
    assert step("kurs").text_sv == "90 minuter av 6000."


def test_a_number_outcome_has_a_value_and_words():
    found = step("krav")
    assert (found.outcome, found.value, found.outcome_text(), found.outcome_text("en")) == (
        "2280",
        2280,
        "38 timmar",
        "38 hours",
    )
    assert found.party is Party.PERSON


def test_facts_up_to_and_including_the_deciding_row():
    names = [f.name for f in step("målgrupp", tillstånd="inget").facts]
    assert names == ["tillstånd", "tillstånd_från"]
    names = [f.name for f in step("målgrupp").facts]
    assert names == ["tillstånd", "tillstånd_från", "ålder", "född", "slut"]


def test_a_fact_has_label_value_and_origin():
    origin = Origin("folkbokföringen", "utdrag 17", datetime(2026, 1, 2, 3, 4, tzinfo=UTC))
    facts = {f.name: f for f in step("målgrupp", origins={"född": origin}).facts}
    assert (facts["född"].label, facts["född"].value, facts["född"].origin) == (
        "Född",
        "28 februari 1990",
        origin,
    )
    assert (facts["född"].label_en, facts["född"].value_en) == ("Born", "28 February 1990")
    assert (facts["ålder"].value, facts["ålder"].value_en, facts["ålder"].role) == (
        "36 år",
        "36 years",
        Role.DERIVED,
    )
    assert (facts["tillstånd"].value, facts["tillstånd"].origin) == ("Flykting", None)


def test_another_rule_is_shown_by_its_outcome():
    facts = {f.name: f for f in step("signal", närvaro=2000).facts}
    assert (facts["målgrupp"].role, facts["målgrupp"].label, facts["målgrupp"].value) == (
        Role.RULE,
        "Målgrupp",
        "Innanför",
    )
    assert facts["krav"].value == "38 timmar"


def test_a_parameter_has_value_date_source_and_confidence():
    found = {p.name: p for p in step("målgrupp").parameters}
    age = found["lägsta_ålder"]
    assert (age.label, age.value, age.unit, age.since) == ("Lägsta ålder", "18", "år", date(2024, 1, 1))
    assert (age.source, age.confidence) == ("Lag (2017:584) om ansvar, 1 §", Confidence.VERIFIED)
    assert age.source_en == "Act (2017:584) on responsibility, 1 §"
    assert list(found) == ["lägsta_ålder", "månader"]
    old = step("målgrupp", date(2023, 12, 31), tillstånd_från=date(2023, 1, 1))
    assert {p.name: (p.value, p.since) for p in old.parameters}["lägsta_ålder"] == ("20", date(2018, 1, 1))


def test_a_parameter_selected_by_a_fact_shows_the_value_for_that_person():
    def course(**facts):
        return {p.name: (p.value, p.since) for p in step("kurs", **facts).parameters}["kurs_minuter"]

    assert course() == ("6000", date(2020, 1, 1))
    assert course(tillstånd_från=date(2015, 1, 1)) == ("3600", date(2010, 12, 1))


def test_sources_are_sentences_the_row_first():
    found = step("målgrupp", född=date(2015, 1, 1))
    assert found.row.id == "ung"
    assert found.sources == ("Lag (2017:584) om ansvar, 2 §", "Lag (2017:584) om ansvar, 1 §")
    assert found.sources_in("en")[0] == "Act (2017:584) on responsibility, 2 §"
    assert step("krav").sources[0] == "Integrationsstrategi, Plikt"


def test_unknown_says_what_to_ask_for():
    found = step("målgrupp", född=None)
    assert (found.outcome, found.value, found.unknown) == ("okänt", None, True)
    assert found.text_sv == "Kan inte avgöras förrän vi vet: född."
    assert found.text_en == "Cannot be settled until we know: born."
    assert found.missing == ("Född",)
    assert found.outcome_text() == "okänt"
    facts = {f.name: f for f in found.facts}
    assert (facts["född"].value, facts["född"].known, facts["ålder"].value) == ("saknas", False, "okänt")


def test_unknown_through_other_rules_asks_for_facts():
    assert step("krav", född=None).missing == ("Född",)
    assert step("signal", född=None, barn=None).missing == ("Född",)


def test_only_what_matters_is_asked_for():
    # With a permit on other grounds than those listed it does not matter when it began.
    assert step("målgrupp", tillstånd=None, tillstånd_från=None).missing == ("Tillstånd", "Tillstånd från")
    assert step("målgrupp", tillstånd=None).missing == ("Tillstånd",)
    # Attendance is known to be enough: neither children nor the open norm can change anything.
    assert step("signal", närvaro=2000, barn=None).missing == ()
    # The requirement waits for the children too, but asks for them once.
    assert step("signal", barn=None).missing == ("Barn i hemmet", "Varaktig frånvaro")


def test_an_open_norm_is_asked_of_those_who_decide():
    found = step("signal")
    assert found.missing == ("Varaktig frånvaro",)
    assert found.asks[0].role is Role.PARAMETER
    assert found.text_sv == "Kan inte avgöras förrän detta är bestämt: varaktig frånvaro."
    unset = {p.name: p for p in found.parameters}["varaktigt"]
    assert (unset.value, unset.since, unset.source, unset.confidence) == ("inte bestämt", None, "", None)
    both = step("signal", barn=None, närvaro=None)
    assert "vi vet: barn i hemmet" in both.text_sv


def test_nothing_is_missing_when_the_outcome_is_certain():
    assert all(s.missing == () for s in BOOK.explain(DAY, AMINA | {"närvaro": 2000}).values())


def test_an_explanation_agrees_with_the_decision():
    decision = BOOK.decide(DAY, AMINA)
    for rule, found in BOOK.explain(DAY, AMINA).items():
        assert str(decision.outcome(rule) or "okänt") == found.outcome
        assert decision.row(rule) == found.row.id


def test_wanted_rules_only_and_in_their_order():
    assert list(BOOK.explain(DAY, AMINA, ("krav", "målgrupp"))) == ["krav", "målgrupp"]
    assert list(BOOK.explain(DAY, AMINA)) == list(BOOK.rules)


def test_a_blank_at_the_head_of_a_sentence_keeps_its_capital():
    text = changed('sv: "Är {målgrupp}."', 'sv: "{målgrupp}. {målgrupp} alltså, inte {målgrupp}."')
    assert book(text).explain(DAY, AMINA | {"tillstånd": "inget"})["signal"].text_sv == (
        "Utanför. Utanför alltså, inte utanför."
    )


@pytest.mark.parametrize(
    ("minutes", "sv", "en"),
    [
        (0, "0 minuter", "0 minutes"),
        (1, "1 minut", "1 minute"),
        (60, "1 timme", "1 hour"),
        (90, "1 timme 30 minuter", "1 hour 30 minutes"),
        (2400, "40 timmar", "40 hours"),
        (-90, "−1 timme 30 minuter", "−1 hour 30 minutes"),
    ],
)
def test_minutes_in_words(minutes, sv, en):
    assert (minutes_text(minutes, "sv"), minutes_text(minutes, "en")) == (sv, en)


def test_large_numbers_are_grouped():
    assert [number_text(n) for n in (9999, 10000, -1234567)] == [
        "9999",
        "10\u00a0000",
        "-1\u00a0234\u00a0567",
    ]


def test_every_row_of_the_small_book_has_words():
    assert SMALL.count("- id:") + SMALL.count("{id:") == sum(len(r.rows) for r in BOOK.rules.values())
