"""A draft judged from the records: why a group is not offered, and a proposal for the plan's own days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from byggsten.domain.dates import Period
from byggsten.domain.plan_draft import Choice, Draft
from byggsten.queries import plan_proposal
from byggsten.queries.plan_judging import judge
from byggsten.records.models import Activity
from tests import people

pytestmark = [pytest.mark.django_db, pytest.mark.db]
MONDAY = date(2026, 11, 30)
DRAFT = Draft(Period(MONDAY, date(2027, 9, 30)), choices=(Choice("sfi-c-1"),))


@pytest.fixture
def karin():
    people.hire("karin", "eva")
    people.enrol("amina")
    people.school(teacher="eva")
    return people.acting("karin")


@pytest.mark.parametrize(("publication", "words"), [("draft", "inte är publicerad"), ("closed", "är stängd")])
def test_a_chosen_group_of_an_activity_that_is_not_published_is_told_why(karin, publication, words):
    Activity.objects.filter(reference="sfi-c").update(publication=publication)
    (found,) = [one for one in judge(karin, "amina", DRAFT).findings if one.code == "not_offered"]
    assert words in str(found.text)


def test_a_group_that_is_not_there_at_all_is_not_offered(karin):
    gone = Draft(DRAFT.period, choices=(Choice("finns-inte"),))
    (found,) = [one for one in judge(karin, "amina", gone).findings if one.code == "not_offered"]
    assert "erbjuds inte" in str(found.text)


@pytest.mark.parametrize(("period", "last"), [
    (DRAFT.period, date(2027, 9, 30)), (None, MONDAY + timedelta(days=364)),
])  # fmt: skip
def test_the_proposal_looks_as_far_ahead_as_the_plan(karin, monkeypatch, period, last):
    asked = []
    real = plan_proposal.propose

    def seen(situation, offers, first_day, *, last_day=None):
        asked.append((first_day, last_day))
        return real(situation, offers, first_day, last_day=last_day)

    monkeypatch.setattr(plan_proposal, "propose", seen)
    plan_proposal.proposal_for(judge(karin, "amina", Draft(period)))
    assert asked == [(MONDAY, last)]
