"""A draft becomes a plan once, whole, and only when nothing stands in its way."""

from dataclasses import replace
from datetime import timedelta

import pytest

from byggsten.actions.plan_adoption import UnfinishedPlan, adopt_draft
from byggsten.actions.plan_drafts import StaleDraft
from byggsten.domain.dates import Period
from byggsten.domain.plan_draft import Choice, Draft
from byggsten.queries.plan_editor import carried_on, desk
from byggsten.queries.plan_versions import versions_of
from byggsten.records.models import Plan, PlanExtent, PlanItem
from tests.actions.test_plan_drafts import save
from tests.domain.drafts import DRAFT, FIRST, LAST
from tests.people import NOW, START, TODAY, acting, enrol, hire, plan_for, school

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_amina")]


@pytest.fixture
def _amina(settings):
    settings.BYGGSTEN_LOCAL_RULES = ("norrtalje", "demo")
    hire("karin", "omar", "eva")
    enrol("amina")
    school(teacher="eva")


def adopt(stamp=1, by="karin"):
    return adopt_draft(person="amina", stamp=stamp, by=acting(by), at=NOW)


def test_the_plan_says_all_that_the_draft_said():
    save()
    assert adopt() == "amina/1"
    version = versions_of(acting("karin"), "amina").numbered(1)
    assert (version.draft, version.recorded_by, version.title) == (DRAFT, "Karin Lind", DRAFT.goals[0].words)
    assert set(PlanItem.objects.values_list("offered_on", flat=True)) == {TODAY}
    extent = PlanExtent.objects.get()
    assert extent.chosen == 900
    assert extent.reachable >= extent.chosen
    assert extent.reason


def test_a_new_draft_from_the_plan_is_the_same_draft():
    save()
    adopt()
    again = desk(acting("karin"), "amina")
    assert (again.draft, again.kept, again.stamp) == (DRAFT, False, 2)
    assert again.current.reference == "amina/1"


def test_a_double_click_makes_one_version():
    save()
    assert adopt() == adopt() == "amina/1"
    assert Plan.objects.count() == 1


def test_a_form_from_before_cannot_write_on_what_was_adopted():
    save()
    adopt()
    with pytest.raises(StaleDraft, match="avslutade det"):
        save(by="omar", stamp=1)
    assert Plan.objects.count() == 1


def test_it_takes_over_from_the_plan_it_was_begun_from():
    old = plan_for("amina")
    save(supersedes=old.reference)
    adopt()
    ended, begun = Plan.objects.order_by("version")
    assert ended.last_day == FIRST - timedelta(days=1)
    assert (begun.version, begun.first_day) == (2, FIRST)


def test_everything_that_must_be_put_right_is_said_at_once_and_nothing_is_written():
    broken = replace(DRAFT, period=Period(START, LAST), choices=(Choice("finns-inte"),))
    save(broken)
    with pytest.raises(UnfinishedPlan) as caught:
        adopt()
    said = " ".join(map(str, caught.value.texts))
    assert "redan har varit" in said
    assert "högst tolv månader" in said
    assert "finns-inte" in said
    assert not Plan.objects.exists()


def test_an_empty_draft_is_no_plan():
    save(Draft())
    with pytest.raises(UnfinishedPlan, match="tomt"):
        adopt()


def test_what_has_begun_goes_on_from_next_monday():
    begun = replace(DRAFT, period=Period(START, None), choices=(Choice("a", last_day=START), Choice("b")))
    ahead = carried_on(begun, TODAY)
    assert ahead.period == Period(FIRST, LAST)
    assert ahead.choices == (Choice("b"),)
