"""The rules by command: checked, listed, printed in three forms, and why an outcome did not come."""

from html.parser import HTMLParser

import pytest

from byggsten.cli.exits import Exit
from byggsten.rulebook import load
from tests.cli.running import EXAMPLE, answered, said, unfolded


def test_the_rules_are_checked(capsys):
    code, told = answered(capsys, "rules", "check", "--rules", "norrtalje,demo")
    assert (code, told["faults"]) == (Exit.OK, 0)
    assert [book["book"] for book in told["books"]] == ["plikt", "narvaro"]
    assert told["books"][0]["version"] == load("plikt", ("norrtalje", "demo")).version


def test_a_fault_ends_with_its_own_code_and_says_where(capsys):
    code, told = answered(capsys, "rules", "check", "--rules", "norrtlje")
    assert (code, told["error"]["code"]) == (Exit.RULEBOOK, Exit.RULEBOOK)
    assert "Menade du «norrtalje»" in told["error"]["sentence"]
    code, _, err = said(capsys, "assess", "--case", EXAMPLE, "--rules", "norrtlje")
    assert (code, "Menade du «norrtalje»" in err) == (Exit.RULEBOOK, True)


def test_the_local_rules_come_from_the_environment(capsys, monkeypatch):
    monkeypatch.setenv("BYGGSTEN_LOCAL_RULES", "norrtalje,demo")
    _, told = answered(capsys, "rules", "check")
    assert told["books"][0]["version"] == load("plikt", ("norrtalje", "demo")).version


def test_every_rule_is_listed(capsys):
    _, told = answered(capsys, "rules", "list")
    assert len(told) == sum(len(load(book, ("norrtalje",)).rules) for book in ("plikt", "narvaro"))
    _, out, _ = said(capsys, "rules", "list", "--book", "narvaro")
    assert "timme – Timmen" in out
    assert "målgrupp" not in out


def test_the_book_has_every_row_in_both_languages(capsys):
    _, out, _ = said(capsys, "rules", "book")
    for book in ("plikt", "narvaro"):
        for rule in load(book, ("norrtalje",)).rules.values():
            assert f"### {rule.label.sv} / {rule.label.en} (`{rule.name}`)" in out
    _, told = answered(capsys, "rules", "book")
    assert [len(book["rules"]) > 1 for book in told] == [True, True]
    assert {"sv", "en"} <= set(told[0]["rules"][0]["rows"][0]["text"])


class _Nesting(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.rows = [], 0

    def handle_starttag(self, tag, attrs):
        if tag not in ("meta", "br"):
            self.open.append(tag)
        self.rows += tag == "tr"

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_book_is_whole_html(capsys, tmp_path):
    file = tmp_path / "regelbok.html"
    code, out, err = said(capsys, "rules", "book", "--format", "html", "--output", file)
    assert (code, out, "Skrev" in err) == (Exit.OK, "", True)
    page = _Nesting()
    page.feed(file.read_text())
    assert page.open == []
    rows = sum(
        len(rule.rows) for b in ("plikt", "narvaro") for rule in load(b, ("norrtalje",)).rules.values()
    )
    assert page.rows > rows


def test_a_place_that_cannot_be_written_is_told(capsys, tmp_path):
    code, _, err = said(capsys, "rules", "book", "--output", tmp_path / "finns-inte" / "bok.md")
    assert (code, "går inte att skriva" in unfolded(err)) == (Exit.NOT_FOUND, True)


@pytest.mark.parametrize(
    ("rule", "outcome", "words"),
    [
        (
            "målgrupp",
            "utanför",
            "Raden asylsökande hade gett det, men: – inte: uppehållstillstånd är asylsökande",
        ),
        ("målgrupp", "ingår", "avgjorde; det är utfallet."),
        ("prioritet", "kvinna_kort_skolgång", "okänt:"),
    ],
)
def test_why_an_outcome_did_not_come(capsys, rule, outcome, words):
    given = ("--case", EXAMPLE, "--as-of", "2026-11-23", "--rules", "norrtalje")
    code, out, _ = said(capsys, "rules", "why-not", "amina", rule, outcome, *given)
    assert code == Exit.OK
    assert words in " ".join(out.split())
