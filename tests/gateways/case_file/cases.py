"""Cases drawn at random: one or more persons in the same groups, everything hanging together."""

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st

from byggsten.domain.attendance import Account, Witness
from byggsten.domain.case import Case
from byggsten.domain.dates import Minutes, Period
from byggsten.domain.people import Fact, Member, MemberRole, Permit, Person, PersonalNumber, Protection, Sex
from byggsten.domain.planning import (
    Activity,
    ActivityKind,
    BuildingBlock,
    Canceller,
    Effect,
    Plan,
    PlanItem,
    Session,
)

NUMBERS = ("189001019802", "200001012384", "200001018928")
text = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=12)
names = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), min_size=1, max_size=12)
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
moments = st.none() | st.datetimes(
    datetime(1950, 1, 1), datetime(2190, 1, 1), timezones=st.just(UTC) | st.just(timezone(timedelta(hours=2)))
)


@st.composite
def periods(draw):
    first = draw(days)
    return Period(first, draw(st.none() | st.dates(first, date(2199, 12, 31))))


activities = st.builds(
    Activity,
    names,
    text,
    st.sampled_from(ActivityKind),
    text,
    st.builds(
        lambda *e: e,
        st.builds(Effect, st.sampled_from(BuildingBlock), st.just(True), names),
        st.builds(Effect, st.sampled_from(BuildingBlock), st.booleans(), names),
    ),
    text,
    st.booleans(),
)
permits = st.builds(Permit, names, periods(), st.none() | st.booleans(), text, moments)
members = st.builds(Member, names, st.sampled_from(MemberRole), st.none() | days, periods(), moments)
codes = st.from_regex(r"[a-z_]{1,12}", fullmatch=True)
values = st.none() | days | st.booleans() | st.integers(-(2**62), 2**62) | codes
facts = st.builds(Fact, names, values, periods(), text, moments)


@st.composite
def plans(draw, groups):
    """Plans that never overlap: each begins after the one before has ended."""
    made, first = [], draw(st.dates(date(2000, 1, 1), date(2030, 1, 1)))
    for number in range(draw(st.integers(0, 3))):
        last = first + timedelta(draw(st.integers(0, 400)))
        items = draw(
            st.lists(
                st.builds(
                    lambda g, p, o: PlanItem(*g, p, o), st.sampled_from(groups), periods(), st.none() | days
                ),
                max_size=3,
            )
        )
        made.append(
            Plan(
                f"p{number}",
                number + 1,
                Period(first, last),
                tuple(items),
                draw(text),
                draw(st.none() | days),
                draw(text),
                draw(moments),
            )
        )
        first = last + timedelta(draw(st.integers(1, 30)))
    return tuple(made)


@st.composite
def case_sets(draw):
    """Cases as a file holds them: shared activities and sessions, accounts about one's own sessions."""
    offered = draw(st.lists(activities, min_size=1, max_size=3, unique_by=lambda a: a.reference))
    groups = [(f"g-{a.reference}", a.reference) for a in offered]
    held = [
        Session(
            f"s{n}",
            *draw(st.sampled_from(groups)),
            draw(days),
            draw(st.times()),
            draw(st.integers(1, 1440)),
            draw(st.none() | days),
            draw(st.none() | st.sampled_from(Canceller)),
            draw(st.none() | st.booleans()),
            draw(moments),
        )
        for n in range(draw(st.integers(0, 4)))
    ]
    cases = {}
    for reference in draw(st.lists(names, min_size=1, max_size=3, unique=True)):
        cases[reference] = draw(_cases(reference, {a.reference: a for a in offered}, groups, held))
    return cases


@st.composite
def _cases(draw, reference, offered, groups, held):
    person = Person(
        reference,
        draw(text),
        draw(text),
        draw(st.none() | days),
        draw(st.none() | st.sampled_from(Sex)),
        draw(st.none() | st.sampled_from(NUMBERS).map(PersonalNumber)),
        draw(text),
        draw(st.sampled_from(Protection)),
        draw(moments),
    )
    planned = draw(plans(groups))
    own = tuple(s for s in held if s.group in {i.group for p in planned for i in p.items})
    used = {i.activity for p in planned for i in p.items}
    return Case(
        person,
        tuple(draw(st.lists(permits, max_size=2))),
        tuple(draw(st.lists(facts, max_size=3))),
        draw(st.none() | st.lists(members, max_size=2).map(tuple)),
        planned,
        {ref: a for ref, a in offered.items() if ref in used},
        own,
        tuple(draw(_account(reference, session, n)) for n, session in enumerate(own)),
    )


@st.composite
def _account(draw, person, session, number):
    absent = draw(st.integers(0, 1440))
    attended = draw(st.integers(0 if absent else 1, 1440))
    return Account(
        draw(names),
        f"m{number}-{person}",
        session.reference,
        person,
        draw(st.sampled_from(Witness)),
        Minutes(attended),
        Minutes(absent),
        draw(text),
        draw(st.none() | st.integers(0, absent)),
        draw(st.booleans()),
        draw(moments),
        draw(text),
    )
