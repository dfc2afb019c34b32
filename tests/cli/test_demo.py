"""``byggsten demo`` as a person runs it: in a process of its own, with a data folder of its own."""

from __future__ import annotations

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from contextlib import closing

import pytest

from tests.cli.running import unfolded

# A shell that starts the tests in the background has them ignore Ctrl-C, and so would the command.
HEARS_CTRL_C = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
COMMAND = [sys.executable, "-c", f"{HEARS_CTRL_C}from byggsten.cli.main import main; main()", "demo"]
SMALL = ("--persons", "40", "--until", "2026-11-22")
DATABASE = "demo.sqlite3"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A data folder in which a small demonstration has been made."""
    folder = tmp_path_factory.mktemp("demo")
    done = run(folder, *SMALL, "--no-serve", "--json")
    assert done.returncode == 0, done.stderr
    (folder / "answer.json").write_text(done.stdout)
    (folder / "told.txt").write_text(done.stderr)
    return folder


def environment(folder, **more):
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("BYGGSTEN_", "DATABASE_URL", "DJANGO_"))
    }
    return clean | {"BYGGSTEN_DATA": str(folder), **more}


def run(folder, *arguments, **more):
    return subprocess.run(
        [*COMMAND, *arguments],
        env=environment(folder, **more),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def ask(path, question):
    with closing(sqlite3.connect(path)) as database:
        return database.execute(question).fetchall()


def people(folder):
    """The residents; those who were written down twice have references of another series."""
    question = (
        "SELECT reference, family_name FROM records_person WHERE reference LIKE 'N%' ORDER BY reference"
    )
    return ask(folder / DATABASE, question)


def databases(folder):
    """Every database file in the folder, drafts too."""
    return sorted(path.name for path in folder.iterdir() if DATABASE in path.name)


def test_it_answers_with_rows_logins_and_memory(folder):
    answer = json.loads((folder / "answer.json").read_text())
    assert answer["made"]["people"] == 40 == len(people(folder))
    assert answer["made"]["until"] == "2026-11-22"
    assert answer["made"]["peak_megabytes"] > 50
    assert {login["username"] for login in answer["logins"]} == {"karin", "omar", "eva", "maria", "lena"}
    told = (folder / "told.txt").read_text()
    assert "Gör en påhittad kommun med 40 personer" in told
    assert "MB minne" in told


def test_the_rows_are_those_it_tells(folder):
    made = json.loads((folder / "answer.json").read_text())["made"]
    for table, count in (("session", "sessions"), ("account", "accounts"), ("weekledger", "weeks")):
        assert ask(folder / DATABASE, f"SELECT count(*) FROM records_{table}") == [(made[count],)]
    assert made["accounts"] > 1000
    assert made["weeks"] > 100


def test_only_those_who_are_named_can_sign_in(folder):
    open_ = ask(folder / DATABASE, "SELECT username FROM auth_user WHERE password NOT LIKE '!%'")
    assert {name for (name,) in open_} == {"karin", "omar", "eva", "maria", "lena"}


def test_karin_answers_for_people(folder):
    rows = ask(
        folder / DATABASE,
        "SELECT count(*) FROM records_assignment a JOIN records_staffmember s ON s.id = a.caseworker_id "
        "JOIN auth_user u ON u.id = s.user_id WHERE u.username = 'karin'",
    )
    assert rows[0][0] > 3


def test_the_second_time_it_is_only_shown(folder):
    before = people(folder)
    begun = time.monotonic()
    done = run(folder, "--no-serve", "--until", "2026-11-23")
    assert done.returncode == 0, done.stderr
    assert time.monotonic() - begun < 20
    assert "redan finns" in done.stderr
    assert people(folder) == before


def test_an_old_one_tells_how_to_be_made_anew(folder):
    # As if it had been made years ago.
    with closing(sqlite3.connect(folder / DATABASE)) as database, database:
        database.execute("DROP TRIGGER records_event_is_append_only_update")
        database.execute("UPDATE records_event SET facts = replace(facts, '2026-11-22', '2020-11-22')")
    done = run(folder, "--no-serve")
    assert "har blivit gammal" in done.stderr
    assert "--reset" in done.stderr


def test_asking_for_another_size_says_that_reset_is_needed(folder):
    done = run(folder, "--no-serve", "--persons", "50")
    assert "Den görs inte om. Lägg till --reset" in done.stderr
    assert len(people(folder)) == 40


def test_reset_makes_another(tmp_path):
    assert run(tmp_path, *SMALL, "--no-serve").returncode == 0
    before = people(tmp_path)
    done = run(tmp_path, "--persons", "45", "--seed", "9", "--until", "2026-11-22", "--reset", "--no-serve")
    assert done.returncode == 0, done.stderr
    assert len(people(tmp_path)) == 45
    assert people(tmp_path)[:40] != before
    assert databases(tmp_path) == [DATABASE]


def interrupt(folder, *arguments, when, later=0.0):
    """Run until ``when`` is so, press Ctrl-C that many seconds later, and say how it ended."""
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        env=environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 120
    while not when() and time.monotonic() < deadline and process.poll() is None:
        time.sleep(0.05)
    time.sleep(later)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


def drafts(folder):
    return [path for path in folder.iterdir() if path.name.startswith(f"{DATABASE}.")]


@pytest.mark.parametrize("later", [0.0, 6.0], ids=["at once", "in the middle"])
def test_ctrl_c_leaves_no_half_database(tmp_path, later):
    code, _, told = interrupt(
        tmp_path, "--persons", "1200", "--no-serve", when=lambda: drafts(tmp_path), later=later
    )
    assert code == 130, told
    assert "Ingen ny demonstration sparades" in told
    assert databases(tmp_path) == []


def test_ctrl_c_while_making_anew_leaves_the_old_one(folder):
    before = people(folder)
    code, _, told = interrupt(
        folder, "--persons", "1200", "--reset", "--no-serve", when=lambda: drafts(folder)
    )
    assert code == 130, told
    assert people(folder) == before
    assert databases(folder) == [DATABASE]


def test_a_taken_port_is_told_before_anything_is_made(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run(tmp_path, *SMALL, "--port", str(port))
    assert done.returncode == 7
    assert f"Port {port} är upptagen" in done.stderr
    assert f"--port {port + 1}" in done.stderr
    assert databases(tmp_path) == []


def test_a_database_with_other_people_is_left_alone(folder, tmp_path):
    other = tmp_path / "other.sqlite3"
    other.write_bytes((folder / DATABASE).read_bytes())
    with closing(sqlite3.connect(other)) as database, database:
        database.execute("DROP TRIGGER records_event_is_append_only_delete")
        database.execute("DELETE FROM records_event")
    before = other.read_bytes()
    for arguments in (["--no-serve"], ["--no-serve", "--reset"]):
        done = run(tmp_path, *arguments, DATABASE_URL=f"sqlite:///{other}")
        assert done.returncode == 7
        assert "inte är påhittade" in done.stderr
    assert other.read_bytes() == before


def test_a_file_that_is_no_database_is_told(tmp_path):
    (tmp_path / DATABASE).write_text("detta är ingen databas" * 100)
    done = run(tmp_path, "--no-serve")
    assert done.returncode == 7
    assert "går inte att använda" in unfolded(done.stderr)


@pytest.mark.parametrize("arguments", [["--persons", "3"], ["--port", "0"], ["--until", "2026-02-30"]])
def test_what_cannot_be_asked_for_is_refused(tmp_path, arguments):
    done = run(tmp_path, "--no-serve", *arguments)
    assert done.returncode == 2
    assert databases(tmp_path) == []


def test_unknown_local_rules_are_told_before_anything_is_made(tmp_path):
    done = run(tmp_path, *SMALL, "--no-serve", BYGGSTEN_LOCAL_RULES="saknas")
    assert done.returncode == 6
    assert "saknas" in done.stderr
    assert "Traceback" not in done.stderr
    assert databases(tmp_path) == []


def test_it_is_not_for_production(tmp_path):
    done = run(tmp_path, "--no-serve", BYGGSTEN_PRODUCTION="ja", SECRET_KEY="x" * 60, BYGGSTEN_HOSTS="a.se")
    assert done.returncode == 7
    assert "Stäng av den i skarp drift" in done.stderr


def test_it_serves_the_pages_until_ctrl_c(folder):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    answers = []

    def answered():
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as page:
                answers.append((page.status, page.read().decode()))
        except OSError:
            return False
        return True

    code, out, _ = interrupt(folder, "--port", str(port), when=answered)
    assert code == 0
    assert answers[0][0] == 200
    assert "karin" in answers[0][1]
    assert f"http://127.0.0.1:{port}/" in out
