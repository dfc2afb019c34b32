"""Why an outcome did not come about, and when the next change comes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from byggsten.domain.rules import RulebookError
from tests.domain.rules.books import AMINA, DAY, book, changed

BOOK = book()
UNTIL = date(2029, 11, 22)


def unmet(rule, outcome, **facts):
    return BOOK.why_not(DAY, AMINA | facts, rule, outcome)


def test_what_is_not_met_is_told_in_words_with_values():
    (found,) = unmet("målgrupp", "inne", tillstånd_från=date(2020, 1, 1))
    assert (found.row, found.number, found.decided_by) == ("i_perioden", 3, "")
    (part,) = found.parts
    assert part.known
    assert part.text() == (
        "den dag som bedöms är senast periodens slut"
        " (Dagen: 22 november 2026, Periodens slut: 1 januari 2022)"
    )
    assert part.text("en") == (
        "the day assessed is on or before end of the period"
        " (The day: 22 November 2026, End of the period: 1 January 2022)"
    )


def test_an_earlier_row_that_decided_is_named():
    (found,) = unmet("målgrupp", "inne", tillstånd="inget")
    assert found.decided_by == "inget_tillstånd"
    assert found.parts == ()


def test_every_row_that_gives_the_outcome_is_told():
    found = unmet("målgrupp", "ute")
    # The row for workers was in force only in 2021 and 2022.
    assert [f.row for f in found] == ["inget_tillstånd", "ung", "övriga"]
    assert found[1].parts[0].text() == (
        "ålder är under lägsta ålder (18 år) (Ålder: 36 år, Lägsta ålder: 18 år)"
    )
    assert (found[2].parts, found[2].decided_by) == ((), "i_perioden")


def test_only_the_parts_that_stand_in_the_way():
    (found,) = unmet("signal", "hör_av", närvaro=2000)
    assert [p.condition.sv for p in found.parts] == [
        "närvaro är under 1 timme 40 minuter",
        "barn i hemmet är minst varaktig frånvaro (inte bestämt)",
    ]
    assert [p.known for p in found.parts] == [True, False]


def test_what_is_not_known_is_told_as_such():
    (found,) = unmet("målgrupp", "inne", tillstånd_från=None)
    assert not found.parts[0].known
    assert "Periodens slut: okänt" in found.parts[0].text()


def test_a_part_within_not_any_of():
    text = changed(
        "om: idag högst slut", "om: inte (barn över 1 eller självförsörjande eller närvaro över 50)"
    )
    (found,) = book(text).why_not(DAY, AMINA, "målgrupp", "inne")
    assert [p.condition.sv for p in found.parts] == [
        "barn i hemmet är högst 1 barn",
        "närvaro är högst 50 minuter",
    ]


def test_an_outcome_the_rule_does_not_have():
    with pytest.raises(RulebookError, match=r"«målgrupp» har inget utfall «uta»\. Menade du «ute»"):
        unmet("målgrupp", "uta")


def test_a_table_of_numbers_tells_of_every_row():
    assert [u.row for u in unmet("krav", "0")] == ["ingår_inte", "alla"]


def test_the_next_change_is_the_nearest_day():
    change = BOOK.next_change(DAY, AMINA, ("målgrupp",), until=UNTIL)
    assert change is not None
    assert change.day == date(2027, 3, 2)
    assert (change.rule, change.before, change.after) == ("målgrupp", "inne", "ute")
    assert (change.turns[0].row_before, change.turns[0].row_after) == ("i_perioden", "övriga")


def test_all_rules_that_change_that_day_are_told():
    change = BOOK.next_change(DAY, AMINA, ("målgrupp", "krav", "kurs"), until=UNTIL)
    assert change is not None
    assert [(t.rule, t.before, t.after) for t in change.turns] == [
        ("målgrupp", "inne", "ute"),
        ("krav", "2280", "0"),
    ]


def test_the_day_asked_until_is_included():
    assert BOOK.next_change(DAY, AMINA, ("målgrupp",), until=date(2027, 3, 1)) is None
    assert BOOK.next_change(DAY, AMINA, ("målgrupp",), until=date(2027, 3, 2)) is not None
    assert BOOK.next_change(DAY, AMINA, ("målgrupp",), until=DAY) is None


def test_a_change_of_the_law_is_a_change():
    nineteen = AMINA | {"född": date(2004, 6, 1), "tillstånd_från": date(2023, 6, 1)}
    change = BOOK.next_change(date(2023, 11, 1), nineteen, ("målgrupp",), until=UNTIL)
    assert change is not None
    assert change.day == date(2024, 1, 1)


def test_a_row_that_ends_is_a_change_even_if_the_outcome_stays():
    work = AMINA | {"tillstånd": "arbete", "tillstånd_från": date(2019, 12, 1)}
    change = BOOK.next_change(date(2022, 12, 30), work, ("målgrupp",), until=UNTIL)
    assert change is not None
    assert (change.day, change.before, change.after) == (date(2023, 1, 1), "ute", "ute")


def test_no_change_before_the_one_that_is_told():
    change = BOOK.next_change(DAY, AMINA, (), until=UNTIL)
    assert change is not None
    day = DAY
    start = BOOK.decide(DAY, AMINA).values
    while day < change.day - timedelta(days=1):
        day += timedelta(days=1)
        assert BOOK.decide(day, AMINA).values == start
    assert BOOK.decide(change.day, AMINA).values != start


def test_the_end_of_the_calendar():
    assert BOOK.next_change(date(9999, 12, 30), AMINA, ("målgrupp",), until=date.max) is None
