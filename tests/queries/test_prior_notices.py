"""A plan's prior notices, and how old they must be here."""

from datetime import UTC, date, datetime

import pytest

from byggsten.domain.confirming import notice_age_ok
from byggsten.queries.prior_notices import NoticeGiven, least_days, notices_of
from byggsten.records import models as m
from tests import people
from tests.records.refused_confirming import notice


def test_the_bound_is_the_municipalitys_and_dated(settings):
    settings.BYGGSTEN_LOCAL_RULES = ("norrtalje", "demo")
    assert least_days(people.TODAY) == 2
    assert least_days(date(2020, 1, 1)) is None
    settings.BYGGSTEN_LOCAL_RULES = ("norrtalje",)
    assert least_days(people.TODAY) is None


def test_the_days_of_a_notice_are_those_in_sweden():
    late = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    given = NoticeGiven("Sfi", "Du ska delta", late, late).as_domain()
    assert given.sent_on == given.read_on == date(2026, 11, 25)
    assert notice_age_ok(given, date(2026, 11, 27), 2)
    assert not notice_age_ok(given, date(2026, 11, 26), 2)
    assert NoticeGiven("Sfi", "Du ska delta", late, None).as_domain().read_on is None


@pytest.mark.django_db
def test_only_those_who_see_the_person_see_the_notices():
    people.hire("karin", "sara", "eva")
    people.enrol("amina")
    people.school()
    people.plan_for("amina")
    notice(plan=m.Plan.objects.get())
    assert [one.text for one in notices_of(people.acting("karin"), "amina-plan-1")] == ["Du ska delta"]
    assert notices_of(people.acting("sara"), "amina-plan-1") == ()
    assert notices_of(people.acting("eva"), "amina-plan-1") == ()


@pytest.mark.django_db
def test_a_notice_does_not_count_while_nobody_is_bound():
    people.hire("karin")
    people.enrol("amina")
    people.school()
    people.plan_for("amina", confirmed_on=None)
    notice(plan=m.Plan.objects.get())
    assert notices_of(people.acting("karin"), "amina-plan-1") == ()
