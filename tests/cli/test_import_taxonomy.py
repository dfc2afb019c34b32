"""``byggsten import-taxonomy``: a file, a folder, what is refused, and twice is once."""

import pytest

from byggsten.cli.exits import Exit
from byggsten.records.models import Concept, ImportBatch
from tests.cli.running import GATEWAYS, answered, said

pytestmark = pytest.mark.django_db
FOLDER = GATEWAYS / "taxonomy" / "payloads"


def test_a_folder_and_the_same_again(capsys):
    code, told = answered(capsys, "import-taxonomy", FOLDER)
    assert (code, told["read"], told["created"], told["gone"]) == (Exit.OK, 11, 11, 0)
    assert told["kinds"]["occupation-name"] == 4
    code, told = answered(capsys, "import-taxonomy", FOLDER)
    assert (code, told["unchanged"], told["nothing_new"]) == (Exit.OK, 11, True)
    assert ImportBatch.objects.filter(kind="taxonomy").count() == 1


def test_a_file_in_sentences(capsys):
    code, out, _ = said(capsys, "import-taxonomy", FOLDER / "kompetenser.json")
    assert code == Exit.OK
    assert "Sparat." in out
    assert "skill" in out
    assert "Inget nytt" in said(capsys, "import-taxonomy", FOLDER / "kompetenser.json")[1]


def test_a_dry_run_saves_nothing(capsys):
    code, told = answered(capsys, "import-taxonomy", FOLDER, "--dry-run")
    assert (code, told["created"], told["dry_run"]) == (Exit.OK, 11, True)
    assert not Concept.objects.exists()


def test_a_broken_file_says_which_and_where_and_saves_nothing(capsys, tmp_path):
    (tmp_path / "a.json").write_bytes((FOLDER / "yrken.json").read_bytes())
    (tmp_path / "b.json").write_text('{"data": {"concepts": [{"id": "x"}]}}')
    code, _, err = said(capsys, "import-taxonomy", tmp_path)
    assert code == Exit.REFUSED
    assert "b.json, $.data.concepts[0]" in err
    assert not Concept.objects.exists()


def test_other_files_in_the_folder_are_named(capsys, tmp_path):
    (tmp_path / "a.json").write_bytes((FOLDER / "yrken.json").read_bytes())
    (tmp_path / "types.json").write_text('{"data": {"concept_types": []}}')
    _, told = answered(capsys, "import-taxonomy", tmp_path)
    assert told["notices"] == ["types.json innehåller inga begrepp och lästes inte."]


def test_what_is_not_there(capsys, tmp_path):
    assert said(capsys, "import-taxonomy", tmp_path / "x.json")[0] == Exit.NOT_FOUND
    assert said(capsys, "import-taxonomy", tmp_path)[0] == Exit.NOT_FOUND
    code, _, err = said(capsys, "import-taxonomy", "http://127.0.0.1:9/x")
    assert code == Exit.REFUSED
    assert "går inte att nå" in err
