"""A register file is tried without saving and taken in; what is wrong is left out and told."""

import io
import json
from datetime import date

import pytest
from django.urls import reverse

from byggsten.actions import staff
from byggsten.queries.importing import sight_of
from byggsten.records.models import (
    Event,
    ImportBatch,
    Person,
    PersonRead,
)
from byggsten.web.caseworker.importing.working import Work
from tests.people import BEFORE, NOW, START, UNIT, acting

pytestmark = pytest.mark.django_db
HEAD = "reference;given_name;family_name;born;number\n"
ROWS = "ny-1;Rahwa;Abnet;1990-02-03;\nny-2;Selam;Mesale;1988-04-05;\n"
NUMBER = "19910505-2386"
FROM = {"first_day": "2026-01-01"}
ADDRESS = "caseworker:import"


@pytest.fixture
def karin(signed_in):
    return signed_in("karin")


def send(client, text=HEAD + ROWS, name="personer.csv", *, save=False, source="Skatteverket"):
    file = io.BytesIO(text if isinstance(text, bytes) else text.encode())
    file.name = name
    answer = client.post(reverse(ADDRESS), {"file": file, "source": source, "save" if save else "try": "1"})
    # The answer is read piece by piece, as a browser does.
    text = b"".join(answer.streaming_content).decode() if answer.streaming else answer.text
    return answer.status_code, text


def counted(text):
    return [int(part.split("</dd>")[0]) for part in text.split("<dd>")[1:6]]


def test_a_trial_says_everything_and_saves_nothing(karin):
    status, text = send(karin)
    assert (status, counted(text)) == (200, [2, 2, 0, 0, 0])
    assert "Ingenting är sparat: det här var en provkörning" in text
    assert text.rstrip().endswith("</html>")
    assert not Person.objects.filter(reference="ny-1").exists()
    assert not ImportBatch.objects.exists()


def test_a_file_is_taken_in_to_ones_own_unit_and_the_same_again_changes_nothing(karin):
    _, text = send(karin, save=True)
    assert "<h2" in text
    assert "Filen är intagen" in text
    assert Person.objects.get(reference="ny-1").unit.name == UNIT
    _, text = send(karin, save=True)
    assert counted(text) == [2, 0, 0, 2, 0]
    assert "Inget nytt: allt i filen fanns redan" in text
    assert "Samma fil togs in 24 november 2026" in text


def test_a_bad_row_is_told_with_row_column_value_and_what_to_do_and_the_rest_goes_in(karin):
    bad = "ny-3;Eden;Fetena;1991-13-05;\nny-4;Bana;Abnet;1991-05-05;19910505-1111\nny-5;Feven\n"
    _, text = send(karin, HEAD + ROWS + bad, save=True)
    assert counted(text) == [5, 2, 0, 0, 3]
    assert "Rad 4</strong>" in text.replace(", <code>born</code>", "")
    assert "<code>born</code>" in text
    assert "«1991-13-05»" in text
    assert "<code>number</code>" in text
    assert "19910505-1111" not in text
    assert "Raden har 2 celler men ska ha 5" in text
    assert Person.objects.filter(reference__startswith="ny-").count() == 2


def test_a_number_in_the_wrong_column_is_never_told_whole(karin):
    _, text = send(karin, HEAD + f"ny-1;Rahwa;Abnet;{NUMBER};\n")
    assert "«19910505-••••»" in text
    assert NUMBER not in text


def test_those_who_are_like_somebody_known_are_proposed_and_logged(karin):
    _, text = send(karin, HEAD + "ny-1;Exempel;Ameena;1991-05-05;\n", save=True)
    assert "1 möjlig dubblett bland det nya" in text
    assert "för- och efternamn är omkastade" in text
    assert reverse("caseworker:duplicates") in text
    assert "amina" in PersonRead.objects.values_list("person", flat=True)


def test_json_is_taken_in_too(karin):
    persons = '{"persons": [{"reference": "ny-1", "given_name": "Rahwa", "born": "1990-02-03"}]}'
    status, text = send(karin, persons, "personer.json", save=True)
    assert (status, counted(text)) == (200, [1, 1, 0, 0, 0])


class TestOutOfSight:
    """A file touches nobody whom the one who brings it may not see, and says nothing about them."""

    @pytest.mark.parametrize("reference", ["yusuf", "farah"])
    def test_their_references_are_refused_and_nothing_changes(self, karin, reference):
        before = Person.objects.filter(reference=reference).values().get()
        _, text = send(karin, HEAD + f"{reference};Ny;Namn;1990-01-02;\n", save=True)
        assert "Beteckningen går inte att använda" in text
        assert Person.objects.filter(reference=reference).values().get() == before

    def test_their_numbers_are_refused_without_saying_whose_they_are(self, karin):
        Person.objects.filter(reference="yusuf").update(number=NUMBER.replace("-", ""))
        _, text = send(karin, HEAD + f"ny-1;Rahwa;Abnet;1991-05-05;{NUMBER}\n", save=True)
        assert "Numret går inte att använda" in text
        assert "yusuf" not in text
        assert NUMBER not in text

    @pytest.mark.parametrize("section", [
        {"facts": [{"person": "yusuf", "code": "mapped", "value": None, "origin": "x", **FROM}]},
        {"permits": [{"person": "farah", "ground": "p5_1", **FROM}]},
        {"households": [
            {"person": "amina", "members": [{"reference": "yusuf", "role": "adult", "born": None, **FROM}]}
        ]},
        {"guardianships": [{"child": "yusuf", "kind": "custodian", "guardian": "amina", **FROM}]},
    ])  # fmt: skip
    def test_nothing_else_is_told_about_them_either(self, karin, section):
        before = set(Event.objects.values_list("pk", flat=True))
        _, text = send(karin, json.dumps(section), "mer.json", save=True)
        assert "Beteckningen går inte att använda" in text
        # The diary keeps that somebody asked, not about whom.
        (event,) = Event.objects.exclude(pk__in=before)
        assert (event.code, event.person, event.actor) == ("import.hidden_hit", "", "karin")
        assert event.facts == {"count": 1, "dry_run": False}

    def test_another_unit_is_refused(self, karin):
        text = "reference;given_name;born;unit\nny-1;Rahwa;1990-02-03;Etablering söder\n"
        assert "Du kan bara ta emot till din egen enhet" in send(karin, text, save=True)[1]

    def test_the_named_caseworker_may(self, signed_in):
        staff.assign(["yusuf"], caseworker="omar", first_day=START, by="test", at=BEFORE)
        _, text = send(signed_in("omar"), HEAD + "yusuf;Yusef;Exempel;1985-01-09;\n", save=True)
        assert counted(text) == [1, 0, 1, 0, 0]
        changed = Person.objects.get(reference="yusuf")
        assert (changed.given_name, changed.protection) == ("Yusef", "secrecy_marking")


@pytest.mark.parametrize(("text", "name", "why"), [
    (b"", "tom.csv", "Filen är tom"),
    ("hej", "bild.png", "Filen ska vara CSV eller JSON"),
    ("referens;namn\n1;2\n", "fel.csv", "Kolumnen «referens» finns inte. Menade du «reference»?"),
    (b"reference;given_name;born\n1;\xff\x81;\n", "latin.csv", "Spara filen som «CSV UTF-8»"),
    ('reference;given_name;born\n1;"A', "kapad.csv", "Är filen avhuggen?"),
    ('{"persons": [{]', "trasig.json", "JSON"),
    ("[" * 5000, "djup.json", "JSON"),
])  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_before_anything_is_done(karin, text, name, why):
    status, page = send(karin, text, name, save=True)
    assert status == 422
    assert "<title>Fel:" in page.replace("\n", "")
    assert why in page
    assert 'value="Skatteverket"' in page
    assert not ImportBatch.objects.exists()


def test_a_file_that_is_too_large_is_told_so_and_never_kept(karin, tmp_path, settings):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    status, page = send(karin, HEAD.encode() + b"x" * 10_500_000)
    assert status == 422
    assert "Filen är större än 10 MB" in page
    assert not list(tmp_path.iterdir())


def test_a_file_of_some_megabytes_touches_no_disk(karin, tmp_path, settings):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    long = HEAD + "".join(f"n{n};Rahwa;Abnet;{date(1990, 1, 1 + n % 28)};{'x' * 4000}\n" for n in range(700))
    status, text = send(karin, long)
    assert (status, counted(text)[4]) == (200, 700)
    assert not list(tmp_path.iterdir())


def test_who_leaves_half_way_saves_nothing(cast):
    """The server closes an answer that nobody listens to any more, and the work with it."""
    karin = acting("karin")
    work = Work(
        actor=karin, sight=sight_of(karin), data=(HEAD + ROWS).encode(), table=True, name="personer.csv",
        source="x", sha256="0" * 64, at=NOW, dry_run=False,
    )  # fmt: skip
    steps = work.steps()
    next(steps)
    assert Person.objects.filter(reference="ny-1").exists()
    steps.close()
    assert not Person.objects.filter(reference="ny-1").exists()


def test_long_work_tells_how_far_it_is(karin, monkeypatch):
    monkeypatch.setattr("byggsten.web.caseworker.importing.working.FIRST_AFTER", 0.0)
    _, text = send(karin)
    assert "<li>Lästa rader: 2</li>" in text


def test_a_missing_file_and_source_are_asked_for(karin):
    answer = karin.post(reverse(ADDRESS), {"try": "1"})
    assert answer.status_code == 422
    assert "Välj en fil." in answer.text
    assert "Skriv varifrån uppgifterna kommer." in answer.text
