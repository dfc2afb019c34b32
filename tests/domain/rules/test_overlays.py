"""The municipality's own files: only where the nation leaves it open, and what was known when."""

from __future__ import annotations

from datetime import date

import pytest

from byggsten.domain.rules import RulebookError
from byggsten.rulebook.loader import load_texts
from tests.domain.rules.books import AMINA, DAY, SMALL, book, changed, refusal

LOCAL = "local/lokal1/prov/10.yaml"
VALUES = """
bok: prov
källor:
  beslut: {sv: Nämndens beslut, en: The board's decision}
parametrar:
  varaktigt: {värden: [{från: 2026-01-01, är: 2, källa: beslut 3 §, tillit: D}]}
"""
LATER = """
bok: prov
parametrar:
  varaktigt: {{värden: [{{från: {since}, är: {value}, källa: strategi, tillit: D}}]}}
"""
ROWS = """
bok: prov
regler:
  signal:
    rader:
      - id: egen
        före: annars
        om: barn över 1
        blir: hör_av
        källa: strategi
        tillit: D
        sv: Har {barn} barn.
        en: Has {barn} children.
"""
SHY = AMINA | {"närvaro": 99}


def test_a_value_for_an_open_norm():
    assert book().decide(DAY, SHY).outcome("signal") is None
    local = book(SMALL, VALUES)
    assert local.decide(DAY, SHY).outcome("signal") == "hör_av"
    parameter = {p.name: p for p in local.explain(DAY, SHY)["signal"].parameters}["varaktigt"]
    assert (parameter.value, parameter.source) == ("2", "Nämndens beslut, 3 §")


def test_before_its_first_value_an_open_norm_is_unknown_and_no_error():
    assert book(SMALL, VALUES).decide(date(2025, 12, 31), SHY).outcome("signal") is None


def test_a_row_in_an_open_table():
    local = book(SMALL, ROWS)
    assert [r.id for r in local.rules["signal"].rows] == ["ute", "länge", "egen", "annars"]
    found = local.explain(DAY, AMINA | {"närvaro": 500})["signal"]
    assert (found.row.id, found.row.file, found.text_sv) == ("egen", LOCAL, "Har 2 barn.")


def test_overlays_are_put_on_in_order():
    later = LATER.format(since="2026-06-01", value=9)
    two = book(SMALL, VALUES, later)
    assert two.decide(date(2026, 5, 31), SHY).outcome("signal") == "hör_av"
    assert two.decide(DAY, SHY).outcome("signal") == "tyst"


def test_the_version_names_the_overlays():
    assert book(SMALL, VALUES).version != book().version
    texts = [("a", SMALL, ""), ("b", VALUES, "x")]
    assert load_texts("prov", texts).version != load_texts("prov", [texts[0], ("b", VALUES, "y")]).version


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        (
            VALUES.replace("varaktigt", "månader"),
            "parametrar.månader",
            "«månader» är inte öppen för kommunens egna beslut. Sätt «öppen: ja» i national/prov/10.yaml",
        ),
        (VALUES.replace("varaktigt", "varaktig"), "parametrar.varaktig", "Menade du «varaktigt»"),
        (
            VALUES.replace("{värden", "{enhet: dagar, värden"),
            "parametrar.varaktigt.enhet",
            "okänd nyckel «enhet»",
        ),
        (VALUES.replace("källor", "fakta"), "fakta.beslut", "en lokal fil kan inte ändra «fakta»"),
        (ROWS.replace("signal", "krav"), "regler.krav", "«krav» är inte öppen för kommunens egna beslut"),
        (
            ROWS.replace("före: annars", "före: anars"),
            "regler.signal.rader.egen.före",
            "har ingen rad «anars»",
        ),
        (ROWS.replace("        före: annars\n", ""), "regler.signal.rader.egen", "«före» saknas"),
        (ROWS.replace("id: egen", "id: länge"), "regler.signal.rader.länge.id", "två rader heter «länge»"),
        (
            ROWS.replace("blir: hör_av", "blir: dra_in"),
            "regler.signal.rader.egen.blir",
            "«dra_in» finns inte",
        ),
        ("bok: prov\nregler:\n  signal: {art: förslag}\n", "regler.signal.art", "okänd nyckel «art»"),
    ],
)
def test_an_overlay_that_changes_what_is_not_open_is_refused(text, place, message):
    error = refusal(SMALL, text)
    assert error.file == LOCAL
    assert error.place.startswith(place)
    assert message in str(error)
    assert error.remedy


def test_two_overlays_that_give_a_value_from_the_same_day():
    second = LATER.format(since="2026-01-01", value=3)
    assert "två värden från samma dag, 2026-01-01" in str(refusal(SMALL, VALUES, second))


def test_a_national_row_may_not_say_before_which_it_stands():
    text = changed("- id: arbete\n", "- id: arbete\n        före: ung\n")
    assert "«före» hör hemma i lokala filer" in str(refusal(text))


class TestKnown:
    """The second axis of time: the rules as they were known on a day."""

    BOOK = book(
        changed(
            "är: 3600, källa: sfs-2017-584 5 §, tillit: M}",
            "är: 3600, källa: strategi, tillit: M}\n"
            "      - {från: 2010-12-01, är: 4000, källa: strategi, tillit: M, känd: 2026-02-01}",
        )
    )
    # Born so that she is nineteen: too young by the old limit, old enough by the new.
    NINETEEN = AMINA | {"född": date(2007, 1, 1)}

    def test_a_value_is_used_from_the_day_it_became_known(self):
        rows = [
            self.BOOK.known(at).decide(DAY, self.NINETEEN).row("målgrupp")
            for at in (date(2023, 11, 30), date(2023, 12, 1), date(2026, 6, 1))
        ]
        assert rows == ["ung", "i_perioden", "i_perioden"]

    def test_a_correction_of_the_past(self):
        old = AMINA | {"tillstånd_från": date(2015, 1, 1), "närvaro": 3700}
        assert self.BOOK.known(date(2026, 1, 31)).decide(DAY, old).outcome("kurs") == "klar"
        assert self.BOOK.known(date(2026, 2, 1)).decide(DAY, old).outcome("kurs") == "pågår"

    def test_a_row_known_later_is_not_used_and_rows_keep_their_names(self):
        text = changed("        från: 2021-01-01\n", "        från: 2021-01-01\n        känd: 2022-01-01\n")
        found, work = book(text), AMINA | {"tillstånd": "arbete", "tillstånd_från": date(2020, 1, 1)}
        day = date(2021, 6, 1)
        assert found.decide(day, work).row("målgrupp") == "arbete"
        assert found.known(date(2021, 12, 31)).decide(day, work).row("målgrupp") == "i_perioden"
        # On the very day it became known it counts, while a number known later does not.
        assert found.known(date(2022, 1, 1)).decide(day, work).row("målgrupp") == "arbete"
        assert found.known(date(2021, 12, 31)).explain(day, work)["målgrupp"].row.id == "i_perioden"

    def test_when_all_is_known_it_is_the_same_book(self):
        assert self.BOOK.known(date(2026, 2, 1)) is self.BOOK
        assert self.BOOK.known(date(2024, 1, 1)) is self.BOOK.known(date(2024, 2, 1))
        assert self.BOOK.known(date(2024, 1, 1)).version == self.BOOK.version

    def test_a_rule_that_was_not_known_at_all_is_refused(self):
        text = changed("{från: 2018-01-01, är: 24,", "{från: 2018-01-01, känd: 2020-01-01, är: 24,")
        with pytest.raises(RulebookError, match="inget värde var känt då"):
            book(text).known(date(2019, 1, 1)).decide(DAY, AMINA)
