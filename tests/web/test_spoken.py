"""A domain's sentence on a page: days as people say them, and sentences within sentences."""

from __future__ import annotations

from datetime import date

from django.utils import translation

from byggsten.domain.texts import Text
from byggsten.web.spoken import spoken


def test_days_are_said_as_people_say_them():
    text = Text(
        "Börjar %(day)s, %(why)s", {"day": date(2026, 12, 7), "why": Text("om %(n)s dagar.", {"n": 3})}
    )
    assert spoken(text) == "Börjar 7 december 2026, om 3 dagar."
    with translation.override("en"):
        assert spoken(text) == "Börjar 7 December 2026, om 3 dagar."


def test_a_sentence_without_blanks_is_left_alone():
    assert spoken(Text("100 % är allt.")) == "100 % är allt."
