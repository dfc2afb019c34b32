"""A draft written in one way, and what it lacks before it can be a plan."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given

from byggsten.domain.dates import Period
from byggsten.domain.plan_draft import Choice, Draft, Goal, Promise, wrong_days
from byggsten.domain.planning import GoalKind, Party
from tests.domain.drafts import DRAFT, FIRST, LAST, drafts


@given(drafts())
def test_tidying_once_is_enough(draft):
    assert draft.tidy() == draft


def test_a_tidy_draft_has_no_needless_days_spaces_or_promises():
    untidy = Draft(
        Period(FIRST, LAST),
        (Goal(GoalKind.WORK, " Praktik "),),
        (Choice("a", FIRST, LAST, " nära "), Choice("b", FIRST + timedelta(7))),
        (Promise(Party.PERSON, "  "),),
        " Intyg ",
    )
    assert untidy.tidy() == Draft(
        Period(FIRST, LAST),
        (Goal(GoalKind.WORK, "Praktik"),),
        (Choice("a", why="nära"), Choice("b", FIRST + timedelta(7))),
        (),
        "Intyg",
    )


@given(drafts())
def test_what_is_added_can_be_taken_away(draft):
    more = draft.with_choice(Choice("ny"))
    assert more.groups == draft.groups | {"ny"}
    assert more.with_choice(Choice("ny", why="igen")) == more
    assert more.without("ny") == draft


def test_a_plan_looks_ahead_and_lasts_twelve_months_at_most():
    def said(first, last, today=FIRST):
        return [str(text) for text in wrong_days(replace(DRAFT, period=Period(first, last)), today)]

    assert said(FIRST, FIRST + timedelta(365)) == []
    assert "högst tolv månader" in said(FIRST, FIRST + timedelta(366))[0]
    assert "högst tolv månader" in said(FIRST, None)[0]
    assert len(said(FIRST, None, FIRST + timedelta(1))) == 2
    assert wrong_days(Draft(), FIRST) == ()
