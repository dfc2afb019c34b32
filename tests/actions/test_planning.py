"""Plans: a new version takes over from the old, two on one day are refused."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from byggsten.access.refusals import NothingHere, NotInYourRole
from byggsten.actions import plan_import, planning
from byggsten.actions.counts import Counts
from byggsten.actions.lookups import UnknownReference
from byggsten.actions.plan_import import RewrittenPlan
from byggsten.actions.plan_rows import UnknownPlan
from byggsten.actions.planning import EmptyPlan
from byggsten.domain.dates import Period
from byggsten.domain.planning import OverlappingPlans, PlanItem
from byggsten.records.models import Event, Plan, PlanEnding
from tests.people import NOW, OTHER_UNIT, START, TODAY, acting, enrol, hire, plan_for, school
from tests.records.refused_confirming import sight
from tests.records.refused_confirming import stance as stance_row

pytestmark = pytest.mark.django_db
NEXT = TODAY + timedelta(days=6)


@pytest.fixture
def _amina():
    hire("karin", "eva", "maria", "sara")
    enrol("amina")
    school(teacher="eva")


def save(first=TODAY, last=None, person="amina", by="karin", groups=("sfi-c-1",), **options):
    period = Period(first, last)
    items = [PlanItem(group, "sfi-c", period, TODAY) for group in groups]
    return planning.save_plan(person=person, period=period, items=items, by=acting(by), at=NOW, **options)


def days():
    return list(Plan.objects.filter(withdrawn_at=None).values_list("version", "first_day", "last_day"))


@pytest.mark.usefixtures("_amina")
class TestOnePlan:
    def test_it_binds_nobody_until_both_have_confirmed_it(self):
        reference = save(goal="Arbete som undersköterska")
        plan = Plan.objects.get(reference=reference)
        assert (plan.version, plan.confirmed_on, plan.items.get().group.reference) == (1, None, "sfi-c-1")
        assert planning.confirm_plan(plan=reference, on=TODAY, by=acting("karin"), at=NOW) is True
        assert planning.confirm_plan(plan=reference, on=START, by=acting("karin"), at=NOW) is False
        assert Plan.objects.get().confirmed_on == TODAY
        codes = list(Event.objects.filter(person="amina").values_list("code", flat=True))
        assert codes[-2:] == ["plan.saved", "plan.confirmed"]
        assert "undersköterska" not in str(list(Event.objects.values()))

    def test_a_second_plan_on_the_same_days_is_refused_and_nothing_is_written(self):
        first = save()
        with pytest.raises(OverlappingPlans, match=f"Planen {first} gäller redan"):
            save(first=NEXT)
        assert len(days()) == 1

    def test_a_new_version_takes_over_and_the_old_one_ends_the_day_before(self):
        first = save()
        save(first=NEXT, supersedes=first)
        assert days() == [(1, TODAY, NEXT - timedelta(days=1)), (2, NEXT, None)]
        assert PlanEnding.objects.get().last_day == NEXT - timedelta(days=1)

    def test_a_version_that_never_began_is_withdrawn(self):
        first = save(first=NEXT)
        save(first=TODAY, supersedes=first)
        assert days() == [(2, TODAY, None)]
        with pytest.raises(UnknownPlan):
            planning.confirm_plan(plan=first, on=TODAY, by=acting("karin"), at=NOW)

    def test_it_may_follow_another(self):
        save(last=NEXT)
        save(first=NEXT + timedelta(days=1))
        assert len(days()) == 2

    def test_it_may_not_take_over_from_somebody_elses(self):
        enrol("bahar")
        other = save(person="bahar")
        with pytest.raises(UnknownPlan, match="hör till någon annan"):
            save(supersedes=other)

    def test_without_activities_or_with_an_unknown_group_it_is_refused(self):
        with pytest.raises(EmptyPlan):
            save(groups=())
        with pytest.raises(UnknownReference, match="Gruppen «okänd» finns inte"):
            save(groups=("okänd",))
        assert not Plan.objects.exists()

    @pytest.mark.parametrize("who", ["eva", "maria"])
    def test_a_teacher_and_a_manager_do_not_plan(self, who):
        with pytest.raises(NotInYourRole):
            save(by=who)

    def test_a_caseworker_of_another_unit_is_told_that_nothing_is_here(self):
        with pytest.raises(NothingHere):
            save(by="sara")
        reference = save()
        with pytest.raises(NothingHere):
            planning.confirm_plan(plan=reference, on=TODAY, by=acting("sara"), at=NOW)
        enrol("farah", unit=OTHER_UNIT)
        assert save(person="farah", by="sara")


@pytest.mark.usefixtures("_amina")
class TestImport:
    def test_the_same_plan_twice_is_one_plan(self):
        plan = plan_for("amina")
        assert plan_import.import_plans({"amina": [plan]}, by="test", at=NOW) == Counts(unchanged=1)

    def test_a_known_plan_may_end_and_be_confirmed_and_nothing_else(self):
        plan = plan_for("amina", confirmed_on=None)
        ended = replace(plan, period=Period(START, TODAY), confirmed_on=TODAY)
        assert plan_import.import_plans({"amina": [ended]}, by="test", at=NOW) == Counts(changed=1)
        assert days() == [(1, START, TODAY)]
        for other in (replace(ended, goal="nytt"), replace(ended, version=7), plan, replace(ended, items=())):
            with pytest.raises(RewrittenPlan):
                plan_import.import_plans({"amina": [other]}, by="test", at=NOW)

    @pytest.mark.parametrize("stance", ["agrees", "disagrees", "could_not"])
    def test_a_file_never_confirms_what_somebody_has_answered_here(self, stance):
        plan = plan_for("amina", confirmed_on=None)
        seen = sight(plan=Plan.objects.get())
        stance_row(sight=seen, stance=stance, words="Nej.")
        told = {"amina": [replace(plan, confirmed_on=TODAY)]}
        with pytest.raises(plan_import.AnsweredHere, match="bara bekräftas på mötet"):
            plan_import.import_plans(told, by="test", at=NOW)
        assert Plan.objects.get().confirmed_on is None
        # That it ends can still be told.
        ended = replace(plan, period=Period(START, TODAY))
        assert plan_import.import_plans({"amina": [ended]}, by="test", at=NOW) == Counts(changed=1)

    def test_plans_that_overlap_are_refused_whole(self):
        plan = plan_for("amina", last=TODAY)
        second = replace(plan, reference="andra", version=2, period=Period(TODAY))
        enrol("bahar")
        fine = replace(plan, reference="bahars")
        with pytest.raises(OverlappingPlans):
            plan_import.import_plans({"bahar": [fine], "amina": [second]}, by="test", at=NOW)
        assert not Plan.objects.filter(person__reference="bahar").exists()

    def test_an_ending_and_what_follows_come_in_one_file(self):
        plan = plan_for("amina")
        ended = replace(plan, period=Period(START, date(2026, 8, 31)))
        after = replace(plan, reference="två", version=2, period=Period(date(2026, 9, 1)))
        told = plan_import.import_plans({"amina": [ended, after]}, by="test", at=NOW)
        assert told == Counts(created=1, changed=1)
