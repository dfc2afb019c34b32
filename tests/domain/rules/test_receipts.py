"""A receipt holds all that is needed to check an answer, survives JSON, and tells of changed rules."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from byggsten.domain.rules import ENGINE, NEVER, Origin, RulebookError, replay
from tests.domain.rules.books import AMINA, DAY, book, changed

BOOK = book()
ORIGINS = {"född": Origin("folkbokföringen", "utdrag 17", datetime(2026, 1, 2, 3, 4, tzinfo=UTC))}


def receipt(**facts):
    made = BOOK.receipt(DAY, date(2026, 11, 23), AMINA | facts, ("målgrupp", "krav"), ORIGINS)
    return json.loads(json.dumps(made))


def test_what_stands_on_a_receipt():
    found = receipt(barn=None)
    assert (found["book"], found["version"], found["engine"]) == ("prov", BOOK.version, ENGINE)
    assert (found["as_of"], found["known_at"], found["wanted"]) == (
        "2026-11-22",
        "2026-11-23",
        ["målgrupp", "krav"],
    )
    assert found["facts"]["född"] == {
        "value": "1990-02-28",
        "source": "folkbokföringen",
        "reference": "utdrag 17",
        "recorded_at": "2026-01-02T03:04:00+00:00",
    }
    assert found["facts"]["barn"] == {"value": None}
    group, required = found["steps"]
    assert (group["rule"], group["outcome"], group["row"]) == ("målgrupp", "inne", "i_perioden")
    assert group["text_sv"] == "Inom perioden, som slutar 1 mars 2027."
    assert group["parameters"][0]["source"] == "Lag (2017:584) om ansvar, 1 §"
    assert (required["outcome"], required["missing"]) == ("okänt", ["barn"])


@pytest.mark.parametrize("facts", [{}, {"barn": None}, {"tillstånd_från": NEVER}, {"tillstånd": "none"}])
def test_a_receipt_can_be_replayed(facts):
    found = replay(receipt(**facts), BOOK)
    assert found.same
    assert found.text == "Samma regler ger samma utfall."


def test_other_rules_are_told_with_what_differs():
    found = replay(receipt(), book(changed("är: 24,", "är: 6,")))
    assert not found.same_version
    assert found.differences == (
        ("målgrupp", "inne", "i_perioden", "ute", "övriga"),
        ("krav", "2280", "alla", "0", "ingår_inte"),
    )
    assert found.text == "Reglerna har en annan version nu; dessa utfall skiljer sig: målgrupp, krav."
    same = replay(receipt(), book(changed("sv: Inget särskilt.", "sv: Inget.")))
    assert (same.same, same.text) == (False, "Reglerna har en annan version nu; utfallen är ändå desamma.")


def test_a_rule_that_is_gone_is_a_difference():
    text = changed("  signal:\n", "  tecken:\n")
    old = json.loads(json.dumps(BOOK.receipt(DAY, None, AMINA, ("signal", "krav"))))
    assert replay(old, book(text)).differences == (("signal", "okänt", "länge", "", ""),)


def test_a_receipt_that_was_changed_is_found_out():
    false = receipt()
    false["steps"][0]["outcome"] = "ute"
    assert replay(false, BOOK).text == "Kvittot stämmer inte: målgrupp ger ett annat utfall."


def test_known_at_is_used():
    text = changed("{från: 2018-01-01, är: 24,", "{från: 2018-01-01, är: 12,").replace(
        "är: 12, källa: strategi Begrepp, tillit: D}",
        "är: 12, källa: strategi, tillit: D},"
        " {från: 2018-01-01, är: 24, känd: 2026-06-01, källa: strategi, tillit: D}",
    )
    corrected = book(text)
    before = corrected.receipt(DAY, date(2026, 5, 31), AMINA, ("målgrupp",))
    after = corrected.receipt(DAY, date(2026, 6, 1), AMINA, ("målgrupp",))
    assert [r["steps"][0]["outcome"] for r in (before, after)] == ["ute", "inne"]
    assert replay(before, corrected).same
    assert replay(after, corrected).same


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"format": 1},
        {"format": 2, "book": "prov"},
        {"format": 1, "book": "annan"},
        {"format": 1, "book": "prov", "as_of": 3},
    ],
)
def test_what_is_no_receipt_is_refused(broken):
    with pytest.raises(RulebookError) as refused:
        replay(broken, BOOK)
    assert refused.value.remedy


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("facts", []),
        ("facts", {"född": 3}),
        ("steps", None),
        ("as_of", "2026-02-30"),
        ("known_at", "igår"),
        ("facts", {"barn": {"value": 1.5}}),
    ],
)
def test_a_broken_receipt_is_refused(key, value):
    with pytest.raises(RulebookError):
        replay(receipt() | {key: value}, BOOK)
