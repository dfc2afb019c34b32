"""Reasons for absence: whose time, acceptable or not, and errors that name file, row and remedy."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from byggsten.domain.reasons import Owner, Validity, reason_on
from byggsten.domain.rules import RulebookError
from byggsten.rulebook import reasons
from byggsten.rulebook.reasons import reasons_from

ROW = "{från: 2018-01-01, ägare: person, gäller: giltig, ser: [caseworker], källa: lag 1 §, tillit: V}"
NATION = """
källor:
  lag: {sv: En lag, en: An act}
orsaker:
  work:
    sv: Arbete
    en: Work
    rader:
      - %s
"""


def read(tmp_path, *rows: str, local: str = ""):
    (tmp_path / "national").mkdir()
    text = NATION % "\n      - ".join(rows)
    (tmp_path / "national" / "reasons.yaml").write_text(text, "utf-8")
    if local:
        (tmp_path / "local" / "ön").mkdir(parents=True)
        (tmp_path / "local" / "ön" / "reasons.yaml").write_text(local, "utf-8")
    return reasons_from(tmp_path, ("ön",) if local else ())


def test_every_reason_holds_on_every_day_since_2018():
    for code, rows in reasons().items():
        for month in range(0, 365 * 10, 30):
            found = reason_on(reasons(), code, date(2018, 1, 1) + timedelta(days=month))
            assert found is not None, code
            assert found in rows


def test_a_day_before_the_table_has_no_reason():
    assert reason_on(reasons(), "illness", date(2017, 12, 31)) is None
    assert reason_on(reasons(), "no_such_reason", date(2026, 1, 1)) is None


def test_invalid_is_only_what_the_person_could_have_helped():
    invalid = {c for c, rows in reasons().items() if any(r.validity is Validity.INVALID for r in rows)}
    assert invalid == {"none", "late", "school_invalid"}
    assert {r.owner for c in invalid for r in reasons()[c]} == {Owner.PERSON}


def test_the_municipality_and_the_provider_own_their_own_faults():
    owner = {c: rows[-1].owner for c, rows in reasons().items()}
    assert owner["no_childcare"] == owner["no_interpreter"] == Owner.MUNICIPALITY
    assert owner["provider_cancelled"] == owner["teacher_absent"] == Owner.PROVIDER
    assert owner["travel_impossible"] is Owner.TRAVEL
    assert owner["care_of_sick_child"] is Owner.CHILD
    assert owner["other"] is Owner.UNKNOWN, "en handläggare har inte bedömt än"


def test_only_the_caseworker_sees_reasons_about_health_children_and_faith():
    for code in (
        "illness",
        "health_care",
        "care_of_sick_child",
        "religious_holiday",
        "family_reasons",
        "other",
    ):
        assert all(row.seen_by == ("caseworker",) for row in reasons()[code]), code


def test_every_row_says_its_source_and_how_sure_we_are():
    rows = [row for rows in reasons().values() for row in rows]
    assert all(row.source and row.confidence in ("V", "V2", "D", "M", "U") for row in rows)
    assert all(row.label_sv and row.label_en for row in rows)


def test_a_rule_may_change_on_a_day(tmp_path):
    later = ROW.replace("2018-01-01", "2026-01-01").replace("giltig", "ogiltig")
    found = read(tmp_path, ROW.replace("ägare", "till: 2025-12-31, ägare"), later)
    assert [reason_on(found, "work", day).validity for day in (date(2025, 12, 31), date(2026, 1, 1))] == [
        Validity.VALID,
        Validity.INVALID,
    ]


def test_a_municipality_may_add_its_own_reason(tmp_path):
    local = f"orsaker:\n  storm: {{sv: Storm, en: Storm, rader: [{ROW}]}}\n"
    assert set(read(tmp_path, ROW, local=local)) == {"work", "storm"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("person", "persn", "Menade du «person»"),
        ("giltig", "gilltig", "Menade du «giltig»"),
        ("källa: lag 1 §, ", "", "Allt som gäller har en källa"),
        ("lag 1 §", "lagg 1 §", "Menade du «lag»"),
        ("tillit: V", "tillit: X", "Välj bland V, V2, D, M, U"),
        ("från: 2018-01-01, ", "", "Lägg till «från: …»"),
        ("caseworker", "caseworkers", "Menade du «caseworker»"),
        ("ser: [caseworker], ", "", "Lägg till «ser: [caseworker]»"),
        ("tillit: V", "tillit: V, till: 2017-01-01", "Byt plats på dagarna"),
        ("tillit: V", "tillit: V, intyg_efter_dagar: -1", "Skriv ett heltal från 0"),
        ("tillit: V", "tillit: V, intyg: 7", "okänd nyckel «intyg»"),
        ("giltig", "prövas", "Skriv «ägare: unknown»"),
        ("person", "unknown", "Skriv «ägare: unknown» tillsammans med «gäller: prövas»"),
    ],
)
def test_a_fault_is_refused_with_file_row_and_remedy(tmp_path, old, new, said):
    with pytest.raises(RulebookError) as refused:
        read(tmp_path, ROW.replace(old, new, 1))
    text = str(refused.value)
    assert "national/reasons.yaml" in text
    assert "orsaker.work.rader" in text
    assert said in text


def test_two_rows_may_not_hold_on_the_same_day(tmp_path):
    with pytest.raises(RulebookError, match=r"samtidigt som raden från 2018-01-01.*«till:» före 2026-01-01"):
        read(tmp_path, ROW, ROW.replace("2018", "2026"))


def test_a_reason_without_rows_is_refused(tmp_path):
    with pytest.raises(RulebookError, match="inga rader"):
        read(tmp_path, ROW, local="orsaker:\n  storm: {sv: Storm, en: Storm, rader: []}\n")


def test_a_municipality_may_not_change_a_national_reason(tmp_path):
    local = f"orsaker:\n  work: {{sv: Arbete, en: Work, rader: [{ROW}]}}\n"
    with pytest.raises(RulebookError, match=r"local/ön/reasons\.yaml.*finns redan i national/reasons.yaml"):
        read(tmp_path, ROW, local=local)


def test_a_file_in_another_encoding_is_refused(tmp_path):
    (tmp_path / "national").mkdir()
    (tmp_path / "national" / "reasons.yaml").write_bytes("orsaker: {färja: }".encode("latin-1"))
    with pytest.raises(RulebookError, match="Spara filen som UTF-8"):
        reasons_from(tmp_path, ())
