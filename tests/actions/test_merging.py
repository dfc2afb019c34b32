"""Two records are read as one person's, and the same as before once that is undone."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from byggsten.access.refusals import NothingHere, NotInYourRole
from byggsten.access.roles import May
from byggsten.access.scopes import visible
from byggsten.actions import merging, people, planning, staff
from byggsten.actions.identities import Kind, record_external_ids
from byggsten.actions.merge_checks import CannotHide, CannotMerge
from byggsten.actions.person_columns import NumberIsTaken
from byggsten.actions.reception_changes import Identity, change_identity
from byggsten.domain.dates import Period
from byggsten.domain.people import Fact, Permit, Person, PersonalNumber, Protection, Sex
from byggsten.domain.planning import OverlappingPlans, PlanItem
from byggsten.queries.cases import load_cases
from byggsten.queries.references import references_of_all
from byggsten.queries.registers import expected
from byggsten.queries.searching import found_by
from byggsten.records.models import Event, Merge, NotTheSame
from byggsten.records.models import Person as PersonRow
from tests import people as cast
from tests.people import BEFORE, NOW, START, TODAY, UNIT, WEEK, acting, enrol, household, plan_for, tell, told

pytestmark = pytest.mark.django_db
NUMBER, COORDINATION = PersonalNumber("19900101-2385"), PersonalNumber("19900161-2382")
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def karin():
    """Karin at work, with the school that Amina goes to and a second record of her."""
    cast.amina_at_school()
    enrol("amina-2")
    return acting("karin")


def merge(by, kept="amina", absorbed="amina-2", at=NOW):
    merging.merge(kept=kept, absorbed=absorbed, by=by, at=at)


def undo(by, absorbed="amina-2", at=LATER):
    return merging.undo_merge(absorbed=absorbed, by=by, at=at)


def cases(*references, known_at=None):
    return load_cases(references, since=START, until=WEEK.sunday, known_at=known_at)


def register(reference, protection=Protection.NONE, number=None):
    who = Person(reference, "Amina", "Exempel", date(1991, 5, 5), number=number, protection=protection)
    people.register_people([who], unit=UNIT, by="test", at=BEFORE)


def test_the_kept_record_is_read_with_what_the_other_says(karin):
    fact = Fact("capacity_percent", 50, Period(date(2026, 3, 1)), "intyg")
    people.record_facts({"amina-2": [fact]}, by="karin", at=NOW)
    household("hem-2", adults=("amina-2",))
    merge(karin)
    case = cases("amina")["amina"]
    assert "capacity_percent" in {f.code for f in case.facts}
    assert [m.reference for m in case.household] == ["hem-2-barn-0"]
    assert len(case.permits) == 1, "samma tillstånd i båda posterna är ett tillstånd"
    assert case.person == replace(cast.CAST["amina"], recorded_at=BEFORE)


def test_what_the_kept_record_lacks_is_taken_from_the_other(karin):
    PersonRow.objects.filter(reference="amina").update(born=None, language="")
    PersonRow.objects.filter(reference="amina-2").update(language="ti", number=NUMBER.reveal())
    merge(karin)
    person = cases("amina")["amina"].person
    assert (person.born, person.language, person.number) == (date(1990, 6, 15), "ti", NUMBER)
    assert person.given_name == "Amina"


def test_the_merged_record_is_read_as_the_kept_and_is_not_counted(karin):
    merge(karin)
    assert cases("amina-2")["amina-2"] == cases("amina")["amina"]
    assert references_of_all() == ("amina",)
    assert [row.reference for row in visible(karin, May.SEE_PERSON, PersonRow)] == ["amina"]


def test_a_moment_before_the_merge_is_read_as_it_was_known(karin):
    people.record_facts({"amina-2": [Fact("x", 1, Period(START), "prov")]}, by="t", at=BEFORE)
    merge(karin)
    undo(karin, at=NOW + timedelta(hours=2))
    codes = [
        "x" in {f.code for f in cases("amina", known_at=moment)["amina"].facts}
        for moment in (NOW - timedelta(seconds=1), LATER, NOW + timedelta(hours=3))
    ]
    assert codes == [False, True, False]


def test_the_diary_says_who_merged_and_who_undid(karin):
    merge(karin)
    assert undo(karin) == "amina"
    events = Event.objects.filter(code__startswith="person.merge").order_by("pk")
    assert [(e.code, e.person, e.actor) for e in events] == [
        ("person.merged", "amina", "karin"), ("person.merged", "amina-2", "karin"),
        ("person.merge_undone", "amina", "karin"), ("person.merge_undone", "amina-2", "karin"),
    ]  # fmt: skip
    row = Merge.objects.get()
    assert (row.by, row.at, row.undone_by, row.undone_at) == ("karin", NOW, "karin", LATER)


def test_undoing_what_is_not_merged_is_nothing_here(karin):
    with pytest.raises(NothingHere):
        undo(karin)


def test_hours_of_both_are_one_persons_and_the_weeks_are_counted_again(karin):
    enrol("amina-3")
    plan_for("amina-3", first=date(2026, 1, 5), last=START - timedelta(days=1), groups=("egna-1",))
    session = cast.session_on(WEEK.monday)
    tell(told(session, "amina-3"))
    merge(karin, absorbed="amina-3")
    case = cases("amina")["amina"]
    assert [a.person for a in case.accounts] == ["amina"]
    assert [p.reference for p in case.plans] == ["amina-3-plan-1", "amina-plan-1"]
    # What is told of the merged record later lands on the person, and follows the record when it is undone.
    received = tell(told(cast.session_on(WEEK.days[1]), "amina-3"))
    assert dict(received.weeks) == {"amina": {WEEK}}
    assert len(cases("amina")["amina"].accounts) == 2
    undo(karin, "amina-3")
    assert not cases("amina")["amina"].accounts
    assert len(cases("amina-3")["amina-3"].accounts) == 2


def test_a_merge_is_followed_through_another(karin):
    enrol("amina-3")
    merge(karin, kept="amina-2", absorbed="amina-3")
    merge(karin, kept="amina", absorbed="amina-2")
    read_as = dict(PersonRow.objects.values_list("reference", "merged_into__reference"))
    assert read_as == {"amina": None, "amina-2": "amina", "amina-3": "amina"}
    with pytest.raises(NothingHere):
        merge(karin, kept="amina-2", absorbed="amina")
    undo(karin, "amina-2")
    read_as = dict(PersonRow.objects.values_list("reference", "merged_into__reference"))
    assert read_as == {"amina": None, "amina-2": None, "amina-3": "amina-2"}


def test_plans_that_overlap_are_named_with_what_to_do(karin):
    plan_for("amina-2", first=TODAY)
    with pytest.raises(OverlappingPlans, match=r"-plan-1 gäller båda 2026-11-24[.] Avsluta"):
        merge(karin)
    assert not Merge.objects.exists()


def test_a_new_plan_never_overlaps_one_of_the_merged_record(karin):
    enrol("tom")
    merge(karin, kept="tom", absorbed="amina")
    item = [PlanItem("sfi-c-1", "sfi-c", Period(TODAY), TODAY)]
    with pytest.raises(OverlappingPlans), transaction.atomic():
        planning.save_plan(person="tom", period=Period(TODAY), items=item, by=karin, at=NOW)
    with pytest.raises(OverlappingPlans), transaction.atomic():
        plan_for("tom", first=TODAY)
    saved = planning.save_plan(
        person="tom", period=Period(TODAY), items=item, by=karin, at=NOW, supersedes="amina-plan-1"
    )
    assert [p.reference for p in cases("tom")["tom"].plans] == ["amina-plan-1", saved]


def test_the_register_has_the_person_once_under_the_kept_name(karin):
    enrol("tom")
    merge(karin, kept="tom", absorbed="amina")
    key = PersonRow.objects.get(reference="amina").pk
    assert expected(f"sfi-c-1-{WEEK.monday}") == {"tom": key}
    eva = acting("eva")
    assert [row.reference for row in visible(eva, May.SEE_NAME, PersonRow)] == ["tom"]


def test_a_search_for_the_merged_name_or_number_finds_the_kept(karin):
    PersonRow.objects.filter(reference="amina-2").update(number=NUMBER.reveal(), family_name="Haddad")
    merge(karin)
    for search in ("Haddad", "19900101-2385"):
        assert [r.reference for r in visible(karin, May.SEE_PERSON, PersonRow).filter(found_by(search))] == [
            "amina"
        ]


def test_files_that_name_the_merged_record_or_a_number_of_the_person_are_taken_in(karin):
    PersonRow.objects.filter(reference="amina").update(number=NUMBER.reveal())
    enrol("farah")
    told_again = replace(cast.CAST["amina"], reference="amina-2", number=NUMBER)
    with pytest.raises(NumberIsTaken), transaction.atomic():
        people.register_people([told_again], unit=UNIT, by="fil", at=NOW)
    merge(karin)
    people.register_people([told_again], unit=UNIT, by="fil", at=NOW)
    with pytest.raises(NumberIsTaken), transaction.atomic():
        people.register_people([replace(cast.CAST["farah"], number=NUMBER)], unit=UNIT, by="fil", at=NOW)
    record_external_ids({"x1": "amina-2"}, system="skolan", kind=Kind.PERSON)
    assert record_external_ids({"x1": "amina"}, system="skolan", kind=Kind.PERSON).unchanged == 1
    permit = Permit("p5_3", Period(TODAY), origin="fil")
    people.record_permits({"amina-2": [permit]}, by="fil", at=NOW)
    assert {p.ground for p in cases("amina")["amina"].permits} == {"p5_1", "p5_3"}


class TestProtected:
    """Whose data are protected is never tied to anybody by mistake."""

    @pytest.fixture(autouse=True)
    def _staff(self):
        cast.hire("karin", "omar")
        register("öppen")

    def hidden(self, protection, *named):
        register("skyddad", protection)
        for reference in named:
            staff.assign([reference], caseworker="omar", first_day=START, by="test", at=BEFORE)

    def test_who_may_not_see_one_of_them_may_not_merge(self):
        self.hidden(Protection.SECRECY_MARKING)
        with pytest.raises(NothingHere):
            merge(acting("karin"), "öppen", "skyddad")

    def test_different_levels_take_the_named_caseworker_of_both_and_keep_the_stronger(self):
        self.hidden(Protection.SECRECY_MARKING, "skyddad")
        omar = acting("omar")
        with pytest.raises(CannotMerge, match="utsedd handläggare för båda"):
            merge(omar, "skyddad", "öppen")
        staff.assign(["öppen"], caseworker="omar", first_day=START, by="test", at=BEFORE)
        with pytest.raises(CannotMerge, match="Behåll den"):
            merge(omar, "öppen", "skyddad")
        merge(omar, "skyddad", "öppen")
        assert not visible(acting("karin"), May.SEE_PERSON, PersonRow).exists()

    @pytest.mark.parametrize("kept", ["öppen", "skyddad"])
    def test_a_fictitious_identity_is_never_merged(self, kept):
        self.hidden(Protection.FICTITIOUS_IDENTITY, "skyddad", "öppen")
        with pytest.raises(CannotMerge) as caught:
            merge(acting("omar"), kept, "skyddad" if kept == "öppen" else "öppen")
        assert "identitet" not in str(caught.value)


def test_two_personal_numbers_are_two_people_but_a_coordination_number_may_have_come_first(karin):
    register("a", number=NUMBER)
    register("b", number=PersonalNumber("19910505-2386"))
    register("c", number=COORDINATION)
    with pytest.raises(CannotMerge, match="två olika personnummer"):
        merge(karin, "a", "b")
    merge(karin, "a", "c")


def test_only_caseworkers_merge(karin):
    cast.hire("maria")
    with pytest.raises(NotInYourRole):
        merge(acting("maria"))
    with pytest.raises(CannotMerge, match="samma post"):
        merge(karin, "amina", "amina")


def test_not_the_same_is_remembered_and_can_be_taken_back(karin):
    assert merging.not_the_same(one="amina-2", other="amina", by=karin, at=NOW)
    assert not merging.not_the_same(one="amina", other="amina-2", by=karin, at=NOW)
    assert NotTheSame.objects.count() == 1
    assert merging.take_back_not_the_same(one="amina", other="amina-2", by=karin, at=NOW)
    assert not merging.take_back_not_the_same(one="amina", other="amina-2", by=karin, at=NOW)
    assert {e.code for e in Event.objects.filter(person="amina", code__startswith="person.not")} == {
        "person.not_the_same", "person.not_the_same_taken_back",
    }  # fmt: skip


class TestUndoingWhenProtectedByNow:
    """A record that is let go is seen by nobody who did not see the person before."""

    @pytest.fixture
    def merged(self, karin):
        cast.hire("omar")
        staff.assign(["amina-2"], caseworker="omar", first_day=START, by="test", at=BEFORE)
        merge(karin)
        return karin

    def test_the_record_has_the_protection_and_the_caseworker_of_the_kept(self, merged):
        PersonRow.objects.filter(reference="amina").update(protection="protected_registration")
        staff.assign(["amina"], caseworker="karin", first_day=START, by="test", at=BEFORE)
        undo(merged)
        row = PersonRow.objects.get(reference="amina-2")
        assert row.protection == "protected_registration"
        assert seen_by("karin") == {"amina", "amina-2"}
        assert not seen_by("omar")

    def test_the_strongest_of_the_family_counts(self, merged):
        PersonRow.objects.filter(reference="amina").update(protection="protected_registration")
        PersonRow.objects.filter(reference="amina-2").update(protection="secrecy_marking")
        staff.assign(["amina"], caseworker="karin", first_day=START, by="test", at=BEFORE)
        undo(merged)
        assert PersonRow.objects.get(reference="amina-2").protection == "protected_registration"

    def test_without_protection_all_is_as_it_was(self, merged):
        undo(merged)
        row = PersonRow.objects.get(reference="amina-2")
        assert (row.protection, row.assignments.get().caseworker.user.username) == ("none", "omar")


def seen_by(username):
    return set(visible(acting(username), May.SEE_PERSON, PersonRow).values_list("reference", flat=True))


def test_a_fictitious_identity_is_refused_while_records_are_merged(karin):
    merge(karin)
    row = PersonRow.objects.get(reference="amina")
    hidden = replace(row.as_domain(), protection=Protection.FICTITIOUS_IDENTITY)
    with pytest.raises(CannotHide, match="sammanslagna"):
        change_identity(Identity(hidden, "", interpreter=False), stamp=row.stamp, by=karin, at=NOW)
    assert PersonRow.objects.get(reference="amina").protection == "none"
    undo(karin)
    change_identity(Identity(hidden, "", interpreter=False), stamp=row.stamp, by=karin, at=LATER)


SMALL = st.integers(0, 3)


@st.composite
def worlds(draw):
    """What is told about three records: facts, permits and a household, in any order and overlap."""
    made = []
    for n in range(3):
        days = [START + timedelta(days=draw(SMALL)) for _ in range(draw(SMALL))]
        facts = {(f"kod-{draw(SMALL)}", day): draw(SMALL) for day in days}
        permits = {START + timedelta(days=draw(SMALL)) for _ in range(draw(SMALL))}
        home = draw(st.sampled_from(["", "hem-a", "hem-b"]))
        number = draw(st.sampled_from(["", NUMBER.reveal()])) if n == 0 else ""
        made.append((facts, permits, home, number))
    return made


def build(world):
    cast.hire("karin")
    for n, (facts, permits, home, number) in enumerate(world):
        name = f"p{n}"
        who = Person(name, "Amina", "", None, Sex.WOMAN, number=PersonalNumber(number) if number else None)
        people.register_people([who], unit=UNIT, by="test", at=BEFORE)
        rows = [Fact(code, value, Period(day), "prov") for (code, day), value in facts.items()]
        people.record_facts({name: rows}, by="test", at=BEFORE + timedelta(minutes=n))
        held = [Permit("p5_1", Period(day), origin=name) for day in permits]
        people.record_permits({name: held}, by="test", at=BEFORE + timedelta(minutes=n))
        if home:
            household(home, adults=(name,))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(world=worlds(), chain=st.booleans())
def test_a_merge_and_its_undoing_give_back_exactly_what_was(db, world, chain):
    with transaction.atomic():
        build(world)
        karin, names = acting("karin"), ("p0", "p1", "p2")
        before = cases(*names)
        merge(karin, "p0", "p1")
        merge(karin, "p0", "p2") if not chain else None
        merged = cases("p0")["p0"]
        own = [before["p0"], before["p1"], *([] if chain else [before["p2"]])]
        assert set(merged.facts) == {fact for case in own for fact in case.facts}
        assert len(merged.facts) == sum(len(case.facts) for case in own)
        assert {p.period for p in merged.permits} == {p.period for case in own for p in case.permits}
        said = [case.household for case in own if case.household is not None]
        assert (merged.household is None) == (not said)
        children = {m.reference for home in said for m in home if "barn" in m.reference}
        assert {m.reference for m in merged.household or () if "barn" in m.reference} == children
        assert len(merged.household or ()) == len({m.reference for m in merged.household or ()})
        undo(karin, "p1")
        if not chain:
            undo(karin, "p2")
        assert cases(*names) == before
        transaction.set_rollback(True)
