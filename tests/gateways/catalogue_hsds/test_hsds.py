"""The catalogue goes out as HSDS 3 and comes back the same; what others send can only become drafts."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012 as DRAFT

from byggsten.actions.catalogue_import import Told, take_in_activities
from byggsten.actions.catalogue_told import plain
from byggsten.domain.catalogue import missing
from byggsten.domain.organisations import Place, Provider, ProviderKind
from byggsten.domain.planning import Publication
from byggsten.gateways.catalogue_hsds.receive import CatalogueFile
from byggsten.gateways.catalogue_hsds.write import as_json
from byggsten.gateways.refusals import FileRefused
from byggsten.gateways.taking_in import Tally
from byggsten.queries.catalogue_entries import all_places, entries, entry_of
from byggsten.queries.catalogue_export import whole_catalogue
from byggsten.records.models import Activity, Group
from byggsten.records.models import Place as PlaceRow
from byggsten.records.models import Provider as ProviderRow
from tests.domain.catalogue_drafts import COMPLETE, GROUP, drafts
from tests.people import NOW

GOLDEN = Path(__file__).with_name("payloads") / "katalog.json"
PLACES = (Place("Hamnen", 59.7566, 18.7142), Place("Campus", 59.76, 18.7, ferry=True))
PROVIDERS = {
    name: Provider(name, kind)
    for name, kind in (
        ("Exempelköket", ProviderKind.EMPLOYER),
        ("Vuxenutbildningen", ProviderKind.ADULT_EDUCATION),
    )
}
# Before every period of the drawn drafts, so that nothing has ended when it is taken in again.
LONG_AGO = datetime(2019, 1, 1, tzinfo=UTC)


def told(draft, publication=Publication.PUBLISHED):
    return Told(draft, PROVIDERS[draft.provider], PLACES, publication)


def take_in(data, at=NOW):
    tally = Tally()
    CatalogueFile(by="test", at=at).take_in_json(data, tally)
    return tally


def exported():
    return as_json(whole_catalogue(drafts=True), all_places())


def emptied():
    Group.objects.all().delete()
    Activity.objects.all().delete()
    ProviderRow.objects.all().delete()
    PlaceRow.objects.all().delete()


def standing():
    """The catalogue without what belongs to this database only."""
    return {
        e.draft.reference: (
            replace(plain(e.draft), effects=(), groups=()),
            frozenset(e.draft.effects),
            frozenset(e.draft.groups),
            e.publication,
            e.provider,
        )
        for e in entries()
    }


@pytest.fixture
def catalogue(db):
    unfinished = replace(COMPLETE, reference="utkast", name="Bara ett namn", effects=(), groups=())
    evening = replace(GROUP, reference="kok-2", name="Kök kväll", place="Campus", language="ar", slots=())
    take_in_activities([told(COMPLETE), told(unfinished)], by="test", at=NOW)
    take_in_activities(
        [told(replace(COMPLETE, reference="egen", self_reported=True, groups=(evening,)))], by="test", at=NOW
    )


class RoundTrip(TestCase):
    """Any catalogue comes back as it went out."""

    @settings(max_examples=30)
    @given(st.integers(1, 2).flatmap(lambda n: st.tuples(*(drafts(number) for number in range(n)))))
    def test_out_and_in_again_is_the_same(self, drawn):
        take_in_activities([told(draft) for draft in drawn], by="test", at=LONG_AGO)
        before, file = standing(), exported()
        for draft in drawn:
            entry = entry_of(draft.reference)
            assert (entry.publication is Publication.PUBLISHED) == (not missing(entry.draft))
        again = take_in(file, LONG_AGO)
        assert (again.counts.written, again.refused) == (0, 0)
        emptied()
        taken = take_in(file, LONG_AGO)
        assert (taken.counts.created, taken.refused) == (len(drawn), 0)
        assert standing() == before
        assert exported() == file


def test_the_file_looks_as_it_always_has(catalogue):
    assert exported().decode() == GOLDEN.read_text(encoding="utf-8")


def test_what_is_said_of_the_blocks_stands_as_attributes(catalogue):
    service = next(s for s in json.loads(exported())["contents"] if s["name"] == "Praktik i kök")
    said = {one["taxonomy_term"]["code"]: one["value"] for one in service["attributes"]}
    assert said["strengthens.livelihood"] == "Arbete varje dag med handledare."
    assert {one["taxonomy_term"]["taxonomy"] for one in service["attributes"]} == {"Byggsten"}


def test_an_empty_catalogue_is_a_page_too(db):
    assert json.loads(exported())["empty"] is True


@pytest.fixture
def validator(shared):
    folder = shared / "data" / "hsds-3.0" / "schema"
    resources = [
        (path.name, Resource.from_contents(json.loads(path.read_text()), default_specification=DRAFT))
        for path in folder.glob("*.json")
        if path.name != "openapi.json"
    ]
    registry = Registry().with_resources(resources)
    schema = json.loads((folder / "service.json").read_text())
    return jsonschema.Draft202012Validator(
        schema, registry=registry, format_checker=jsonschema.FormatChecker()
    )


def test_each_service_is_as_the_standards_schema_says(validator, catalogue):
    contents = json.loads(exported())["contents"]
    assert len(contents) == 3
    for service in contents:
        validator.validate(service)
        for part in service.get("service_at_locations", ()):
            assert part["id"]


@pytest.mark.parametrize(
    ("name", "services"),
    [
        ("service_full.json", 1),
        ("service_list.json", 1),
        ("service_at_location_full.json", 1),
        ("service_at_location_list.json", 1),
        ("organization_full.json", 1),
    ],
)
def test_the_standards_own_examples_become_drafts_and_stay_so(name, services, shared, db):
    data = (shared / "data" / "hsds-3.0" / "examples" / name).read_bytes()
    tally = take_in(data)
    assert (tally.counts.created, tally.refused) == (services, 0), [str(r) for r in tally.refusals]
    assert {entry.publication for entry in entries()} == {Publication.DRAFT}
    assert take_in(data).counts.written == 0
    # Not even one that says it is published.
    told_so = json.loads(data)
    (told_so.get("contents") or [told_so])[0]["attributes"] = [
        {
            "id": "x",
            "value": "published",
            "taxonomy_term": {"id": "y", "code": "publication", "taxonomy": "Byggsten"},
        }
    ]
    take_in(json.dumps(told_so).encode())
    assert {entry.publication for entry in entries()} == {Publication.DRAFT}


@pytest.mark.parametrize("name", ["base.json", "location.json", "taxonomy_list.json", "tabular.json"])
def test_what_holds_no_services_is_refused_whole(name, shared, db):
    with pytest.raises(FileRefused):
        take_in((shared / "data" / "hsds-3.0" / "examples" / name).read_bytes())
    assert not Activity.objects.exists()


def test_a_published_activity_is_never_closed_or_emptied_by_a_file(catalogue):
    page = json.loads(exported())
    service = next(s for s in page["contents"] if s["name"] == "Praktik i kök")
    service["status"] = "inactive"
    service["attributes"] = [
        {**one, "value": "closed" if one["taxonomy_term"]["code"] == "publication" else one["value"]}
        for one in service["attributes"]
        if not one["taxonomy_term"]["code"].startswith(("strengthens", "forgone"))
    ]
    before = standing()
    assert take_in(json.dumps(page).encode()).counts.written == 0
    assert standing() == before


def broken(**changed):
    service = {
        "id": "4a0b8f0e-0000-4000-8000-000000000001",
        "name": "Språkcafé",
        "status": "active",
        "organization": {"id": "o", "name": "Föreningen", "description": ""},
    }
    return json.dumps({"contents": [service | changed, service | {"id": "2", "name": "Hel"}]}).encode()


@pytest.mark.parametrize(
    ("changed", "place", "sentence"),
    [
        ({"name": 5}, "contents[0].name", "text"),
        ({"organization": None}, "organization", "organisation"),
        ({"id": "2"}, "id", "två gånger"),
        ({"service_at_locations": [{"id": "g", "schedules": [
            {"id": "s", "freq": "WEEKLY", "byday": "MO", "opens_at": "kl 9", "closes_at": "10:00"}]}]},
         "opens_at", "klockslag"),
        ({"service_at_locations": [{"id": "g", "schedules": [
            {"id": "s", "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "10:00"}]}]},
         "valid_from", "första dag"),
        ({"service_at_locations": [{"id": "g", "schedules": [
            {"id": "s", "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "10:00",
             "valid_from": "2026-02-30"}]}]},
         "valid_from", "2026-02-30"),
        ({"attributes": [{"id": "a", "value": "cirkus",
                          "taxonomy_term": {"id": "t", "code": "kind", "taxonomy": "Byggsten"}}]},
         "kind", "social"),
    ],
)  # fmt: skip
def test_a_bad_service_is_left_out_and_the_rest_goes_in(changed, place, sentence, db):
    tally = take_in(broken(**changed))
    assert (tally.counts.created, tally.refused) == (1, 1)
    assert tally.refusals[0].column == place
    assert sentence in str(tally.refusals[0])


def test_what_cannot_be_kept_is_told(db):
    tally = take_in(
        broken(
            service_at_locations=[
                {
                    "id": "g",
                    "description": "Gruppen",
                    "location": {"id": "l", "location_type": "virtual", "name": "Nätet"},
                    "schedules": [{"id": "s", "freq": "MONTHLY", "bymonthday": "1"}],
                }
            ]
        )
    )
    assert tally.refused == 0
    assert "Nätet" in str(tally.notices[0])
    assert "Gruppen" in str(tally.notices[1])


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[1]", b"{}", b'"text"', b'{"contents": {}}', "å".encode("latin-1")]
)
def test_a_broken_file_is_refused_whole(data, db):
    tally = Tally()
    try:
        CatalogueFile(by="test", at=NOW).take_in_json(data, tally)
    except FileRefused:
        pass
    else:
        assert tally.refused == 1
    assert not Activity.objects.exists()


def test_a_table_is_refused(db):
    with pytest.raises(FileRefused):
        CatalogueFile(by="test", at=NOW).take_in_csv(BytesIO(b"id;name\n"), Tally())
