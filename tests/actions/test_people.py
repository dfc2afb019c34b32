"""People, permits, facts and households: told twice changes nothing, a change keeps what was known."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from byggsten.actions import people
from byggsten.actions.another_person import AnotherPerson
from byggsten.actions.counts import Counts
from byggsten.actions.lookups import UnknownReference
from byggsten.actions.person_columns import NumberIsTaken
from byggsten.domain.dates import Period
from byggsten.domain.people import Fact, Permit, PersonalNumber
from byggsten.records.models import Event, Person
from byggsten.records.models import Fact as FactRow
from byggsten.records.models import Permit as PermitRow
from tests.people import BEFORE, CAST, NOW, OTHER_UNIT, UNIT, enrol, household

pytestmark = pytest.mark.django_db
NUMBER = PersonalNumber("19900101-2385")


@pytest.fixture(autouse=True)
def _units():
    people.register_units([UNIT, OTHER_UNIT])


def register(*who, unit=UNIT, **options):
    return people.register_people(who, unit=unit, by="karin", at=NOW, **options)


def test_the_same_person_twice_is_one_person():
    assert register(CAST["amina"]) == Counts(created=1)
    assert register(CAST["amina"]) == Counts(unchanged=1)
    assert Person.objects.get().as_domain() == replace(CAST["amina"], recorded_at=NOW)
    assert [event.code for event in Event.objects.all()] == ["people.registered"]


def test_a_new_name_is_written_and_the_diary_says_which_columns_but_not_what():
    register(CAST["amina"])
    assert register(replace(CAST["amina"], family_name="Ny"), unit=OTHER_UNIT) == Counts(changed=1)
    event = Event.objects.get(code="person.changed")
    assert (event.person, event.actor, event.facts) == (
        "amina",
        "karin",
        {"columns": ["family_name", "unit_id"]},
    )
    assert "Ny" not in str(event.facts)


def test_an_interpreter_is_noted():
    register(CAST["amina"], interpreters={"amina"})
    assert Person.objects.get().interpreter


def test_a_number_belongs_to_one_person_in_the_file_and_in_the_records():
    amina, farah = replace(CAST["amina"], number=NUMBER), replace(CAST["farah"], number=NUMBER)
    with pytest.raises(NumberIsTaken, match="«farah» hör redan till «amina»"):
        register(amina, farah)
    assert not Person.objects.exists()
    register(amina)
    with pytest.raises(NumberIsTaken, match="«farah» hör redan till «amina»") as caught:
        register(farah)
    assert NUMBER.reveal() not in str(caught.value)
    assert Person.objects.get().as_domain().number == NUMBER


def test_an_unknown_unit_is_refused_by_name():
    with pytest.raises(UnknownReference, match="Enheten «Månen» finns inte"):
        register(CAST["amina"], unit="Månen")


def test_a_changed_permit_closes_the_old_row_and_both_keep_their_moments():
    enrol("amina")
    first = Permit("p5_1", Period(date(2026, 2, 1)), origin="Migrationsverket")
    longer = replace(first, period=Period(date(2026, 2, 1), date(2029, 1, 31)))

    def record(permit):
        return people.record_permits({"amina": [permit]}, by="karin", at=NOW)

    assert record(first) == Counts(unchanged=1)
    assert record(longer) == Counts(changed=1)
    assert record(longer) == Counts(unchanged=1)
    old, new = PermitRow.objects.order_by("pk")
    assert (old.last_day, old.recorded_at, old.replaced_at) == (None, BEFORE, NOW)
    assert (new.last_day, new.recorded_at, new.replaced_at) == (date(2029, 1, 31), NOW, None)
    assert new.as_domain() == replace(longer, recorded_at=NOW)


@pytest.mark.parametrize("value", [date(2026, 2, 28), 0, 12, True, False, "arabiska", "2026-02-28", None])
def test_a_fact_comes_back_as_it_was_told(value):
    enrol("amina")
    fact = Fact("anything", value, Period(date(2026, 3, 1), date(2026, 3, 1)), "prov", NOW)
    people.record_facts({"amina": [fact]}, by="karin", at=NOW)
    kept = FactRow.objects.get(code="anything").as_domain()
    assert kept == fact
    assert type(kept.value) is type(value)


def test_a_fact_told_earlier_than_the_known_one_never_gets_an_impossible_moment():
    enrol("amina")
    late = Fact("mapped", True, Period(date(2026, 3, 1)), "prov", NOW)
    early = replace(late, value=False, recorded_at=NOW - timedelta(days=9))
    people.record_facts({"amina": [late]}, by="karin", at=NOW)
    people.record_facts({"amina": [early]}, by="karin", at=NOW)
    assert FactRow.objects.get(code="mapped", first_day=date(2026, 3, 1), replaced_at=None).value is False


def test_facts_about_somebody_unknown_are_refused_and_nothing_is_written():
    enrol("amina")
    known = FactRow.objects.count()
    fact = Fact("mapped", True, Period(date(2026, 5, 1)), "prov")
    with pytest.raises(UnknownReference, match="Personen «ingen» finns inte"):
        people.record_facts({"amina": [fact], "ingen": [fact]}, by="karin", at=NOW)
    assert FactRow.objects.count() == known


def test_a_household_told_twice_is_one_household():
    enrol("amina")
    assert household() == Counts(created=2)
    assert household() == Counts(unchanged=2)


@pytest.mark.parametrize(("given", "family", "born", "taken"), [
    ("Helt", "Annan", date(1955, 5, 5), False),
    # A new family name, a spelling, a corrected day: the same person.
    ("Amina", "Nygift", date(1991, 5, 5), True),
    ("Amina", "Exempel", date(1991, 5, 6), True),
    ("Aminah", "Exempel", date(1990, 5, 5), True),
    ("Helt", "Annan", None, True),
])  # fmt: skip
def test_a_reference_told_with_another_name_and_another_day_is_refused(given, family, born, taken):
    enrol("amina")
    told = replace(CAST["amina"], given_name=given, family_name=family, born=born)
    if taken:
        register(told)
        return
    with pytest.raises(AnotherPerson):
        register(told)
