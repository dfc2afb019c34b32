"""Judging and explaining from a case file: Amina's example, in words and as JSON."""

import json
from datetime import UTC, datetime

import jsonschema
import pytest

from byggsten.cli.exits import Exit
from byggsten.domain.rules import replay
from byggsten.gateways.case_file.read import read_case_file
from byggsten.rulebook import load
from tests.cli.running import EXAMPLE, answered, said

AT = ("--case", EXAMPLE, "--as-of", "2026-11-23", "--rules", "norrtalje")


def test_the_example_follows_the_published_schema(capsys):
    _, schema = answered(capsys, "schema", "case")
    jsonschema.Draft202012Validator(schema).validate(json.loads(EXAMPLE.read_text()))


def test_a_week_is_judged_for_both_parties(capsys):
    code, (told,) = answered(capsys, "assess", *AT, "--weeks", "2026-W46..2026-W47")
    assert code == Exit.OK
    assert [week["week"] for week in told["weeks"]] == ["2026-W46", "2026-W47"]
    ledger = told["weeks"][0]["ledger"]
    assert (ledger["required"], ledger["scheduled"], ledger["attended"], ledger["valid"]) == (
        2400,
        1860,
        1140,
        480,
    )
    assert ledger["owners"] == {"provider": 240, "municipality": 540, "child": 480}
    assert ledger["missing"] == sum(ledger["owners"].values())
    assert told["weeks"][0]["outcomes"]["person_vecka"]["outcome"] == "uppfylld_erbjudet"
    # A lesson that nobody has recorded is nobody's absence.
    assert told["weeks"][1]["ledger"]["owners"]["unknown"] == 240
    assert told["day"]["outcomes"]["målgrupp"]["outcome"] == "ingår"


def test_the_text_tells_the_same(capsys):
    code, out, _ = said(capsys, "assess", *AT, "--weeks", "2026-W46")
    assert code == Exit.OK
    for words in (
        "Amina Exempelsdotter (amina), sett från 23 november 2026",
        "Målgrupp: Ingår",
        "Vecka 2026-W46 (9–15 november 2026)",
        "Krävt men inte schemalagt",
        "Barn och familj",
        "Ändras nästa gång 3 februari 2027",
        "Att bestämma i kommunen:",
    ):
        assert words in out
    assert max(map(len, out.splitlines())) <= 120


def test_the_receipt_gives_the_same_answer_again(capsys):
    _, (told,) = answered(capsys, "assess", *AT)
    book = load("plikt", ("norrtalje",))
    assert replay(told["day"]["receipt"], book).same
    assert told["day"]["receipt"]["version"] == book.version


def test_what_was_known_earlier_is_another_answer(capsys):
    before = (*AT[:2], "--as-of", "2026-04-01", "--rules", "norrtalje", "--known-at", "2026-03-01")
    _, (told,) = answered(capsys, "assess", *before)
    assert told["known_at"] == "2026-03-01T22:59:59.999999+00:00"
    assert told["day"]["outcomes"]["kommun_plan"]["outcome"] == "saknas"
    _, (told,) = answered(capsys, "assess", *before[:-2])
    assert told["day"]["outcomes"]["kommun_plan"]["outcome"] == "gäller"


def test_a_rule_is_explained_with_facts_numbers_and_sources(capsys):
    code, out, _ = said(capsys, "explain", "amina", "klocka_so_strategi", *AT)
    text = " ".join(out.split())
    assert code == Exit.OK
    for words in (
        "Genomförd samhällsorientering: 33 timmar (Byggsten, antecknat 2026-11-20 16:00)",
        "Samhällsorienteringens omfattning enligt strategin: 6000 minuter",
        "Integrationsstrategi för Norrtälje kommun",
        "Ändras nästa gång 3 februari 2027: «Slut».",
        "Avgörande rad: löper.",
    ):
        assert words in text
    _, english, _ = said(capsys, "explain", "amina", "klocka_so_strategi", *AT, "--language", "en")
    assert "33 hours of 100 hours." in english
    assert "Changes next on 3 February 2027" in english


def test_a_rule_as_json(capsys):
    _, told = answered(capsys, "explain", "amina", "person_vecka", *AT)
    assert told["rule"] == "person_vecka"
    assert {fact["name"] for fact in told["facts"]} >= {"målgrupp", "veckokrav"}
    assert told["receipt"]["wanted"] == ["person_vecka"]


def test_a_week_is_explained_hour_by_hour(capsys):
    code, out, _ = said(capsys, "explain", "amina", "2026-W46", *AT)
    assert code == Exit.OK
    assert "– Personen själv 2026-11-11 07:40: där 0, borta 240 min (Vård av sjukt barn)" in out
    assert "Aktiviteten ställdes in. Det räknas aldrig mot deltagaren." in out
    _, told = answered(capsys, "explain", "amina", "2026-W46", *AT)
    assert sum(hour["minutes"] for hour in told["hours"]) == told["ledger"]["scheduled"]


def test_two_accounts_at_odds_are_settled_by_the_table(capsys):
    _, told = answered(capsys, "explain", "amina", "2026-W45", *AT)
    (monday, *_) = [hour for hour in told["hours"] if hour["day"] == "2026-11-02"]
    assert {account["witness"] for account in monday["accounts"]} == {"teacher", "participant"}
    # She had said in advance that she was ill, yet the teacher saw her: it waits until it is cleared up.
    assert (monday["outcome"], monday["states"]) == ("tvistig", {"unknown": 240})


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (
            ("explain", "amna", "målgrupp"),
            Exit.NOT_FOUND,
            "Personen «amna» finns inte i filen. Menade du amina?",
        ),
        (("explain", "amina", "målgrup"), Exit.NOT_FOUND, "Menade du målgrupp?"),
        (("explain", "amina", "2026-W60"), Exit.NOT_FOUND, "Vecka 60 finns inte år 2026"),
        (("explain", "amina", "0000-W01"), Exit.NOT_FOUND, "År 0 går inte att använda"),
        (("assess", "--person", "zahra"), Exit.NOT_FOUND, "Personen «zahra» finns inte i filen."),
        (("rules", "why-not", "amina", "målgrupp", "utanfor"), Exit.NOT_FOUND, "Menade du «utanför»"),
    ],
)
def test_what_is_not_there_is_told_with_the_nearest(capsys, arguments, code, sentence):
    found, told = answered(capsys, *arguments, *AT)
    assert (found, told["error"]["code"]) == (code, code)
    assert sentence in told["error"]["sentence"]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (('"p5_1"', '"p5_9"'), "amina, ground «p5_9»"),
        (('"sfi_started"', '"sfi_startad"'), "amina, code «sfi_startad»"),
        (('"care_of_sick_child"', '"vab"'), "amina, reason «vab»"),
        (('"2020-02-29"', '"2021-02-29"'), "$.households[0].members[1].born"),
        (('"value": 9', '"value": true'), "amina, value «True»"),
    ],
)
def test_a_case_with_an_unknown_code_is_refused(capsys, tmp_path, change, place):
    file = tmp_path / "fall.json"
    file.write_text(EXAMPLE.read_text().replace(*change))
    code, out, err = said(capsys, "assess", "--case", file)
    assert (code, out) == (Exit.REFUSED, "")
    assert place in " ".join(err.split())


def test_a_person_without_permit_and_a_week_without_plan_are_answered(capsys, tmp_path):
    file = tmp_path / "fall.json"
    person = {"reference": "nils", "given_name": "Nils", "born": "1990-02-28"}
    file.write_text(json.dumps({"format": "byggsten-case-1", "persons": [person]}))
    code, (told,) = answered(capsys, "assess", "--case", file, "--as-of", "2026-11-23", "--weeks", "2026-W47")
    assert code == Exit.OK
    assert told["day"]["outcomes"]["målgrupp"]["outcome"] == "okänt"
    assert told["day"]["outcomes"]["målgrupp"]["missing"]
    assert told["weeks"][0]["ledger"]["scheduled"] == 0


def test_the_example_can_be_read_as_it_was_known(capsys):
    case = read_case_file(EXAMPLE.read_bytes())["amina"]
    assert len(case.known(datetime(2026, 3, 1, tzinfo=UTC)).facts) < len(case.facts)
