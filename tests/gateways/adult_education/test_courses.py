"""Course occasions become drafts with groups; a bad row is left out; what the coordinator wrote stays."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from byggsten.actions.catalogue import change_activity
from byggsten.domain.planning import ActivityKind, Publication
from byggsten.gateways.adult_education.receive import CourseFile
from byggsten.gateways.refusals import FileRefused
from byggsten.gateways.taking_in import Tally
from byggsten.queries.catalogue_entries import entries
from byggsten.records.models import Activity, Group
from tests.domain.catalogue_drafts import COMPLETE
from tests.people import NOW, acting, hire

PAYLOADS = Path(__file__).with_name("payloads")
pytestmark = pytest.mark.django_db


def take_in(data):
    tally = Tally()
    CourseFile(by="test", at=NOW).take_in_csv(BytesIO(data), tally)
    return tally


def small():
    return (PAYLOADS / "kurser.csv").read_bytes()


def course(name):
    return next(entry for entry in entries() if entry.draft.name == name)


def test_a_course_is_a_draft_and_its_occasions_are_groups():
    tally = take_in(small())
    assert (tally.read, tally.counts.created, tally.refused) == (4, 2, 0)
    entry = course("Svenska som andraspråk")
    assert entry.publication is Publication.DRAFT
    assert entry.draft.kind is ActivityKind.SFI
    assert entry.draft.provider == "Exempelkommunen"
    assert entry.draft.description == (
        "Kurskod GRNSVA2. Grundläggande vuxenutbildning. 200 poäng. "
        "Ämne: Språk - Svenska; Språk - Övrigt. http://exempel.invalid/sva"
    )
    autumn, spring = entry.draft.groups
    assert (autumn.reference, autumn.name, autumn.capacity) == ("vux-1-10", "Norrtälje, 50 procent", 20)
    assert (autumn.first_day, autumn.last_day) == (date(2026, 8, 17), date(2026, 12, 18))
    assert (spring.name, spring.capacity, spring.last_day) == ("Rimbo, 100 procent", None, None)
    music = course("Musik").draft
    assert (music.kind, music.groups[0].language, music.groups[0].first_day) == (None, "en", None)


def test_the_same_file_twice_changes_nothing():
    take_in(small())
    again = take_in(small())
    assert (again.counts.written, again.counts.unchanged, again.refused) == (0, 2, 0)


def test_what_the_coordinator_wrote_stays_when_the_file_comes_again():
    hire("lena")
    take_in(small())
    entry = course("Musik")
    mine = replace(COMPLETE, reference=entry.draft.reference, name="Musik", provider=entry.draft.provider)
    change_activity(replace(mine, duty_marked=False), stamp=entry.stamp, by=acting("lena"), at=NOW)
    Group.objects.filter(reference="vux-3-12").update(capacity=14)
    assert take_in(small().replace(b"Hallstavik", "Älmsta".encode())).counts.changed == 1
    draft = course("Musik").draft
    assert (draft.kind, draft.effects, draft.cost_per_place) == (mine.kind, mine.effects, mine.cost_per_place)
    assert not draft.duty_marked
    assert (draft.groups[0].capacity, draft.groups[0].name) == (14, "Älmsta")
    assert "folkhögskola" in draft.description.lower()


def test_a_bad_row_is_left_out_with_row_column_value_and_what_to_do():
    tally = take_in((PAYLOADS / "kurser-med-fel.csv").read_bytes())
    assert (tally.read, tally.refused, Group.objects.count()) == (9, 8, 1)
    assert [(row.row, row.column, row.value) for row in tally.refusals] == [
        (2, "namn", "Okänd"),
        (3, "kurstillfalleslutdatum", "2026-01-01 00:00:00.0000000"),
        (4, "kurstillfallestartdatum", "2026-02-30"),
        (5, "antalplatser", "många"),
        (6, "kurstillfalleid", "x24"),
        (7, "", ""),
        (8, "undervisningssprak", "elviska"),
        (9, "", ""),
    ]
    assert "utbildningsanordnare" in str(tally.refusals[5])
    assert all(str(row.text).endswith((".", "?")) for row in tally.refusals)


@pytest.mark.parametrize("data", [b"", b"namn;fel\n", "Namn\nå".encode("latin-1"), small() + b'1,"2'])
def test_a_broken_file_is_refused_whole(data):
    with pytest.raises(FileRefused):
        take_in(data)
    assert not Activity.objects.exists()


def test_json_is_refused():
    with pytest.raises(FileRefused):
        CourseFile(by="test", at=NOW).take_in_json(b"[]", Tally())


def test_the_real_occasions_of_a_municipality(shared):
    data = (shared / "data" / "sundsvall-data" / "adult-education-courses.csv").read_bytes()
    tally = take_in(data)
    # The 93 are of a course that the source itself calls unknown; an occasion stands once for each interest.
    assert (tally.read, tally.refused) == (1990, 93)
    assert {(row.column, row.value) for row in tally.refusals} == {("namn", "Okänd")}
    assert tally.counts.created == Activity.objects.count() == 277
    assert Group.objects.count() == 1468
    assert not Activity.objects.exclude(publication="draft").exists()
    again = take_in(data)
    assert (again.counts.written, again.counts.unchanged) == (0, 277)
