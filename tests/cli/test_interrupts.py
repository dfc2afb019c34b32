"""Interruptions and large files: nothing half done, and memory that does not grow with the file."""

import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from byggsten.cli.exits import Exit
from tests.cli.running import PEOPLE, PLANS, PROGRAM, SCHOOL, environment, prepare, run_program

HEAD = "session;person;witness;attended;absent;reason;recorded_at;told_by\n"
ROW = "sfi-c-1/2026-11-{day};{person};teacher;240;0;;2026-11-{day}T12:00:{second:02}.{n:06}+01:00;eva\n"
MEGABYTE = 1_000_000
# A run that stays below this has not held a file of fifty megabytes as objects.
MEMORY_KB = {"csv": 220_000, "json": 420_000}


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A database with three people and three sessions, for programs of their own."""
    folder = tmp_path_factory.mktemp("kommun")
    prepare(folder)
    for arguments in (
        ("import", "persons", PEOPLE / "personer.csv"),
        ("import", "plans", PLANS / "katalog-och-planer.json"),
    ):
        assert run_program(*arguments, folder=folder).returncode in (Exit.OK, Exit.PARTLY)
    return folder


@pytest.fixture
def municipality(prepared, tmp_path):
    """A copy of it for each test."""
    return Path(shutil.copytree(prepared, tmp_path / "kommun"))


def rows(count):
    """So many different accounts of people and sessions that exist."""
    for n in range(count):
        yield ROW.format(
            day=16 + n % 3, person=("amina", "yusuf")[n % 2], second=n // MEGABYTE, n=n % MEGABYTE
        )


def counted(folder):
    """How many accounts the database holds."""
    with sqlite3.connect(folder / "byggsten.sqlite3") as connection:
        return connection.execute("SELECT count(*) FROM records_account").fetchone()[0]


def test_ctrl_c_in_the_middle_leaves_nothing(municipality):
    file = municipality / "stor.csv"
    file.write_text(HEAD + "".join(rows(150_000)))
    process = subprocess.Popen(
        [*PROGRAM, "import", "attendance", str(file), "--progress", "--json"],
        env=environment(municipality), stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0,
    )  # fmt: skip
    seen = b""
    # When rows are said to be read they are being written.
    while "Läser rader".encode() not in seen:
        more = process.stderr.read(1000)
        assert more, seen.decode()
        seen += more
    process.send_signal(signal.SIGINT)
    out, rest = process.communicate(timeout=60)
    out, err = out.decode(), (seen + rest).decode()
    assert process.returncode == Exit.INTERRUPTED
    assert "Du avbröt. Ingenting sparades." in err
    assert "Traceback" not in err
    assert '"code": 130' in out
    assert counted(municipality) == 0


def measured(*arguments, folder):
    """Run the program; give its outcome, its seconds and its largest memory in kilobytes."""
    script = (
        "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:]); "
        "print(f'kB={resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss}', file=sys.stderr); "
        "sys.exit(done.returncode)"
    )
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", script, *PROGRAM, *map(str, arguments)],
        env=environment(folder), capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    return done, time.monotonic() - started, int(re.search(r"kB=(\d+)", done.stderr)[1])


def large_json():
    """A message of fifty megabytes in the form of the standard."""
    text = (SCHOOL / "attendances.json").read_text()
    one = text[text.index("[") + 1 : text.rindex("]")].strip().split("},\n    {")[0] + "}"
    piece = re.sub(r"\s*\n\s*", "", one)
    count = 50 * MEGABYTE // len(piece)
    many = (re.sub(r"000000000001", f"{n:012x}", piece, count=1) for n in range(count))
    return '{"data":[' + ",".join(many) + '],"pageToken":null}'


@pytest.mark.slow
@pytest.mark.parametrize("form", ["csv", "json"])
def test_fifty_megabytes_with_a_broken_tail_leave_nothing(municipality, form):
    file = municipality / f"stor.{form}"
    if form == "csv":
        one = next(rows(1))
        whole = HEAD + "".join(rows(50 * MEGABYTE // len(one)))
        file.write_text(whole + '"sfi-c-1/2026-11-18;amina;teach')
    else:
        file.write_text(large_json()[:-1000])
    assert file.stat().st_size > 49 * MEGABYTE
    done, seconds, kilobytes = measured(
        "import", "attendance", file, "--source", "skola", folder=municipality
    )
    assert done.returncode == Exit.REFUSED, done.stderr
    assert ("avhuggen" if form == "csv" else "tar slut mitt i") in done.stderr
    assert counted(municipality) == 0
    assert kilobytes < MEMORY_KB[form], kilobytes
    assert seconds < 60


UNHEARD = """
import os, signal
from byggsten.cli import interrupts
from byggsten.cli.progress import Progress

class Cleaning:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)
        sum(range(1000))

interrupts.hear()
Cleaning()
print("thrown away")
try:
    Progress("Arbete", shown=False).at(1)
except KeyboardInterrupt:
    print("heard after all")
Progress("Arbete", shown=False).at(2)
print("and only once")
"""


def test_ctrl_c_that_python_throws_away_is_heard_at_the_next_step():
    hears = f"import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n{UNHEARD}"
    done = subprocess.run(
        [sys.executable, "-c", hears], capture_output=True, text=True, check=False, timeout=60
    )
    assert "KeyboardInterrupt" in done.stderr
    assert done.stdout.splitlines() == ["thrown away", "heard after all", "and only once"]
