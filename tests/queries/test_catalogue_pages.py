"""The list and the page of activities, in a number of questions that does not grow."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from byggsten.access.refusals import NothingHere
from byggsten.actions.catalogue_import import Told, take_in_activities
from byggsten.domain.organisations import Place, Provider, ProviderKind
from byggsten.domain.planning import Publication
from byggsten.queries.catalogue_list import Wanted, catalogue_lines, counted
from byggsten.queries.catalogue_page import activity_page
from tests.domain.catalogue_drafts import COMPLETE, GROUP
from tests.people import NOW, acting, enrol, hire, plan_for, school

pytestmark = pytest.mark.django_db


@pytest.fixture
def actor():
    hire("lena", "karin", "eva")
    enrol("amina")
    school(teacher="eva")
    plan_for("amina")
    return acting("lena")


def many(count):
    told = [
        Told(
            replace(COMPLETE, reference=f"a{n}", groups=(replace(GROUP, reference=f"a{n}-1"),)),
            Provider("Exempelköket", ProviderKind.EMPLOYER),
            (Place("Hamnen", 59.7, 18.7),),
            Publication.PUBLISHED,
        )
        for n in range(count)
    ]
    take_in_activities(told, by="test", at=NOW)


def test_the_number_of_questions_does_not_grow(actor):
    def asked():
        with CaptureQueriesContext(connection) as questions:
            lines = catalogue_lines(actor, Wanted())
        return len(questions), len(lines)

    few = asked()
    many(40)
    assert asked() == (few[0], few[1] + 40)
    assert few[0] <= 6


def test_the_page_has_seats_teacher_and_how_many_have_it(actor):
    page = activity_page(actor, "sfi-c")
    (group,) = page.groups
    assert (group.teacher, group.username, group.seats.taken, group.minutes) == ("Eva Strand", "eva", 1, 900)
    assert page.people == 1
    # What a register brought in was never asked these questions; the coordinator sees what is left to say.
    assert "target_group" in {one.field for one in page.lacks}


def test_drafts_are_counted_only_for_the_one_who_keeps_the_catalogue(actor):
    told = Told(replace(COMPLETE, cost_source="", groups=()), Provider("Exempelköket", ProviderKind.EMPLOYER))
    take_in_activities([told], by="test", at=NOW)
    assert counted(actor)[Publication.DRAFT] == 1
    karin = acting("karin")
    assert Publication.DRAFT not in counted(karin)
    with pytest.raises(NothingHere):
        activity_page(karin, "kok")
    with pytest.raises(NothingHere):
        activity_page(acting("eva"), "sfi-c")
