"""A home is recorded, put right and taken away; the fact about a home of one's own follows it."""

from datetime import date, timedelta

import pytest

from byggsten.access.refusals import NothingHere, NotInYourRole
from byggsten.actions import housing, reception_steps
from byggsten.actions.lookups import UnknownReference
from byggsten.domain.dates import Period
from byggsten.domain.housing import BeforeBirth, HousingForm, Spell, TwoHomes
from byggsten.queries.cases import load_people
from byggsten.queries.housing import home_of
from byggsten.records.models import Event, Fact, HousingSpell, MunicipalNumber, ReceptionStep
from tests import people

pytestmark = pytest.mark.django_db
SPRING, AUTUMN = date(2026, 3, 1), date(2026, 9, 1)
LODGER = Spell(HousingForm.LODGER, Period(SPRING), "Campus Roslagen", "personen")
OWN = Spell(HousingForm.OWN_RENTAL, Period(AUTUMN), "", "hyresavtalet")


@pytest.fixture
def karin(cast_of_housing):
    return people.acting("karin")


@pytest.fixture
def cast_of_housing():
    people.hire(*people.STAFF)
    people.enrol("amina", "yusuf")
    people.enrol("farah", unit=people.OTHER_UNIT)
    people.school(teacher="eva")


def move(spell, person="amina", by="karin"):
    housing.move_in(person, spell, by=people.acting(by), at=people.NOW)


def homes(person="amina"):
    rows = HousingSpell.objects.filter(person__reference=person, replaced_at=None).order_by("first_day")
    return [(row.form, row.first_day, row.last_day) for row in rows]


def own_home_on(day, person="amina"):
    facts = load_people([person])[person].facts
    holding = [f for f in facts if f.code == "own_housing" and day in f.period]
    return max(holding, key=lambda f: f.recorded_at).value


def seen(person="amina"):
    row = HousingSpell.objects.get(person__reference=person, replaced_at=None)
    return housing.Seen(row.first_day, row.pk)


def test_moving_ends_the_home_before_and_says_whether_the_new_one_is_own(karin):
    move(LODGER)
    move(OWN)
    assert homes() == [
        ("lodger", SPRING, AUTUMN - timedelta(days=1)), ("own_rental", AUTUMN, None),
    ]  # fmt: skip
    assert (own_home_on(AUTUMN - timedelta(days=1)), own_home_on(AUTUMN)) == (False, True)
    # What was believed is kept.
    assert HousingSpell.objects.filter(replaced_at__isnull=False).count() == 1
    assert home_of("amina", SPRING).name == "Campus Roslagen"
    assert home_of("amina", AUTUMN) is None
    assert home_of("amina", SPRING - timedelta(days=1)) is None


def test_told_twice_changes_nothing(karin):
    move(LODGER)
    rows = (HousingSpell.objects.count(), Fact.objects.count())
    move(LODGER)
    assert (HousingSpell.objects.count(), Fact.objects.count()) == rows


def test_two_homes_on_a_day_are_refused_and_nothing_is_half_saved(karin):
    move(OWN)
    with pytest.raises(TwoHomes):
        move(LODGER)
    assert homes() == [("own_rental", AUTUMN, None)]
    move(Spell(HousingForm.LODGER, Period(SPRING, AUTUMN - timedelta(days=1))))
    assert len(homes()) == 2


def test_before_birth_and_at_an_unknown_place(karin):
    with pytest.raises(BeforeBirth):
        move(Spell(HousingForm.LODGER, Period(date(1990, 1, 1))))
    with pytest.raises(UnknownReference):
        move(Spell(HousingForm.LODGER, Period(SPRING), "Ingenstans"))
    assert not homes()


def test_a_home_is_put_right_and_the_fact_with_it(karin):
    move(Spell(HousingForm.OWNED, Period(SPRING)))
    housing.correct_home(
        "amina", seen(), Spell(HousingForm.CARE_HOME, Period(AUTUMN)), by=karin, at=people.NOW
    )
    assert homes() == [("care_home", AUTUMN, None)]
    assert own_home_on(AUTUMN) is False
    assert not Fact.objects.filter(code="own_housing", value=True, replaced_at=None).exists()


def test_a_home_that_was_a_mistake_is_taken_away_with_its_fact_only(karin):
    before = own_home_on(SPRING)
    move(Spell(HousingForm.OWNED, Period(SPRING)))
    assert own_home_on(SPRING) is True
    housing.remove_home("amina", seen(), by=karin, at=people.NOW)
    assert (homes(), own_home_on(SPRING)) == ([], before)


def test_a_form_that_is_old_never_overwrites(karin):
    move(LODGER)
    old = seen()
    housing.correct_home(
        "amina", old, Spell(HousingForm.SECOND_HAND, Period(SPRING)), by=karin, at=people.NOW
    )
    for attempt in (
        lambda: housing.correct_home("amina", old, LODGER, by=karin, at=people.NOW),
        lambda: housing.remove_home("amina", old, by=karin, at=people.NOW),
    ):
        with pytest.raises(housing.HomeHasChanged, match="Någon annan"):
            attempt()
    assert homes() == [("second_hand", SPRING, None)]


@pytest.mark.parametrize(("who", "refusal"), [
    ("sara", NothingHere), ("maria", NotInYourRole), ("eva", NotInYourRole), ("lena", NotInYourRole),
])  # fmt: skip
def test_only_who_may_change_the_person(cast_of_housing, who, refusal):
    actor = people.acting(who)
    for attempt in (
        lambda: move(LODGER, by=who),
        lambda: housing.remove_home("amina", housing.Seen(SPRING, 1), by=actor, at=people.NOW),
        lambda: reception_steps.tick("amina", "sfi", done_on=people.TODAY, by=actor, at=people.NOW),
        lambda: reception_steps.untick("amina", "sfi", by=actor, at=people.NOW),
    ):
        with pytest.raises(refusal):
            attempt()


def test_the_diary_says_what_and_never_who_told_or_where(karin):
    move(LODGER)
    event = Event.objects.get(code="housing.recorded")
    assert (event.person, event.actor) == ("amina", "karin")
    assert event.facts == {"form": "lodger", "first": "2026-03-01"}


def test_a_step_is_ticked_once_and_can_be_taken_back(karin):
    for day in (people.TODAY, people.TODAY - timedelta(days=3)):
        reception_steps.tick("amina", "sfi", done_on=day, by=karin, at=people.NOW)
    step = ReceptionStep.objects.get()
    assert (step.done_on, step.done_by) == (people.TODAY, "karin")
    reception_steps.untick("amina", "sfi", by=karin, at=people.NOW)
    reception_steps.untick("amina", "sfi", by=karin, at=people.NOW)
    step.refresh_from_db()
    assert (step.done_on, step.done_by) == (None, "")
    codes = list(Event.objects.filter(code__startswith="reception.step").values_list("code", flat=True))
    assert codes == ["reception.step_done", "reception.step_undone"]


def test_what_cannot_be_of_a_step(karin):
    with pytest.raises(reception_steps.NotYet, match="har inte varit"):
        reception_steps.tick(
            "amina", "sfi", done_on=people.TODAY + timedelta(days=1), by=karin, at=people.NOW
        )
    with pytest.raises(NothingHere):
        reception_steps.tick("amina", "påhittat", done_on=people.TODAY, by=karin, at=people.NOW)
    details = reception_steps.StepDetails(AUTUMN, "Anna på bostadsbolaget", "Nycklar hos vaktmästaren")
    reception_steps.settle_step("amina", "visa_bostad", details, by=karin, at=people.NOW)
    step = ReceptionStep.objects.get()
    assert (step.due, step.responsible, step.done_on) == (AUTUMN, "Anna på bostadsbolaget", None)
    assert "Nycklar" not in str(Event.objects.values_list("facts", flat=True))


def number(by="maria", **changed):
    told = {"year": 2026, "number": 12, "source": "Länsstyrelsens beslut 2025-10-01"} | changed
    reception_steps.set_municipal_number(**told, by=people.acting(by), at=people.NOW)


def test_the_municipal_number_has_a_source_and_is_the_managers_to_record(cast_of_housing):
    number()
    number(number=14)
    assert MunicipalNumber.objects.get().number == 14
    assert [e.facts["number"] for e in Event.objects.filter(code="municipal_number.set")] == [12, 14]
    with pytest.raises(reception_steps.NoSource):
        number(source="  ")
    for wrong in ({"year": 2015}, {"year": 2028}, {"number": 5001}, {"number": -1}):
        with pytest.raises(reception_steps.UnlikelyNumber):
            number(**wrong)
    with pytest.raises(NotInYourRole):
        number(by="karin")
