"""A draft written in one way, and what it lacks before it can be a plan."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given

from byggsten.domain.dates import Period
from byggsten.domain.plan_draft import Choice, Draft, Goal, Promise, lacking
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


def test_all_that_is_lacking_is_told_at_once():
    assert lacking(DRAFT) == ()
    assert len(lacking(Draft())) == 3
    said = "\n".join(map(str, lacking(Draft())))
    for words in ("första dag", "ingen aktivitet", "egen försörjning"):
        assert words in said


def test_twelve_months_and_no_longer():
    for last, fine in ((FIRST + timedelta(365), True), (FIRST + timedelta(366), False), (None, False)):
        assert (lacking(replace(DRAFT, period=Period(FIRST, last))) == ()) is fine
