"""Outcomes: first row that holds, dates of rows and numbers, facts of every kind, and what is not known."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from byggsten.domain.rules import NEVER, RulebookError
from tests.domain.rules.books import AMINA, DAY, book, changed

BOOK = book()


def outcome(rule, day=DAY, **facts):
    decision = BOOK.decide(day, AMINA | facts)
    return decision.outcome(rule), decision.row(rule)


def test_the_first_row_that_holds_decides():
    assert outcome("målgrupp") == ("inne", "i_perioden")
    assert outcome("målgrupp", tillstånd="inget") == ("ute", "inget_tillstånd")
    assert outcome("målgrupp", född=date(2010, 1, 1)) == ("ute", "ung")


def test_a_code_may_be_given_in_swedish_or_in_english():
    assert outcome("målgrupp", tillstånd="none") == outcome("målgrupp", tillstånd="inget")


def test_the_last_day_of_a_period_is_included():
    assert outcome("målgrupp", date(2027, 3, 1)) == ("inne", "i_perioden")
    assert outcome("målgrupp", date(2027, 3, 2)) == ("ute", "övriga")


def test_a_period_from_a_leap_day_ends_on_the_last_of_february():
    assert outcome("målgrupp", date(2026, 2, 28), tillstånd_från=date(2024, 2, 29)) == ("inne", "i_perioden")
    assert outcome("målgrupp", date(2026, 3, 1), tillstånd_från=date(2024, 2, 29)) == ("ute", "övriga")


def test_a_row_holds_from_its_first_to_its_last_day():
    work = {"tillstånd": "arbete", "tillstånd_från": date(2020, 12, 1)}
    rows = [outcome("målgrupp", day, **work)[1] for day in (date(2020, 12, 31), date(2021, 1, 1))]
    assert rows == ["i_perioden", "arbete"]
    rows = [outcome("målgrupp", day, **work)[1] for day in (date(2022, 12, 31), date(2023, 1, 1))]
    assert rows == ["arbete", "övriga"]


def test_a_number_changes_on_its_day():
    nineteen = {"född": date(2004, 6, 1), "tillstånd_från": date(2023, 6, 1)}
    assert outcome("målgrupp", date(2023, 12, 31), **nineteen) == ("ute", "ung")
    assert outcome("målgrupp", date(2024, 1, 1), **nineteen) == ("inne", "i_perioden")


def test_a_transitional_provision_follows_the_day_that_selects_it():
    done = {"närvaro": 3600}
    assert outcome("kurs", tillstånd_från=date(2019, 12, 31), **done)[0] == "klar"
    assert outcome("kurs", tillstånd_från=date(2020, 1, 1), **done)[0] == "pågår"
    assert outcome("kurs", tillstånd_från=NEVER, **done)[0] == "pågår"


def test_a_selecting_day_before_every_value_is_unknown():
    assert outcome("kurs", tillstånd_från=date(2010, 11, 30)) == (None, "alla_timmar")


def test_a_table_of_numbers_computes():
    assert outcome("krav") == (2280, "alla")
    assert outcome("krav", barn=9) == (2160, "alla")
    assert outcome("krav", självförsörjande=True) == (0, "ingår_inte")


def test_a_number_that_needs_a_missing_fact_is_unknown():
    assert outcome("krav", barn=None) == (None, "alla")
    assert outcome("krav", barn=None, självförsörjande=True) == (0, "ingår_inte")


def test_an_outcome_of_255_minutes_is_no_unknown():
    decision = book(changed("2400 - 60 * minsta(barn, 4)", "255")).decide(DAY, AMINA)
    assert decision.outcome("krav") == 255
    assert decision.row("signal") == "länge"


def test_a_missing_fact_that_is_not_needed_blocks_nothing():
    assert outcome("målgrupp", barn=None, närvaro=None, självförsörjande=None)[0] == "inne"
    assert outcome("målgrupp", tillstånd="inget", född=None, tillstånd_från=None)[0] == "ute"
    # Not known whether the permit began, but whoever has none is outside anyhow.
    assert outcome("målgrupp", tillstånd=None, tillstånd_från=None) == (None, "inget_tillstånd")


def test_an_unset_open_norm_is_unknown_only_where_it_matters():
    assert outcome("signal") == (None, "länge")
    assert outcome("signal", närvaro=2000) == ("tyst", "annars")
    assert outcome("signal", tillstånd="inget") == ("tyst", "ute")


def test_only_what_is_wanted_is_asked_for():
    decision = BOOK.decide(DAY, {"tillstånd": "inget"}, ("målgrupp",))
    assert decision.outcome("målgrupp") == "ute"
    with pytest.raises(KeyError):
        decision.outcome("kurs")


def test_a_day_before_the_rules_is_refused():
    with pytest.raises(
        RulebookError, match=r"har inget värde den 2017-12-31; reglerna gäller inte då"
    ) as refused:
        BOOK.decide(date(2017, 12, 31), AMINA)
    assert refused.value.place.startswith("parametrar.")
    assert refused.value.remedy
    # A rule that reads none of those numbers still answers.
    assert BOOK.decide(date(2017, 12, 31), AMINA, ("kurs",)).outcome("kurs") == "pågår"
    with pytest.raises(RulebookError, match="reglerna gäller inte då"):
        BOOK.explain(date(1, 1, 1), AMINA, ("målgrupp",))


def test_the_ends_of_time():
    assert outcome("målgrupp", date.max)[0] == "ute"
    assert outcome("målgrupp", tillstånd_från=NEVER) == ("ute", "inget_tillstånd")
    assert outcome("målgrupp", date.max, tillstånd_från=NEVER, född=NEVER)[0] == "ute"


@pytest.mark.parametrize(
    ("fact", "value", "message"),
    [
        ("född", "1990-01-01", "«född» ska vara ett datum, inte str «1990-01-01»"),
        ("född", datetime(1990, 1, 1), "«född» ska vara ett datum"),
        ("barn", "två", "«barn» ska vara ett heltal"),
        ("barn", True, "«barn» ska vara ett heltal"),
        ("barn", 1.5, "«barn» ska vara ett heltal"),
        ("barn", 10**8, "100000000 är större än reglerna räknar med"),
        ("självförsörjande", 1, "«självförsörjande» ska vara ja eller nej"),
        ("självförsörjande", "nej", "«självförsörjande» ska vara ja eller nej"),
        ("tillstånd", "flyktig", "«tillstånd» kan inte vara «flyktig». Menade du «flykting»"),
        ("tillstånd", 1, "«tillstånd» ska vara en kod"),
        ("bran", 1, "boken «prov» har inget faktum «bran». Menade du «barn»"),
    ],
)
def test_a_fact_of_the_wrong_kind_is_refused(fact, value, message):
    with pytest.raises(RulebookError) as refused:
        BOOK.encode(AMINA | {fact: value})
    assert message in str(refused.value)
    assert refused.value.place == f"fakta.{fact}"


def test_a_fact_that_must_be_there():
    strict = book(changed("född: {kod: born,", "född: {kod: born, alltid: ja,"))
    assert strict.decide(DAY, AMINA).outcome("målgrupp") == "inne"
    with pytest.raises(RulebookError, match="«Född» saknas men ska alltid anges"):
        strict.decide(DAY, {"tillstånd": "inget"})


def test_a_rule_that_does_not_exist():
    with pytest.raises(
        RulebookError, match=r"regeln «malgrupp» finns inte i boken «prov»\. Menade du «målgrupp»"
    ):
        BOOK.decide(DAY, AMINA, ("malgrupp",))


def test_the_version_tells_books_apart():
    assert book().version == BOOK.version
    assert len(BOOK.version) == 12
    assert book(changed("är: 24,", "är: 25,")).version != BOOK.version
    assert book(changed("sv: Har inget tillstånd.", "sv: Saknar tillstånd.")).version != BOOK.version


def test_asking_twice_gives_the_same_answer():
    encoded = BOOK.encode(AMINA)
    assert (
        BOOK.decide(DAY, encoded).values
        == BOOK.decide(DAY, encoded).values
        == book().decide(DAY, AMINA).values
    )


def test_never_and_yes_and_no_may_stand_in_a_condition():
    text = changed(
        "om: idag högst slut", "om: född är aldrig eller självförsörjande är ja eller barn i (7, 8)"
    )
    found = book(text)
    assert found.decide(DAY, AMINA).row("målgrupp") == "övriga"
    # Who was never born has no age either; the row above asks for it.
    assert found.decide(DAY, AMINA | {"självförsörjande": True}).row("målgrupp") == "i_perioden"
    assert found.decide(DAY, AMINA | {"barn": 8}).row("målgrupp") == "i_perioden"


def test_many_facts_fit_in_the_marks_of_what_is_missing():
    extra = "\n".join(f"  x{n}: {{kod: x{n}, typ: ja_nej, sv: X{n}, en: X{n}}}" for n in range(100))
    text = changed("  född: {kod: born", extra + "\n  född: {kod: born").replace(
        "om: idag högst slut", "om: x3 eller x99"
    )
    found = book(text)
    assert found.decide(DAY, AMINA).outcome("målgrupp") is None
    assert found.decide(DAY, AMINA | {"x99": True}).outcome("målgrupp") == "inne"
    assert found.decide(DAY, AMINA | {"x99": False}).outcome("målgrupp") is None
    assert found.decide(DAY, AMINA | {"x99": False, "x3": False}).row("målgrupp") == "övriga"
    assert found.explain(DAY, AMINA | {"x99": False}, ("målgrupp",))["målgrupp"].missing == ("X3",)
