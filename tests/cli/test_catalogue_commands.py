"""Catalogues and courses go in, and the catalogue goes out, by the command."""

import json

import pytest

from byggsten.cli.exits import Exit
from byggsten.records.models import Activity, Group, ImportBatch
from tests.cli.running import GATEWAYS, PLANS, answered, said, unfolded

pytestmark = pytest.mark.django_db
CATALOGUE = GATEWAYS / "catalogue_hsds" / "payloads" / "katalog.json"
COURSES = GATEWAYS / "adult_education" / "payloads"


def test_a_catalogue_goes_in_once(capsys):
    code, told = answered(capsys, "import", "catalogue", CATALOGUE)
    assert (code, told["created"], told["refused"]) == (Exit.OK, 3, 0)
    assert Activity.objects.filter(publication="published").count() == 2
    code, told = answered(capsys, "import", "catalogue", CATALOGUE)
    assert (code, told["nothing_new"], ImportBatch.objects.count()) == (Exit.OK, True, 1)


def test_a_dry_run_saves_nothing(capsys):
    code, told = answered(capsys, "import", "courses", COURSES / "kurser.csv", "--dry-run")
    assert (code, told["created"]) == (Exit.OK, 2)
    assert not Activity.objects.exists()


def test_bad_courses_are_told_and_the_rest_goes_in(capsys):
    code, out, _ = said(capsys, "import", "courses", COURSES / "kurser-med-fel.csv")
    assert code == Exit.PARTLY
    assert "Rad 2, namn «Okänd»: Kursen har inget namn" in out
    assert Group.objects.count() == 1


@pytest.mark.parametrize(("kind", "file"), [("catalogue", COURSES / "kurser.csv"), ("courses", CATALOGUE)])
def test_the_wrong_file_is_refused_with_what_to_do(kind, file, capsys):
    code, _, err = said(capsys, "import", kind, file)
    assert code == Exit.REFUSED
    assert "tas in som" in unfolded(err)


def test_the_catalogue_goes_out_and_in_again(capsys, tmp_path):
    said(capsys, "import", "plans", PLANS / "katalog-och-planer.json", "--source", "planering")
    said(capsys, "import", "courses", COURSES / "kurser.csv")
    file = tmp_path / "katalog.json"
    code, told = answered(capsys, "export", "catalogue", file)
    published = Activity.objects.filter(publication="published").count()
    assert (code, told["activities"]) == (Exit.OK, published)
    assert len(json.loads(file.read_bytes())["contents"]) == published
    code, told = answered(capsys, "export", "catalogue", file, "--drafts")
    assert told["activities"] == published + 2
    code, told = answered(capsys, "import", "catalogue", file)
    assert (code, told["created"], told["changed"]) == (Exit.PARTLY if told["refused"] else Exit.OK, 0, 0)


def test_a_file_that_cannot_be_written_is_told(capsys, tmp_path):
    code, _, err = said(capsys, "export", "catalogue", tmp_path / "ingen" / "katalog.json")
    assert code == Exit.NOT_FOUND
    assert "går inte att skriva" in unfolded(err)
