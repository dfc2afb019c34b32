"""How far the work has come: silent at first and where nobody looks, a line of its own in a log."""

import pytest

from byggsten.cli import progress
from byggsten.cli.progress import Progress


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands where it is put."""
    seconds = [0.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: seconds[0])
    return seconds


def test_nothing_is_said_within_a_second(clock, capsys):
    shown = Progress("Läser rader", shown=True)
    clock[0] = 0.9
    shown.at(10_000)
    shown.end()
    assert capsys.readouterr().err == ""


def test_after_a_second_each_message_has_its_own_line_in_a_log(clock, capsys):
    shown = Progress("Läser rader", total=40_000, shown=True)
    for moment, done in ((1.0, 10_000), (1.1, 11_000), (3.4, 20_000)):
        clock[0] = moment
        shown.at(done)
    shown.end()
    assert capsys.readouterr().err.splitlines() == [
        "Läser rader: 10 000 av 40 000 (25 %), 1 s",
        "Läser rader: 20 000 av 40 000 (50 %), 3 s",
    ]


def test_where_no_terminal_is_nothing_is_said_unless_asked(clock, capsys):
    shown = Progress("Läser rader")
    clock[0] = 5.0
    shown.at(1)
    assert list(shown.over("abc")) == ["a", "b", "c"]
    assert capsys.readouterr().err == ""


def test_on_a_terminal_the_line_is_written_over_and_taken_away(clock, capsys, monkeypatch):
    monkeypatch.setattr(progress.sys.stderr, "isatty", lambda: True)
    shown = Progress("Läser rader")
    clock[0] = 1.5
    shown.at(7)
    shown.end()
    assert capsys.readouterr().err == "\r\x1b[KLäser rader: 7, 1 s\r\x1b[K"
