"""What differs between two versions: nothing with itself, and the same both ways round."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from byggsten.domain.dates import Period
from byggsten.domain.plan_draft import Choice, Draft, Extent, Goal, Promise
from byggsten.domain.planning import GoalKind, Party
from byggsten.queries.plan_changes import How, Part, changes
from byggsten.queries.plan_versions import Version
from tests.domain.drafts import DRAFT, FIRST, LAST, drafts
from tests.people import NOW

EXTENTS = st.none() | st.builds(
    Extent, st.none() | st.just(2400), st.just(0), st.integers(0, 3000), st.just("full")
)


def version(draft, extent=None, number=1):
    return Version(f"p/{number}", number, draft.period or Period(FIRST), draft, extent, "", NOW, "Karin Lind")


VERSIONS = st.builds(version, drafts(), EXTENTS)


@given(VERSIONS)
def test_a_version_does_not_differ_from_itself(one):
    assert changes(one, one) == ()


@given(VERSIONS, VERSIONS)
def test_the_other_way_round_is_the_mirror(one, other):
    there, back = changes(one, other), changes(other, one)
    assert [(c.part, c.before, c.after) for c in there] == [(c.part, c.after, c.before) for c in back]
    assert all((one.how, other.how) in MIRROR for one, other in zip(there, back, strict=True))


MIRROR = {(How.ADDED, How.REMOVED), (How.REMOVED, How.ADDED), (How.CHANGED, How.CHANGED)}


@given(VERSIONS, VERSIONS)
def test_no_difference_means_that_they_say_the_same(one, other):
    def said(version):
        draft = version.draft
        goals = sorted(map(repr, draft.goals), key=lambda text: text.split(",")[0])
        return draft.period, goals, set(draft.choices), sorted(map(repr, draft.promises)), draft.evidence

    if not changes(one, other):
        assert said(one) == said(other)


def test_each_part_is_told():
    before = version(DRAFT, Extent(2400, 2400, 2250, "full"))
    after = version(
        Draft(
            Period(FIRST + timedelta(7), LAST),
            (replace(DRAFT.goals[0], words="Arbete som barnskötare"), Goal(GoalKind.HOUSING)),
            (DRAFT.choices[0], Choice("praktik-1")),
            (DRAFT.promises[0], Promise(Party.REGION, "Ger tid för läkarbesök.")),
            "Intyg",
        ),
        Extent(1800, 1800, 1800, "adapted", "Intyg"),
    )
    told = [(change.part, change.how) for change in changes(before, after)]
    assert told == [
        (Part.DAYS, How.CHANGED),
        (Part.EXTENT, How.CHANGED),
        (Part.EVIDENCE, How.ADDED),
        (Part.GOAL, How.ADDED),
        (Part.GOAL, How.REMOVED),
        (Part.GOAL, How.CHANGED),
        (Part.ACTIVITY, How.REMOVED),
        (Part.ACTIVITY, How.ADDED),
        (Part.PROMISE, How.REMOVED),
        (Part.PROMISE, How.ADDED),
    ]
