"""Commands typed wrongly, help, JSON and start-up: Swedish, a distinct code, and the nearest word."""

import json
import subprocess
import sys

import click
import pytest

from byggsten.cli.exits import MEANING, Exit
from byggsten.cli.main import COMMANDS, cli
from tests.cli.running import EXAMPLE, environment, run_program, said, unfolded

MISTAKES = [
    (["imprt"], "Kommandot «imprt» finns inte. Menade du import?"),
    (["xyzzy"], "Kör «byggsten --help»"),
    (["import", "persns", "x"], "Menade du persons?"),
    (["import"], None),
    (["import", "persons"], "Kommandot behöver FIL."),
    (["import", "persons", EXAMPLE, "extra"], "Kommandot har inget ställe för «extra»."),
    (["import", "persons", EXAMPLE, "--dryrun"], "Valet --dryrun finns inte. Menade du --dry-run?"),
    (["import", "persons", EXAMPLE, "--source"], "Efter --source ska det stå ett värde."),
    (["import", "persons", EXAMPLE, "--format", "jsn"], "«jsn» är inget av auto, csv, json. Menade du json?"),
    (["assess"], "Säg vem som ska bedömas"),
    (["assess", "--case", EXAMPLE, "--store"], "går inte ihop med --case"),
    (["assess", "--case", EXAMPLE, "--as-of", "2026-02-29"], "«2026-02-29» är ingen dag."),
    (["assess", "--case", EXAMPLE, "--as-of", "0000-01-01"], "ingen dag"),
    (["assess", "--case", EXAMPLE, "--as-of", "0001-01-01"], "År 1 går inte att använda"),
    (["assess", "--case", EXAMPLE, "--known-at", "i går"], "«i går» är ingen tidpunkt."),
    (["assess", "--case", EXAMPLE, "--weeks", "2026-W54"], "Vecka 54 finns inte år 2026"),
    (["assess", "--case", EXAMPLE, "--weeks", "2026-W48..2026-W40"], "slutar före den börjar"),
    (["explain", "amina"], "Kommandot behöver VECKA|REGEL."),
    (["rules", "book", "--format", "pdf"], "«pdf» är inget av md, html, json."),
]
# Where a value is missing, the next word becomes the value.
MISTAKES_WITH_JSON = [
    (typed, sentence) for typed, sentence in MISTAKES if sentence and typed[-1] != "--source"
]


@pytest.mark.parametrize(("typed", "sentence"), MISTAKES, ids=lambda v: str(v)[:50])
def test_a_mistake_says_what_and_what_to_do(capsys, typed, sentence):
    code, out, err = said(capsys, *typed)
    if sentence is None:
        assert (code, out.startswith("Användning: ")) == (Exit.OK, True)
        return
    assert (code, out) == (Exit.USAGE, "")
    assert sentence in unfolded(err)


@pytest.mark.parametrize(("typed", "sentence"), MISTAKES_WITH_JSON, ids=lambda v: str(v)[:50])
def test_with_json_a_mistake_is_pure_json(capsys, typed, sentence):
    code, out, _ = said(capsys, *typed, "--json")
    told = json.loads(out)["error"]
    assert (code, told["code"]) == (Exit.USAGE, Exit.USAGE)


def test_files_that_are_not_there_are_told_with_the_nearest(capsys, tmp_path):
    (tmp_path / "personer.csv").write_text("")
    code, _, err = said(capsys, "import", "persons", tmp_path / "persner.csv")
    assert (code, "I samma mapp finns personer.csv." in unfolded(err)) == (Exit.NOT_FOUND, True)
    code, _, err = said(capsys, "import", "persons", tmp_path)
    assert (code, "är en mapp" in unfolded(err)) == (Exit.NOT_FOUND, True)


def all_commands(command, path=()):
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            yield from all_commands(command.get_command(context, name), (*path, name))


@pytest.mark.parametrize("path", [path for path, _ in all_commands(cli)], ids=" ".join)
def test_every_command_has_help_in_swedish_only(capsys, path):
    code, out, _ = said(capsys, *path, "--help")
    assert code == Exit.OK
    assert out.startswith(f"Användning: {' '.join(('byggsten', *path))}")
    assert not [word for word in ("Usage", "Options", "Commands", "Show this", "[OPTIONS]") if word in out]


def test_every_command_has_json():
    leaves = [(path, c) for path, c in all_commands(cli) if not isinstance(c, click.Group)]
    assert len(leaves) > 9
    without = [path for path, c in leaves if not any("--json" in p.opts for p in c.params)]
    assert not without


def test_every_exit_code_has_its_meaning_in_the_help(capsys):
    _, out, _ = said(capsys, "--help")
    assert set(MEANING) == set(Exit)
    for code in Exit:
        assert f"{code.value:<4} {MEANING[code]}"[:60] in out


def test_commands_without_a_database_do_not_start_django():
    script = (
        "import sys; from byggsten.cli.main import run; "
        f"code = run(['explain', 'amina', 'målgrupp', '--case', {str(EXAMPLE)!r}]); "
        "sys.exit(code or ('django' in sys.modules) * 9)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False, timeout=60)
    assert done.returncode == Exit.OK, done.stderr


def test_a_database_that_is_not_prepared_is_told(tmp_path):
    done = run_program("assess", "--all", "--json", folder=tmp_path)
    assert done.returncode == Exit.STORE
    assert "Databasen är inte förberedd" in json.loads(done.stdout)["error"]["sentence"]


def test_a_bad_setting_is_told(tmp_path):
    variables = environment(tmp_path) | {"DATABASE_URL": "mysql://x/y"}
    program = [sys.executable, "-c", "from byggsten.cli.main import main; main()", "assess", "--all"]
    done = subprocess.run(program, env=variables, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, "Traceback" in done.stderr) == (Exit.STORE, False)
    assert "DATABASE_URL" in done.stderr


def test_a_reader_who_leaves_is_no_fault(tmp_path):
    program = f"{sys.executable} -c 'from byggsten.cli.main import main; main()'"
    done = subprocess.run(
        ["sh", "-c", f"{program} rules list | head -1"],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


def test_the_commands_are_the_files():
    assert sorted(COMMANDS) == [
        "assess", "demo", "explain", "export", "import", "import-taxonomy", "rules", "schema", "staff",
    ]  # fmt: skip
