"""Drafts of plans: one as a caseworker writes it, and any that hypothesis thinks of."""

from datetime import date, timedelta

from hypothesis import strategies as st

from byggsten.domain.dates import Period
from byggsten.domain.plan_draft import Choice, Draft, Goal, Promise
from byggsten.domain.planning import GoalKind, Party

FIRST, LAST = date(2026, 11, 30), date(2027, 11, 29)
DRAFT = Draft(
    Period(FIRST, LAST),
    (Goal(GoalKind.SELF_SUPPORT, "Arbete som undersköterska", date(2027, 8, 16)), Goal(GoalKind.LANGUAGE)),
    (Choice("sfi-c-1", why="Svenska är svagast, och kursen börjar först."), Choice("egna-1")),
    (
        Promise(Party.MUNICIPALITY, "Bokar tid hos vägledaren.", date(2026, 12, 11)),
        Promise(Party.PERSON, "Säger till samma dag om något hindrar."),
    ),
)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
SAID = WORDS.filter(str.strip)


@st.composite
def drafts(draw, groups=("sfi-c-1", "egna-1"), days=DAYS):
    """Any tidy draft; its groups are among those given, each at most once."""
    first = draw(days)
    period = draw(st.none() | st.builds(lambda n: Period(first, first + timedelta(n)), st.integers(0, 400)))
    chosen = draw(st.lists(st.sampled_from(groups), unique=True)) if groups else []
    day = st.none() | DAYS
    return Draft(
        period,
        tuple(draw(st.lists(st.builds(Goal, st.sampled_from(GoalKind), WORDS, day), max_size=3))),
        tuple(Choice(group, draw(day), draw(day), draw(WORDS)) for group in chosen),
        tuple(draw(st.lists(st.builds(Promise, st.sampled_from(Party), SAID, day), max_size=3))),
        draw(WORDS),
    ).tidy()
