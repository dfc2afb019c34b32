"""Two who wrote at once: by the choice that is offered nothing is lost that only one of them changed."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from byggsten.domain.plan_draft import Choice, Draft, Goal, Promise
from byggsten.domain.planning import GoalKind, Party
from byggsten.queries.plan_merging import Side, merging
from tests.domain.drafts import DRAFT, drafts

GOALS = st.builds(Goal, st.sampled_from([GoalKind.WORK, GoalKind.HOUSING]), st.sampled_from("ab"))
PROMISES = st.builds(
    Promise, st.just(Party.PERSON), st.sampled_from("ab"), st.sampled_from([None, DRAFT.goals[0].due])
)
CHOICES = st.builds(Choice, st.sampled_from("xyz"), why=st.sampled_from(["", "a"]))
SMALL = st.builds(
    Draft,
    st.sampled_from([None, DRAFT.period]),
    st.lists(GOALS, max_size=3).map(tuple),
    st.lists(CHOICES, max_size=3, unique_by=lambda one: one.group).map(tuple),
    st.lists(PROMISES, max_size=3).map(tuple),
    st.sampled_from(["", "a", "b"]),
)
EMPTY = Draft()


def things(draft):
    """All that is said, and how many times."""
    said = (draft.period, draft.evidence or None, *draft.goals, *draft.choices, *draft.promises)
    return Counter(one for one in said if one is not None)


@given(SMALL, SMALL, SMALL)
def test_what_either_added_is_there_by_the_choice_that_is_offered(opened, theirs, mine):
    laid = merging(opened, theirs, mine)
    merged = things(laid.draft({}))
    open_questions = Counter(one.theirs for one in laid.asked if one.offered is None)
    for one, other in ((theirs, mine), (mine, theirs)):
        added = things(one) - things(opened)
        assert not added - merged - (open_questions if one is theirs else Counter())
        # And what nobody took away is still there.
        untouched = things(opened) & things(one) & things(other)
        assert not untouched - merged


@given(SMALL, SMALL)
def test_what_only_one_wrote_is_taken_whole(opened, changed):
    assert merging(opened, changed, opened).draft({}) == changed.tidy()
    assert merging(opened, opened, changed).draft({}) == changed.tidy()
    for laid in (merging(opened, changed, opened), merging(opened, opened, changed)):
        assert not laid.asked
    assert merging(opened, changed, changed).draft({}) == changed.tidy()


@given(drafts(), drafts(), drafts())
def test_any_three_texts_are_merged_and_the_same_way_whoever_is_first(opened, theirs, mine):
    one, other = merging(opened, theirs, mine), merging(opened, mine, theirs)
    assert len(one.asked) == len(other.asked)
    assert one.only_theirs == other.only_mine
    mirrored = {asked.name: Side.THEIRS for asked in other.asked if asked.offered is None}
    assert things(one.draft({})) == things(other.draft(mirrored))


@given(SMALL, SMALL, SMALL, st.sampled_from(Side))
def test_what_is_asked_is_as_one_answers(opened, theirs, mine, side):
    laid = merging(opened, theirs, mine)
    merged = things(laid.draft({one.name: side for one in laid.asked}))
    kept = [one.theirs if side is Side.THEIRS else one.mine for one in laid.asked]
    assert not Counter(one for one in kept if one is not None) - merged


def test_a_group_beside_a_proposal_that_somebody_else_used():
    theirs = replace(EMPTY, choices=(Choice("sfi-c-1"), Choice("egna-1")))
    laid = merging(EMPTY, theirs, replace(EMPTY, choices=(Choice("praktik-1"),)))
    assert not laid.asked
    assert laid.draft({}).groups == {"sfi-c-1", "egna-1", "praktik-1"}


def test_one_removed_what_the_other_wrote_on():
    written = replace(DRAFT, choices=(replace(DRAFT.choices[0], why="Nytt"), *DRAFT.choices[1:]))
    removed = DRAFT.without("sfi-c-1")
    assert [one.offered for one in merging(DRAFT, written, removed).asked] == [Side.THEIRS]
    assert [one.offered for one in merging(DRAFT, removed, written).asked] == [Side.MINE]


def test_where_both_wrote_one_must_choose():
    laid = merging(DRAFT, replace(DRAFT, evidence="Deras"), replace(DRAFT, evidence="Mitt"))
    (asked,) = laid.asked
    assert asked.offered is None
    assert laid.draft({asked.name: Side.THEIRS}).evidence == "Deras"
