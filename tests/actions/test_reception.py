"""Receiving people: whole or not at all, one case a name, and everything that was known is kept."""

from dataclasses import replace
from datetime import date

import pytest
from django.contrib.auth.models import User
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from byggsten.access.refusals import NothingHere, NotInYourRole
from byggsten.access.roles import May
from byggsten.access.scopes import visible
from byggsten.actions import people as acts
from byggsten.actions.lengths import TooLong
from byggsten.actions.reception import Newcomer, receive
from byggsten.actions.reception_changes import Identity, StalePerson, change_identity
from byggsten.actions.reception_contact import change_guards, change_reach
from byggsten.actions.reception_homes import Home, move_in, write_homes
from byggsten.actions.reception_notice_outcomes import settle_notice
from byggsten.actions.reception_notice_refusals import NoticeIsHandled
from byggsten.actions.reception_notices import Notice, record_notices
from byggsten.actions.reception_numbers import NumberCannotBeUsed
from byggsten.actions.staff import assign
from byggsten.domain.dates import Period
from byggsten.domain.people import Member, MemberRole, Permit, PersonalNumber, Protection
from byggsten.domain.people import Person as Who
from byggsten.domain.reception import (
    ContactWay,
    Guard,
    GuardianKind,
    NoticeOutcome,
    NoticeSender,
    Reach,
    TwoHomes,
)
from byggsten.records.models import Contact, Event, Household, Membership, PartnerNotice, Person
from byggsten.records.models import Permit as PermitRow
from tests import people

pytestmark = pytest.mark.django_db
# Each invented case goes on with the person of the one before.
SAME_PERSON = [HealthCheck.function_scoped_fixture]
SELAM = Newcomer(Who("", "Selam", "Tesfay", date(1996, 3, 8)))


@pytest.fixture
def karin():
    people.hire("karin", "omar", "sara", "eva")
    return people.acting("karin")


def take(*newcomers, by, token="t1", **options):
    return receive(newcomers, token=token, by=by, at=people.NOW, **options)


def test_each_case_gets_the_next_reference_of_the_year(karin):
    assert take(SELAM, SELAM, by=karin).references == ("2026-00001", "2026-00002")
    assert take(SELAM, by=people.acting("sara"), token="t2").references == ("2026-00003",)
    later = people.acting("karin", on=date(2027, 1, 2))
    assert take(SELAM, by=later, token="t3").references == ("2027-00001",)


def test_the_same_form_is_saved_once(karin):
    first = take(SELAM, by=karin)
    again = take(SELAM, by=karin)
    assert (again.references, again.again) == (first.references, True)
    assert Person.objects.count() == 1


def test_when_the_last_cannot_be_saved_nobody_is(karin):
    bad = replace(SELAM, person=replace(SELAM.person, given_name="x" * 201))
    with pytest.raises(TooLong):
        take(SELAM, bad, by=karin, home=Home((MemberRole.ADULT,) * 2, (people.TODAY,) * 2))
    assert not Person.objects.exists()
    assert not Household.objects.exists()
    assert not Event.objects.filter(code="person.received").exists()
    # The token is not used up: the corrected form is saved.
    assert not take(SELAM, by=karin).again


@pytest.mark.parametrize("username", ["eva", "nobody"])
def test_only_those_who_receive_may(karin, username):
    with pytest.raises(NotInYourRole):
        take(SELAM, by=people.acting(username))
    assert not Person.objects.exists()


def test_a_number_that_is_taken_stops_all(karin):
    number = PersonalNumber("20000101-2384")
    one = replace(SELAM, person=replace(SELAM.person, number=number))
    take(one, by=karin)
    with pytest.raises(NumberCannotBeUsed, match="2026-00001") as seen:
        take(SELAM, one, by=karin, token="t2")
    assert seen.value.known == "2026-00001"
    with pytest.raises(NumberCannotBeUsed) as hidden:
        take(one, by=people.acting("sara"), token="t3")
    assert hidden.value.known == ""
    assert "2026-00001" not in str(hidden.value)
    assert number.reveal() not in str(hidden.value) + str(seen.value)


def test_the_diary_says_what_was_done_and_nothing_of_whom(karin):
    told = replace(SELAM, reach=Reach(ContactWay.SMS, "0700000001", note="Hemlig väg"))
    take(told, by=karin)
    facts = str(list(Event.objects.values_list("code", "person", "facts")))
    assert "person.received" in facts
    assert not any(word in facts for word in ("Selam", "Tesfay", "0700000001", "Hemlig"))


def test_a_permit_and_protected_data(karin):
    permit = Permit("p5_1", Period(date(2026, 10, 1)), origin="Migrationsverket")
    who = replace(SELAM.person, protection=Protection.SECRECY_MARKING)
    told = replace(SELAM, person=who, permit=permit, mine=False)
    (reference,) = take(told, by=karin).references
    change_reach(reference, Reach(ContactWay.IN_PERSON), by=karin, at=people.NOW)
    with pytest.raises(NothingHere):
        change_reach(reference, Reach(ContactWay.IN_PERSON), by=people.acting("omar"), at=people.NOW)
    assert PermitRow.objects.get().origin == "Migrationsverket"


def test_two_who_change_one_person_never_overwrite_each_other(karin):
    (reference,) = take(SELAM, by=karin).references
    omar = people.acting("omar")

    def change(name, stamp, by):
        who = Identity(Who(reference, name, "Tesfay", SELAM.person.born), "", interpreter=False)
        return change_identity(who, stamp=stamp, by=by, at=people.NOW)

    assert change("Salem", 1, karin) == ("given_name",)
    with pytest.raises(StalePerson):
        change("Selama", 1, omar)
    # What is saved already is no change, whoever says it and whenever the form was opened.
    assert change("Salem", 1, omar) == ()
    assert change("Selama", 2, omar) == ("given_name",)
    assert Person.objects.get().given_name == "Selama"


def test_a_file_that_changes_the_person_makes_an_open_form_stale(karin):
    (reference,) = take(SELAM, by=karin).references
    file = Who(reference, "Selam", "Ny", SELAM.person.born)
    acts.register_people([file], unit=people.UNIT, by="import", at=people.NOW)
    told = Identity(Who(reference, "Selam", "Tesfay", SELAM.person.born), "", interpreter=True)
    with pytest.raises(StalePerson):
        change_identity(told, stamp=1, by=karin, at=people.NOW)


def test_a_corrected_day_of_birth_reaches_the_household(karin):
    home = Home((MemberRole.ADULT, MemberRole.CHILD), (people.TODAY,) * 2)
    child = replace(SELAM, person=Who("", "Noor", "Tesfay", date(2015, 1, 1)))
    _, noor = take(SELAM, child, by=karin, home=home).references
    told = Identity(Who(noor, "Noor", "Tesfay", date(2016, 1, 1)), "", interpreter=False)
    change_identity(told, stamp=1, by=karin, at=people.NOW)
    assert Membership.objects.get(reference=noor, replaced_at=None).born == date(2016, 1, 1)
    assert Membership.objects.filter(reference=noor).count() == 2


def test_moving_to_oneself_or_to_somebody_unseen(karin):
    (reference,) = take(SELAM, by=karin).references
    people.enrol("farah", unit=people.OTHER_UNIT)
    with pytest.raises(NothingHere):
        move_in(
            reference, joins="farah", role=MemberRole.ADULT, first_day=people.TODAY, by=karin, at=people.NOW
        )
    assert not Membership.objects.exists()


def test_guardians_one_may_not_see_are_not_named(karin):
    (reference,) = take(SELAM, by=karin).references
    people.enrol("farah", unit=people.OTHER_UNIT)
    guard = Guard(reference, GuardianKind.CUSTODIAN, Period(date(2000, 1, 1)), "farah")
    with pytest.raises(NothingHere):
        change_guards([guard], by=karin, at=people.NOW)


WAYS = st.lists(st.sampled_from([Reach(way, "07") for way in ContactWay]), min_size=1, max_size=6)


@settings(max_examples=15, suppress_health_check=SAME_PERSON)
@given(WAYS)
def test_the_latest_way_holds_and_every_earlier_one_is_kept(db_ready, ways):
    Contact.objects.filter(person=db_ready).update(replaced_at=people.NOW)
    before = Contact.objects.filter(person=db_ready).count()
    changes = 0
    last = None
    for way in ways:
        change_reach(db_ready.reference, way, by=people.acting("karin"), at=people.NOW)
        changes += way != last
        last = way
    assert Contact.objects.get(person=db_ready, replaced_at=None).way == last.way
    assert Contact.objects.filter(person=db_ready).count() - before == changes


@pytest.fixture
def db_ready(karin):
    take(SELAM, by=karin)
    return Person.objects.get()


STAYS = st.lists(
    st.tuples(st.sampled_from(["h1", "h2", "h3"]), st.integers(0, 20), st.integers(0, 9)), max_size=6
)


@settings(max_examples=25, suppress_health_check=SAME_PERSON)
@given(STAYS)
def test_whatever_is_told_nobody_lives_in_two_homes_on_a_day(db_ready, stays):
    Membership.objects.all().delete()
    for household, start, length in stays:
        first = date(2026, 1, 1 + start)
        period = Period(first, date(2026, 1, 1 + start + length) if start + length < 31 else None)
        told = Member(db_ready.reference, MemberRole.ADULT, None, period)
        try:
            write_homes({household: [told]}, by="test", at=people.NOW)
        except TwoHomes:
            continue
    kept = [Period(row.first_day, row.last_day) for row in Membership.objects.filter(replaced_at=None)]
    assert not any(one.overlaps(other) for n, one in enumerate(kept) for other in kept[:n])


def test_a_notice_is_handled_once(karin):
    acts.register_units([people.UNIT])
    told = Notice(NoticeSender.SCHOOL, "m", people.TODAY, "Selam")
    record_notices([told], unit=people.UNIT, by="test", at=people.NOW)
    pk = PartnerNotice.objects.get().pk
    settle_notice(pk, outcome=NoticeOutcome.NOT_OURS, by=karin, at=people.NOW)
    with pytest.raises(NoticeIsHandled):
        settle_notice(pk, outcome=NoticeOutcome.NOT_OURS, by=people.acting("omar"), at=people.NOW)
    with pytest.raises(NothingHere):
        settle_notice(pk, outcome=NoticeOutcome.NOT_OURS, by=people.acting("sara"), at=people.NOW)
    # One who was to be registered from it is not, when somebody else was first.
    with pytest.raises(NoticeIsHandled):
        take(SELAM, by=karin, notice=pk)
    assert not Person.objects.exists()


def test_protected_data_are_reached_by_somebody_who_can_sign_in(karin):
    people.enrol("amina")
    assign(["amina"], caseworker="omar", first_day=people.START, by="test", at=people.BEFORE)
    User.objects.filter(username="omar").update(is_active=False)
    row = Person.objects.get(reference="amina")
    told = replace(row.as_domain(), protection=Protection.SECRECY_MARKING)
    change_identity(Identity(told, "", interpreter=False), stamp=row.stamp, by=karin, at=people.NOW)
    assert visible(karin, May.SEE_PERSON, Person).filter(reference="amina").exists()
