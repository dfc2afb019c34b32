"""Run a command as a person does, in this process or in one of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

from byggsten.cli.main import run

EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "examples" / "fall-amina.json"
GATEWAYS = Path(__file__).resolve().parents[1] / "gateways"
PEOPLE = GATEWAYS / "population_register" / "payloads"
PLANS = GATEWAYS / "planning" / "payloads"
SCHOOL = GATEWAYS / "school" / "payloads"
PROGRAM = [sys.executable, "-c", "from byggsten.cli.main import main; main()"]


def unfolded(text):
    """The text on one line: where it is folded depends on how long the folders' names are."""
    return " ".join(text.split())


def said(capsys, *arguments):
    """The exit code, and what stood on standard output and standard error."""
    capsys.readouterr()
    code = run([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return code, out, err


def answered(capsys, *arguments):
    """The exit code and the JSON value; standard output must be pure JSON."""
    code, out, _ = said(capsys, *arguments, "--json")
    return code, json.loads(out)


def environment(folder):
    """The environment of a program of its own, with its data in the folder."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("BYGGSTEN_", "DATABASE"))
    }
    return kept | {"BYGGSTEN_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "byggsten.config.settings"}


def run_program(*arguments, folder, **options):
    """Run the program in a process of its own and wait for it."""
    return subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        env=environment(folder), capture_output=True, text=True, check=False, timeout=120, **options,
    )  # fmt: skip


def prepare(folder):
    """Make the database in the folder."""
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "-v0"], env=environment(folder), check=True, timeout=120
    )
