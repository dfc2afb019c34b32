"""What a caseworker's own file may not do: touch, probe or date what is not its bringer's to tell."""

import json
from datetime import date

import pytest

from byggsten.actions import merging
from byggsten.actions.people import record_households
from byggsten.domain.dates import Period
from byggsten.domain.people import Member, MemberRole
from byggsten.records.models import (
    Assignment,
    Event,
    Fact,
    Guardianship,
    Membership,
    Person,
)
from tests import people
from tests.people import BEFORE, NOW, acting
from tests.web.test_import import HEAD, ROWS, counted, send

pytestmark = pytest.mark.django_db
FROM = {"first_day": "2026-01-01"}


@pytest.fixture
def karin(signed_in):
    return signed_in("karin")


class TestWhatAFileMayNot:
    """A caseworker's file writes nothing of a refused row, forges no moment, and may not guess for long."""

    @pytest.mark.parametrize("child", ["yusuf", "farah"])
    def test_no_guardian_of_a_child_out_of_sight(self, karin, child):
        row = f"{child};Ny;Namn;2015-01-02;;amina\n"
        _, text = send(karin, HEAD.rstrip() + ";guardians\n" + row, save=True)
        assert counted(text) == [1, 0, 0, 0, 1]
        assert not Guardianship.objects.exists()

    def test_no_guardian_of_a_row_that_was_refused_for_something_else(self, karin):
        row = "amina;Amina;Exempel;2015-01-02;20150102-1111;amina\n"
        send(karin, HEAD.rstrip() + ";guardians\n" + row, save=True)
        assert not Guardianship.objects.exists()

    def test_a_trial_and_what_it_asked_about_stay_in_the_diary(self, karin):
        send(karin, HEAD + "yusuf;A;B;1990-01-02;\n")
        (tried,) = Event.objects.filter(code="import.tried")
        assert (tried.facts["read"], tried.facts["refused"]) == (1, 1)
        (hit,) = Event.objects.filter(code="import.hidden_hit")
        assert hit.facts == {"count": 1, "dry_run": True}

    def test_a_file_that_guesses_is_stopped_and_nothing_of_it_saved(self, karin):
        _, text = send(karin, HEAD + ROWS + "yusuf;A;B;1990-01-02;\n" * 6, save=True)
        assert "För många rader har beteckningar eller nummer som inte går att använda" in text
        assert not Person.objects.filter(reference="ny-1").exists()
        assert Event.objects.get(code="import.hidden_hit").facts["count"] == 5

    def test_the_moment_of_the_import_counts_and_none_to_come_is_taken(self, karin):
        fact = {"person": "amina", "code": "first_contact", "value": "2026-02-03", "origin": "x", **FROM}
        send(
            karin,
            json.dumps({"facts": [fact | {"recorded_at": "2026-02-04T08:00:00Z"}]}),
            "a.json",
            save=True,
        )
        assert Fact.objects.get(code="first_contact", first_day="2026-01-01").recorded_by == "karin"
        assert Fact.objects.get(code="first_contact", first_day="2026-01-01").recorded_at.date() != date(
            2026, 2, 4
        )
        late = json.dumps({"facts": [fact | {"recorded_at": "2099-01-01T00:00:00Z"}]})
        assert "Tidpunkten har inte varit än" in send(karin, late, "a.json", save=True)[1]

    @pytest.mark.parametrize(("code", "value", "why"), [
        ("schooling_years", 10**20, "Talet ska vara mellan 0 och 1000000"),
        ("schooling_years", -1, "Talet ska vara mellan 0 och 1000000"),
        ("received", "1066-10-14", "År 1066 går inte att använda"),
    ])  # fmt: skip
    def test_values_that_no_form_takes_are_refused(self, karin, code, value, why):
        fact = {"person": "amina", "code": code, "value": value, "origin": "x", **FROM}
        text = send(karin, json.dumps({"facts": [fact]}), "a.json", save=True)[1]
        assert why in text
        assert "<code>value</code>" in text


class TestHomesAndProtection:
    """Homes of others are neither joined nor told of, and protection reaches the record that is kept."""

    @pytest.mark.parametrize("person", ["hem-farah", "hem-farah-barn-0"])
    def test_others_homes_are_not_probed(self, karin, person):
        stay = Period(date(2026, 2, 10))
        members = [
            Member("farah", MemberRole.ADULT, None, stay),
            Member("hem-farah-barn-0", MemberRole.CHILD, date(2020, 4, 1), stay),
        ]
        record_households({"hem-farah": members}, by="test", at=BEFORE)
        told = [{"person": person, "members": []}]
        _, text = send(karin, json.dumps({"households": told}), "a.json", save=True)
        assert "Personen finns varken här eller i filen" in text
        child = {"reference": "hem-farah-barn-0", "role": "child", "born": None, **FROM}
        told = [{"person": "amina", "members": [child]}]
        _, text = send(karin, json.dumps({"households": told}), "a.json", save=True)
        assert "Beteckningen går inte att använda" in text
        assert "10 februari" not in text
        assert Membership.objects.count() == 2

    def test_a_new_protected_person_is_the_importers(self, karin):
        _, text = send(karin, HEAD.rstrip() + ";protection\nny;A;B;1985-01-09;;secrecy_marking\n", save=True)
        assert Assignment.objects.get(person__reference="ny").caseworker.user.username == "karin"
        assert "Ingen handläggare är utsedd" not in text

    def test_a_mark_on_a_merged_record_protects_the_kept_one(self, karin, signed_in):
        people.enrol("gammal")
        merging.merge(kept="amina", absorbed="gammal", by=acting("karin"), at=NOW)
        rows = HEAD.rstrip() + ";protection\ngammal;Gammal;Exempel;1990-06-15;;protected_registration\n"
        _, text = send(karin, rows, save=True)
        both = Person.objects.filter(reference__in=["amina", "gammal"])
        assert set(both.values_list("protection", flat=True)) == {"protected_registration"}
        named = Assignment.objects.filter(person__reference="amina").exists()
        assert ("Ingen handläggare är utsedd" in text) is not named
        assert signed_in("omar").get("/person/amina/").status_code == 404
