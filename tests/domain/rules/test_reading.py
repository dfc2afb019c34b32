"""The rulebook as people read it, and what in it deserves a look."""

# ruff: noqa: E501 - one case a line reads as a table.

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from byggsten.domain.rules import Confidence, Kind, Words
from byggsten.domain.rules.expressions import Type
from byggsten.domain.rules.names import Name
from byggsten.domain.rules.phrases import phrase
from byggsten.domain.rules.reading import read_book
from byggsten.domain.rules.resolve import resolve
from byggsten.domain.rules.uses import reference
from tests.domain.rules.books import SMALL, book, changed
from tests.domain.rules.test_overlays import LOCAL, ROWS, VALUES

BOOK = book()
PAGE = read_book(BOOK)


def test_a_table_with_its_rows():
    group = PAGE.rules[0]
    assert (group.name, group.label.sv, group.kind, group.kind.label.en) == (
        "målgrupp",
        "Målgrupp",
        Kind.INFORMATION,
        "Information",
    )
    assert [o for o, _ in group.outcomes] == ["ute", "inne"]
    row = group.rows[2]
    assert (row.id, row.number, row.condition_text) == ("ung", 3, "ålder under lägsta_ålder")
    assert row.condition == Words("ålder är under lägsta ålder", "age is under lowest age")
    assert row.text.sv == "Är [ålder] år, gränsen är [lägsta ålder]."
    assert (row.outcome.sv, row.source.sv, row.confidence) == (
        "Utanför",
        "Lag (2017:584) om ansvar, 2 §",
        Confidence.VERIFIED,
    )
    assert group.rows[-1].condition.sv == "annars"
    assert (group.rows[1].since, group.rows[1].until) == (date(2021, 1, 1), date(2022, 12, 31))


def test_a_number_is_read_out_as_a_calculation():
    row = PAGE.rules[1].rows[1]
    assert row.outcome.sv == "2400 − 60 × det minsta av barn i hemmet och 4"


def test_a_parameter_with_all_its_values():
    found = {p.name: p for p in PAGE.parameters}
    age = found["lägsta_ålder"]
    assert [(v.value.sv, v.since, v.source.en) for v in age.values] == [
        ("20 år", date(2018, 1, 1), "Act (2017:584) on responsibility, 1 §"),
        ("18 år", date(2024, 1, 1), "Act (2017:584) on responsibility, 1 §"),
    ]
    assert age.values[1].known == date(2023, 12, 1)
    assert age.read_by == ("målgrupp",)
    assert found["månader"].read_by == ("målgrupp",)
    assert found["kurs_minuter"].selected_by == Words("Tillstånd från", "Permit from")
    assert age.selected_by is None


def test_open_norms_are_listed_with_whether_anybody_decided():
    assert [(p.name, p.unset) for p in PAGE.open_norms] == [("varaktigt", True)]
    local = read_book(book(SMALL, VALUES, ROWS))
    assert [(p.name, p.unset) for p in local.open_norms] == [("varaktigt", False)]
    assert local.open_norms[0].values[0].local
    assert [(r.id, r.local) for r in local.rules[3].rows][2] == ("egen", True)
    assert local.open_norms[0].values[0].file == LOCAL


def test_everything_has_words_in_both_languages():
    def walk(value):
        if isinstance(value, Words):
            yield value
        elif dataclasses.is_dataclass(value):
            for field in dataclasses.fields(value):
                yield from walk(getattr(value, field.name))
        elif isinstance(value, tuple | list):
            for item in value:
                yield from walk(item)

    found = list(walk(PAGE))
    assert len(found) > 80
    # Units of yes and no and of days are empty, in both languages.
    assert all(bool(w.sv) == bool(w.en) for w in found)


@pytest.mark.parametrize(
    ("text", "sv", "en"),
    [
        ("inte självförsörjande", "inte «försörjer sig»", "not “self-supporting”"),
        ("inte (barn minst 3)", "barn i hemmet är under 3 barn", "children at home is under 3 children"),
        ("tillstånd i (inget, arbete)", "tillstånd är inget eller arbete", "permit is none or work"),
        ("inte tillstånd i (inget, arbete)", "tillstånd är inte inget eller arbete", "permit is not none or work"),
        ("målgrupp är inte ute", "målgrupp är inte utanför", "target group is not outside"),
        ("född är aldrig", "född är aldrig", "born is never"),
        ("född minst idag", "född är tidigast den dag som bedöms", "born is on or after the day assessed"),
        (
            "(barn över 1 eller barn under 0) och ingår",
            "(barn i hemmet är över 1 barn eller barn i hemmet är under 0 barn) och ingår",
            "(children at home is over 1 children or children at home is under 0 children) and is included",
        ),
        ("inte (ingår och barn över 1)", "inte (ingår och barn i hemmet är över 1 barn)", "not (is included and children at home is over 1 children)"),
        ("närvaro minst 90", "närvaro är minst 1 timme 30 minuter", "attended is at least 1 hour 30 minutes"),
        ("idag efter född + 30", "den dag som bedöms är efter född plus 30 dagar", "the day assessed is after born plus 30 days"),
        ("idag efter född - barn", "den dag som bedöms är efter född minus så många dagar som barn i hemmet anger", "the day assessed is after born minus as many days as children at home says"),
        ("idag efter månader_efter(född, 12)", "den dag som bedöms är efter 12 månader efter född", "the day assessed is after 12 months after born"),
        ("idag efter månader_efter(född, månader)", "den dag som bedöms är efter 24 månader (periodens längd) efter född", "the day assessed is after 24 months (length of the period) after born"),
        ("idag - född över 7", "den dag som bedöms − född är över 7", "the day assessed − born is over 7"),
        ("(närvaro - 1) * 100 // månader under -barn", "((närvaro − 1) × 100) ÷ periodens längd (24 månader) är under −barn i hemmet", "((attended − 1) × 100) ÷ length of the period (24 months) is under −children at home"),
        ("barn minst varaktigt", "barn i hemmet är minst varaktig frånvaro", "children at home is at least lasting absence"),
        ("1 högst barn under 3", "1 är högst barn i hemmet och barn i hemmet är under 3 barn", "1 is at most children at home and children at home is under 3 children"),
    ],
)  # fmt: skip
def test_a_condition_as_a_sentence(text, sv, en):
    tables = BOOK.tables
    names = {}
    for name in (*tables.facts, *tables.parameters, *tables.derived, *tables.rules, "idag"):
        ref = reference(tables, name)
        fact, rule = tables.facts.get(name), tables.rules.get(name)
        codes = (fact.codes if fact else ()) or (rule.outcomes if rule else ())
        names[name] = Name(ref.role, ref.type, {c.name: k for k, c in enumerate(codes)})
    e = resolve(text, names, Type.TRUTH)
    assert phrase(tables, e, "sv") == sv
    assert phrase(tables, e, "en") == en


def said(text, *overlays):
    return [str(r) for r in book(text, *overlays).check()]


def test_what_deserves_a_look():
    assert said(SMALL) == [
        "national/prov/10.yaml, parametrar.varaktigt: öppen norm utan värde; regler som behöver den ger okänt.",
        "national/prov/10.yaml, regler.signal.rader.ute: raden är osäker (tillit U).",
        "national/prov/10.yaml, regler.signal.rader.länge: raden är osäker (tillit U).",
        "national/prov/10.yaml, regler.signal.rader.annars: raden är osäker (tillit U).",
    ]


@pytest.mark.parametrize(
    ("old", "new", "remark"),
    [
        ("och barn minst varaktigt", "", "parametrar.varaktigt: parametern läses aldrig av någon regel."),
        ("närvaro minst kurs_minuter", "närvaro minst 7", ""),
        ("  slut: {är:", "  ledig: {är: barn + 1, typ: tal, sv: Ledig, en: Free}\n  slut: {är:", "härlett.ledig: det härledda värdet läses aldrig"),
        ("  barn: {kod", "  ledig: {kod: free, typ: tal, sv: Ledig, en: Free}\n  barn: {kod", "fakta.ledig: uppgiften läses aldrig"),
        ("  strategi: {sv", "  ledig: {sv: A, en: B}\n  strategi: {sv", "källor.ledig: källan åberopas aldrig."),
        ("inne: {sv: Innanför, en: Inside}", "inne: {sv: Innanför, en: Inside}, borta: {sv: Borta, en: Away}", "regler.målgrupp.utfall: inget ger utfallet «borta»."),
        ("om: idag högst slut", "om: ålder under lägsta_ålder", "regler.målgrupp.rader.i_perioden: raden skuggas av «ung», som har samma villkor."),
        ("är: 24, källa: strategi Begrepp, tillit: D", "är: 24, källa: strategi Begrepp, tillit: U", "parametrar.månader: värdet från 2018-01-01 är osäkert (tillit U)."),
    ],
)  # fmt: skip
def test_a_remark(old, new, remark):
    assert any(remark in line for line in said(changed(old, new)))


def test_a_row_of_another_time_does_not_shadow():
    text = changed("om: idag högst slut", "om: tillstånd är arbete")
    assert not [line for line in said(text) if "skuggas" in line]
