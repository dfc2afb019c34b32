"""Drafts of activities: one that is complete, and others drawn at random."""

from datetime import date, time, timedelta

from hypothesis import strategies as st

from byggsten.domain.catalogue import ActivityDraft, GroupDraft, Slot
from byggsten.domain.dates import Minutes, Period
from byggsten.domain.planning import ActivityKind, BuildingBlock, Effect, SwedishLevel

MONDAY = Slot(1, time(9), Minutes(180), Period(date(2026, 8, 17)))
GROUP = GroupDraft(reference="kok-1", name="Kök förmiddag", place="Hamnen", capacity=12, slots=(MONDAY,))
COMPLETE = ActivityDraft(
    reference="kok",
    name="Praktik i kök",
    kind=ActivityKind.WORK,
    provider="Exempelköket",
    target_group="Den som vill arbeta i kök.",
    swedish_from=SwedishLevel.SFI_B,
    effects=(Effect(BuildingBlock.LIVELIHOOD, True, "Arbete varje dag med handledare."),),
    weakens_nothing="Tiderna går att förena med sfi.",
    forgone_benefit="Samma tid i sfi hade gett mer svenska.",
    cost_per_place=850,
    cost_source="Avtalet 2026",
    groups=(GROUP,),
)
words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=40).map(str.strip)
some_words = words.filter(bool)
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@st.composite
def periods(draw):
    first = draw(days)
    return Period(first, draw(st.none() | st.integers(0, 400).map(lambda n: first + timedelta(days=n))))


@st.composite
def slots(draw):
    """A weekly time that ends before midnight."""
    start = draw(st.integers(0, 23 * 60 + 54))
    minutes = draw(st.integers(1, 24 * 60 - start))
    return Slot(draw(st.integers(1, 7)), time(*divmod(start, 60)), Minutes(minutes), draw(periods()))


def unlike(drawn):
    """Times of which no two take the same hour, so that they can belong to one group."""
    return tuple({slot.weekday: slot for slot in drawn}.values())


@st.composite
def groups(draw, number=0, places=("", "Hamnen", "Campus")):
    first = draw(st.none() | days)
    return GroupDraft(
        reference=f"g{number}",
        name=draw(some_words),
        place=draw(st.sampled_from(places)),
        capacity=draw(st.none() | st.integers(0, 500)),
        language=draw(st.sampled_from(("", "ar", "prs", "so", "sr-Latn"))),
        first_day=first,
        last_day=draw(
            st.none()
            | st.integers(0, 400).map(lambda n: (first or MONDAY.period.first_day) + timedelta(days=n))
        ),
        slots=tuple(sorted(unlike(draw(st.lists(slots(), max_size=3))))),
    )


@st.composite
def drafts(draw, number=0):
    """Anything may be missing."""
    keys = draw(st.sets(st.tuples(st.sampled_from(BuildingBlock), st.booleans()), max_size=4))
    first = draw(st.none() | days)
    count = draw(st.integers(0, 2))
    return ActivityDraft(
        reference=f"a{number}",
        name=draw(some_words),
        kind=draw(st.none() | st.sampled_from(ActivityKind)),
        provider=draw(st.sampled_from(("Exempelköket", "Vuxenutbildningen"))),
        description=draw(words),
        target_group=draw(words),
        swedish_from=draw(st.none() | st.sampled_from(SwedishLevel)),
        swedish_to=draw(st.none() | st.sampled_from(SwedishLevel)),
        effects=tuple(Effect(block, up, draw(some_words)) for block, up in sorted(keys)),
        weakens_nothing=draw(words),
        forgone_benefit=draw(words),
        cost_per_place=draw(st.none() | st.integers(0, 9_999)),
        cost_source=draw(words),
        self_reported=draw(st.booleans()),
        duty_marked=draw(st.booleans()),
        project=draw(st.booleans()),
        evaluation=draw(words),
        first_day=first,
        last_day=draw(
            st.none() | st.integers(0, 900).map(lambda n: (first or date(2026, 1, 1)) + timedelta(days=n))
        ),
        groups=tuple(draw(groups(f"{number}-{n}")) for n in range(count)),
    )
