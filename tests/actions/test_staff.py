"""Those who work here: let in, and given people to answer for."""

from datetime import timedelta

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User

from byggsten.access.roles import Role
from byggsten.actions import people, staff
from byggsten.actions.lookups import UnknownReference
from byggsten.config import settings as ours
from byggsten.records.models import Assignment, Event
from tests.people import NOW, PASSWORD, TODAY, UNIT, enrol, hire

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _unit():
    people.register_units([UNIT])


def let_in(username="karin", password=PASSWORD, unit=UNIT):
    staff.create_staff(
        username=username, password=password, name="Karin Maria Lind", role=Role.CASEWORKER, unit=unit,
        by="maria", at=NOW,
    )  # fmt: skip


def test_one_who_is_let_in_can_sign_in():
    let_in()
    user = authenticate(username="karin", password=PASSWORD)
    assert user.staff_member.name == "Karin Maria Lind"
    event = Event.objects.get(code="staff.created")
    assert event.facts == {"username": "karin", "role": "caseworker", "unit": UNIT}
    assert PASSWORD not in str(event.facts)


def test_the_product_hashes_passwords_slowly(settings):
    settings.PASSWORD_HASHERS = ours.PASSWORD_HASHERS
    let_in()
    assert User.objects.get().password.startswith("argon2$argon2id$")


@pytest.mark.parametrize("weak", ["byggsten", "kort", "lösenordlösenor"[:14], "karinlindkarin"])
def test_a_weak_password_is_refused_outside_a_demonstration(weak, settings):
    with pytest.raises(staff.WeakPassword):
        let_in(password=weak)
    assert not User.objects.exists()
    settings.BYGGSTEN_DEMO = True
    let_in(password=weak)


def test_a_user_name_is_used_once_and_the_unit_must_exist():
    let_in()
    with pytest.raises(staff.UserNameIsTaken, match="«karin» är upptaget"):
        let_in()
    with pytest.raises(UnknownReference, match="Enheten «Månen»"):
        let_in("omar", unit="Månen")


def assign(*who, to="karin", first_day=TODAY):
    return staff.assign(who, caseworker=to, first_day=first_day, by="maria", at=NOW)


def test_a_new_caseworker_takes_over_and_the_old_one_ends_the_day_before():
    hire("karin", "omar")
    enrol("amina", "bahar")
    assert assign("amina", "bahar") == 2
    assert assign("amina", "bahar") == 0
    later = TODAY + timedelta(days=7)
    assert assign("amina", to="omar", first_day=later) == 1
    rows = Assignment.objects.filter(person__reference="amina").order_by("first_day")
    assert [(r.caseworker.user.username, r.last_day) for r in rows] == [
        ("karin", later - timedelta(days=1)),
        ("omar", None),
    ]
    assert assign("amina", to="karin", first_day=later) == 1
    assert Assignment.objects.filter(last_day=None).count() == 2


def test_only_caseworkers_answer_for_people():
    hire("eva")
    enrol("amina")
    with pytest.raises(staff.NotACaseworker):
        assign("amina", to="eva")
