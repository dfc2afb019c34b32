"""Where a person stands when a plan is written, read from the records in a fixed number of questions."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from byggsten.access.refusals import NothingHere, NotInYourRole
from byggsten.domain import organisations
from byggsten.domain.dates import Period
from byggsten.domain.people import Fact
from byggsten.domain.plan_findings import Clock
from byggsten.domain.planning import BuildingBlock
from byggsten.queries import housing, mapping
from byggsten.queries.plan_needs import situation_of, situations_of
from byggsten.records.models import BlockEstimate, Claim, HousingSpell, Person, Place, PlanItem
from tests import people

pytestmark = [pytest.mark.django_db, pytest.mark.db]
MONDAY = date(2026, 11, 30)


@pytest.fixture
def cast():
    people.hire("karin", "eva", "maria", "lena", "sara")
    people.enrol("amina", "noor")
    people.enrol("farah", unit=people.OTHER_UNIT)
    people.school(teacher="eva")
    people.household(adults=("amina",))
    people.household("hem-2", adults=("noor",), children=())
    return people.acting("karin")


def _lives(reference, place, first=date(2026, 2, 10), last=None):
    return HousingSpell.objects.create(
        person=Person.objects.get(reference=reference),
        form="own_rental",
        place=Place.objects.get(name=place) if place else None,
        first_day=first,
        last_day=last,
        recorded_at=people.BEFORE,
        recorded_by="test",
    )


def test_what_the_rules_ask_and_why(cast):
    found = situation_of(cast, "noor", MONDAY)
    assert (found.reference, found.first_day) == ("noor", MONDAY)
    assert (found.required, found.extent, found.voluntary) == (2400, "full", False)
    assert "40 timmar" in found.extent_words
    assert found.extent_source
    assert found.needs_sfi is True
    assert found.needs_care is False
    assert found.norms.sfi_week.value == 900
    assert "20 kap. 24 §" in found.norms.sfi_week.source


def test_civic_orientation_that_remains_and_the_first_day_it_is_due(cast):
    found = situation_of(cast, "noor", MONDAY).orientation
    # The strategy's year from the first permit, 1 February 2026, ends before the three years of the law.
    assert (found.left, found.due, found.clock) == (6000, date(2027, 2, 1), Clock.STRATEGY)
    assert "Fokusområde 4" in found.source
    # She was offered it on 1 March.
    assert (found.offer_by, found.offer_source) == (None, "")


def test_three_years_from_the_first_registration_is_the_last_day_to_offer_and_none_to_be_finished(cast):
    never = [Fact("orientation_offered", None, Period(date(2026, 2, 1)), "prov")]
    people.people.record_facts({"noor": never}, by="test", at=people.NOW)
    found = situation_of(cast, "noor", MONDAY).orientation
    assert (found.due, found.offer_by) == (date(2027, 2, 1), date(2029, 2, 10))
    assert "2013:156" in found.offer_source


def test_civic_orientation_that_has_begun_is_to_be_finished_and_not_to_be_offered(cast):
    begun = [Fact("orientation_started", date(2026, 3, 2), Period(date(2026, 3, 2)), "prov")]
    people.people.record_facts({"noor": begun}, by="test", at=people.NOW)
    found = situation_of(cast, "noor", date(2027, 2, 8)).orientation
    # The strategy's day has passed; the law's year from the start has not.
    assert (found.due, found.clock, found.offer_by) == (date(2027, 3, 2), Clock.LAW, None)


def test_certified_capacity_adapts_the_extent(cast):
    told = [Fact("capacity_percent", 50, Period(date(2026, 11, 1)), "läkarintyg")]
    people.people.record_facts({"noor": told}, by="test", at=people.NOW)
    found = situation_of(cast, "noor", MONDAY)
    assert (found.required, found.extent, found.adapted) == (1200, "adapted", True)


def test_the_care_of_small_children_is_asked_for(cast):
    found = situation_of(cast, "amina", MONDAY)
    assert (found.needs_care, found.care) == (True, None)


def test_what_nobody_has_told_is_unknown_and_asked_for(cast):
    people.people.register_people(
        [people.Person("ny", "Ny", "Exempel", None)], unit=people.UNIT, by="test", at=people.BEFORE
    )
    found = situation_of(cast, "ny", MONDAY)
    assert (found.required, found.extent, found.needs_sfi, found.home) == (None, "", None, None)
    assert "Födelsedag" in found.ask
    assert not found.voluntary


def test_home_is_the_one_of_the_day(cast):
    people.register_places([organisations.Place("Rimbo torg", 59.74, 18.37)])
    _lives("amina", "Rimbo torg", last=date(2026, 11, 29))
    _lives("amina", "Campus Roslagen", MONDAY)
    for day in (MONDAY - timedelta(days=1), MONDAY):
        assert situation_of(cast, "amina", day).home == housing.home_of("amina", day)
    assert situation_of(cast, "amina", MONDAY).home.name == "Campus Roslagen"
    assert situation_of(cast, "noor", MONDAY).home is None


def test_a_later_home_without_a_place_hides_the_earlier_one(cast):
    _lives("amina", "Campus Roslagen")
    _lives("amina", None, MONDAY)
    assert housing.home_of("amina", MONDAY) is None
    assert situation_of(cast, "amina", MONDAY).home is None


def test_the_mapping_is_read_as_its_own_page_reads_it(cast):
    BlockEstimate.objects.create(
        person=Person.objects.get(reference="amina"), block="language", day=people.TODAY, level=1,
        words="Talar lite.", recorded_at=people.NOW, recorded_by="karin",
    )  # fmt: skip
    found, told = situation_of(cast, "amina", MONDAY), mapping.profile("amina", MONDAY)
    assert (found.swedish, found.levels, found.wishes) == (told.swedish, told.levels, told.wishes)
    assert found.levels[BuildingBlock.LANGUAGE] == 1


def test_the_plan_that_is_replaced_is_not_in_the_way_and_its_places_are_kept(cast):
    people.plan_for("amina", last=date(2027, 1, 31))
    people.plan_for("amina", first=date(2027, 2, 1), version=2, groups=("sfi-c-1",))
    found = situation_of(cast, "amina", MONDAY)
    assert [plan.reference for plan in found.plans] == ["amina-plan-1", "amina-plan-2"]
    assert found.held_groups == {"sfi-c-1", "egna-1"}
    assert {block.group for block in found.busy} == {"sfi-c-1"}
    assert {block.period for block in found.busy} == {Period(date(2027, 2, 1))}
    assert len(found.busy) == 5


def test_a_plan_that_has_ended_is_gone(cast):
    people.plan_for("amina", last=MONDAY - timedelta(days=1))
    found = situation_of(cast, "amina", MONDAY)
    assert (found.plans, found.busy, found.held_groups) == ((), (), frozenset())


def test_a_place_that_was_never_offered_is_not_held(cast):
    people.plan_for("amina")
    PlanItem.objects.filter(group__reference="sfi-c-1").update(offered_on=None)
    assert situation_of(cast, "amina", MONDAY).held_groups == {"egna-1"}


def test_only_those_who_may_plan_for_the_person_get_an_answer(cast):
    with pytest.raises(NothingHere):
        situation_of(cast, "farah", MONDAY)
    with pytest.raises(NothingHere):
        situation_of(cast, "finns-inte", MONDAY)
    for name in ("eva", "maria", "lena"):
        with pytest.raises(NotInYourRole):
            situation_of(people.acting(name), "amina", MONDAY)
        with pytest.raises(NotInYourRole):
            situations_of(people.acting(name), ["amina"], MONDAY)


def test_many_at_once_leave_out_those_of_others_and_ask_no_more_questions(cast):
    people.plan_for("amina")
    people.plan_for("noor")
    people.enrol(*(f"p{n}" for n in range(12)))
    for number in range(12):
        people.plan_for(f"p{number}")
    with CaptureQueriesContext(
        connection,
    ) as few:
        assert [one.reference for one in situations_of(cast, ["noor", "farah", "amina"], MONDAY)] == [
            "noor",
            "amina",
        ]
    with CaptureQueriesContext(connection) as many:
        everybody = situations_of(cast, ["noor", "amina", *(f"p{n}" for n in range(12))], MONDAY)
    assert len(everybody) == 14
    assert len(many) == len(few)
    assert everybody[1] == situation_of(cast, "amina", MONDAY)


def test_a_right_to_sfi_that_has_run_out_is_no_need_but_is_told(cast):
    told = [Fact("sfi_admitted", date(2021, 1, 1), Period(date(2021, 1, 1)), "prov")]
    people.people.record_facts({"noor": told}, by="test", at=people.NOW)
    found = situation_of(cast, "noor", date(2029, 3, 1))
    assert found.needs_sfi is False
    assert (found.sfi_ended.extendable, found.sfi_ended.confidence) == (True, "V2")
    assert "2025/26:10" in found.sfi_ended.source
    assert found.sfi_ended.source.endswith("(kontrollerad i andra hand)")
    assert found.sfi_ended.last_day < date(2029, 3, 1)
    assert situation_of(cast, "noor", MONDAY).sfi_ended is None


def test_the_languages_of_the_mapping_stand_beside_the_registered_one(cast):
    assert "ti" not in situation_of(cast, "amina", MONDAY).languages
    Claim.objects.create(
        person=Person.objects.get(reference="amina"), key="language-1", topic="language", said_by="person",
        evidence="none", content={"language": {"label": "Tigrinja"}, "spoken": "good"},
        recorded_at=people.NOW, recorded_by="karin",
    )  # fmt: skip
    registered = Person.objects.get(reference="amina").language
    assert situation_of(cast, "amina", MONDAY).languages == tuple(filter(None, (registered, "ti")))
