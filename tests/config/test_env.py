"""Environment variables are read as what they mean, and a wrong one is told in a sentence."""

import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from byggsten.config import databases, env


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch):
    monkeypatch.delenv("X", raising=False)


@pytest.mark.parametrize(
    ("word", "meaning"),
    [("ja", True), ("1", True), ("True", True), ("nej", False), ("", False), ("AV", False)],
)
def test_yes_and_no(monkeypatch, word, meaning):
    monkeypatch.setenv("X", word)
    assert env.flag("X", default=not meaning) is meaning


@pytest.mark.parametrize(
    ("read", "value", "sentence"),
    [
        (lambda: env.flag("X"), "kanske", "X är «kanske». Skriv ja eller nej"),
        (lambda: env.whole("X", 15, least=1), "0", "ett heltal som är minst 1"),
        (lambda: env.whole("X", 15), "1.5", "ett heltal"),
        (lambda: env.text("X"), " ", "X saknas"),
        (lambda: env.folder("X", None), "/dev/null/var", "går inte att skapa .* Ange en annan mapp i X"),
        (lambda: databases.database("X", None), "mysql://a/b", "sqlite:///… och postgresql://…"),
        (lambda: databases.database("X", None), "postgresql://a", "säger inte vilken databas"),
        (lambda: databases.database("X", None), "postgresql://a:b/c", "en port som inte är ett tal"),
        (lambda: env.secret("X", None, demanded=True), "kort", "minst 50 slumpvisa tecken"),
    ],
)
def test_a_wrong_value_is_told_with_what_to_write(monkeypatch, read, value, sentence):
    monkeypatch.setenv("X", value)
    with pytest.raises(env.WrongSetting, match=sentence):
        read()


def test_what_is_not_set_has_its_default(tmp_path):
    assert (env.text("X", "a"), env.flag("X"), env.whole("X", 7), env.words("X", "a, b,")) == (
        "a", False, 7, ("a", "b"),
    )  # fmt: skip
    assert databases.database("X", tmp_path / "a.sqlite3")["NAME"] == f"{tmp_path}/a.sqlite3"


def test_the_address_of_a_server(monkeypatch):
    monkeypatch.setenv("X", "postgresql://karin:hemligt%40@db.example.se:5433/byggsten?sslmode=verify-full")
    found = databases.database("X", None)
    assert [found[key] for key in ("USER", "PASSWORD", "HOST", "PORT", "NAME", "OPTIONS")] == [
        "karin", "hemligt@", "db.example.se", "5433", "byggsten", {"sslmode": "verify-full"},
    ]  # fmt: skip
    monkeypatch.setenv("X", "postgresql://byggsten@/postgres?host=/run/db")
    assert databases.database("X", None)["HOST"] == "/run/db"


def test_a_made_secret_is_one_for_all_who_start_at_once_and_only_the_owners(tmp_path):
    place = tmp_path / "secret_key"
    with ThreadPoolExecutor(8) as many:
        made = set(many.map(lambda _: env.secret("X", place, demanded=False), range(8)))
    assert len(made) == 1
    assert len(made.pop()) >= 50
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [place]
