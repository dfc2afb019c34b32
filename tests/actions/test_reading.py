"""Who read about whom is written down, once per page."""

import pytest

from byggsten.actions.imports import note_import, taken_in
from byggsten.actions.reading import log_reading
from byggsten.records.models import PersonRead, ReadLog
from tests.people import NOW

pytestmark = pytest.mark.django_db


def test_a_page_notes_each_person_once():
    people = ["amina", "yusuf", "amina"]
    assert (
        log_reading(people=people, page="caseworker:work_list", purpose="casework", by="karin", at=NOW) == 2
    )
    reading = ReadLog.objects.get()
    assert (reading.actor, reading.page, reading.purpose, reading.at) == (
        "karin", "caseworker:work_list", "casework", NOW,
    )  # fmt: skip
    readers = PersonRead.objects.filter(person="amina").values_list("reading__actor", flat=True)
    assert list(readers) == ["karin"]


def test_a_page_that_showed_nobody_is_not_noted():
    assert log_reading(people=[], page="p", purpose="casework", by="karin", at=NOW) == 0
    assert not ReadLog.objects.exists()


def test_the_same_file_is_known_again():
    file = {"source": "skolan", "kind": "attendance", "sha256": "ab" * 32}
    assert taken_in(**file) is None
    assert note_import(**file, counts={"recorded": 3}, by="test", at=NOW) is True
    assert note_import(**file, counts={"recorded": 0}, by="test", at=NOW) is False
    assert taken_in(**file) == NOW
