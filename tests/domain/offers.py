"""Small catalogues and situations for the tests of plans, built by hand or drawn at random."""

from datetime import date, time, timedelta

from hypothesis import strategies as st

from byggsten.domain.catalogue import Offer, Slot
from byggsten.domain.dates import Minutes, Period
from byggsten.domain.organisations import Place
from byggsten.domain.plan_draft import Choice, Draft, Goal
from byggsten.domain.plan_findings import Norm, Norms, Orientation, OtherPlan, Situation
from byggsten.domain.planning import Activity, ActivityKind, BuildingBlock, Effect, GoalKind, SwedishLevel
from byggsten.domain.travel import Estimate
from byggsten.domain.week_grid import Window, grid

MONDAY = date(2026, 11, 30)
TERM = Period(MONDAY, date(2027, 5, 30))
CAMPUS, RIMBO = Place("Campus", 59.76, 18.70), Place("Rimbo torg", 59.74, 18.37)
ISLAND = Place("Arholma", 59.85, 19.12, ferry=True)
PLACES = (CAMPUS, RIMBO, ISLAND)
TRAVEL = Estimate(135, 40, 10, 30, "prov: uppskattning, kommunen ställer in")
NORMS = Norms(
    tolerance=Norm(120, "prov: kommunens tal"),
    sfi_week=Norm(900, "skollagen 20 kap. 24 §", "V"),
    travel_day=Norm(150, "prov: kommunens tal"),
    start_weeks=Norm(6, "prov: kommunens tal"),
    plan_months=Norm(12, "strategin"),
)
WHOLE_WEEK = "12345"
SELF_SUPPORT = (Goal(GoalKind.SELF_SUPPORT),)


def slots(weekdays=WHOLE_WEEK, start="09:00", minutes=180, period=TERM):
    """The same time on each of the weekdays, told as digits."""
    at = time.fromisoformat(start)
    return tuple(Slot(int(day), at, Minutes(minutes), period) for day in weekdays)


def activity(reference="a", kind=ActivityKind.SOCIAL, strengthens="social_capital", weakens="", name=""):
    """An activity that strengthens one block and may weaken another."""
    effects = (Effect(BuildingBlock(strengthens), True, "Man möts."),)
    effects += (Effect(BuildingBlock(weakens), False, "Nästan bara män."),) if weakens else ()
    return Activity(reference, name or f"Aktivitet {reference}", kind, "Anordnaren", effects)


def offer(group="g", kind=ActivityKind.SOCIAL, when=None, place=CAMPUS, seats=10, period=TERM, **changed):
    """A group of an activity of its own."""
    about = {
        key: changed.pop(key) for key in ("strengthens", "weakens", "name", "reference") if key in changed
    }
    made = activity(**{"reference": f"akt-{group}"} | about, kind=kind)
    times = slots(period=period) if when is None else when
    return Offer(group, f"Grupp {group}", made, place, times, period, seats, **changed)


def sfi(group="sfi", when=None, **changed):
    """A group of sfi: fifteen hours in five mornings."""
    return offer(group, ActivityKind.SFI, when, strengthens="language", **changed)


def situation(**changed):
    """Somebody who owes full time, lives by the campus and needs sfi; everything is known."""
    values = {
        "reference": "amina", "first_day": MONDAY, "required": 2400, "extent": "full",
        "extent_words": "Heltid, 40 timmar i en hel vecka.", "extent_source": "strategin, Mål",
        "home": CAMPUS, "needs_care": False, "swedish": SwedishLevel.SFI_B, "needs_sfi": True,
        "levels": dict.fromkeys(BuildingBlock, 2) | {BuildingBlock.LANGUAGE: 1},
        "norms": NORMS, "travel": TRAVEL,
    }  # fmt: skip
    return Situation(**values | changed)


def draft(*groups, period=TERM, goals=SELF_SUPPORT, evidence=""):
    """A draft that chooses the groups for as long as the plan."""
    choices = tuple(group if isinstance(group, Choice) else Choice(group) for group in groups)
    return Draft(period, goals, choices, evidence=evidence)


periods = st.builds(
    lambda start, days: Period(
        MONDAY + timedelta(days=start), None if days is None else MONDAY + timedelta(days=start + days)
    ),
    st.integers(-60, 120),
    st.one_of(st.none(), st.integers(0, 300)),
)


@st.composite
def any_offer(draw, group):
    """An offer of any kind, on any days, with or without place, seats, demands and language."""
    times = draw(
        st.lists(
            st.builds(
                lambda weekday, hour, minutes, period: Slot(weekday, time(hour), Minutes(minutes), period),
                st.integers(1, 7), st.integers(6, 22), st.integers(1, 480), periods,
            ),
            max_size=4,
        )
    )  # fmt: skip
    return offer(
        group,
        draw(st.sampled_from(list(ActivityKind))),
        tuple(times),
        draw(st.sampled_from((None, *PLACES))),
        draw(st.one_of(st.none(), st.integers(0, 3))),
        draw(periods),
        strengthens=draw(st.sampled_from(list(BuildingBlock))),
        weakens=draw(st.sampled_from(["", *BuildingBlock])),
        reference=draw(st.sampled_from(["x", "y", f"akt-{group}"])),
        swedish_from=draw(st.one_of(st.none(), st.sampled_from(list(SwedishLevel)))),
        swedish_to=draw(st.one_of(st.none(), st.sampled_from(list(SwedishLevel)))),
        language=draw(st.sampled_from(["", "ar"])),
    )


@st.composite
def catalogues(draw, most=6):
    """A few offers with names of their own."""
    return tuple(draw(any_offer(f"g{number}")) for number in range(draw(st.integers(0, most))))


def maybe(strategy):
    """Known, or not."""
    return st.one_of(st.none(), strategy)


@st.composite
def situations(draw):
    """Anybody, of whom anything may be unknown."""
    norm = maybe(st.builds(Norm, st.integers(0, 1000), st.just("prov")))
    windows = st.builds(Window, st.integers(1, 7), st.just(time(7)), st.sampled_from([time(12), time(17)]))
    return situation(
        required=draw(maybe(st.integers(0, 2400))),
        extent=draw(st.sampled_from(["", "full", "adapted", "small_children", "minor", "outside"])),
        home=draw(st.sampled_from((None, *PLACES))),
        needs_care=draw(maybe(st.booleans())),
        care=draw(maybe(st.lists(windows, max_size=6).map(tuple))),
        swedish=draw(maybe(st.sampled_from(list(SwedishLevel)))),
        needs_sfi=draw(maybe(st.booleans())),
        orientation=draw(
            maybe(
                st.builds(
                    Orientation, st.integers(0, 6000), maybe(st.just(date(2027, 3, 1))), st.just("prov")
                )
            )
        ),
        levels={
            block: level
            for block in BuildingBlock
            if (level := draw(st.sampled_from([None, 0, 1, 2, 3]))) != 0
        },
        busy=draw(st.sampled_from([(), grid([offer("busy", when=slots("24", "13:00"))])])),
        plans=draw(st.lists(st.builds(OtherPlan, st.sampled_from("pq"), periods), max_size=2).map(tuple)),
        norms=Norms(*(draw(norm) for _ in range(5))),
        travel=TRAVEL,
    )


@st.composite
def drafts(draw, groups):
    """A draft of any of the groups and of some that are not there, on any days."""
    names = st.sampled_from([*groups, "finns-inte"])
    days = maybe(st.integers(-30, 200).map(lambda n: MONDAY + timedelta(days=n)))
    return Draft(
        draw(maybe(periods)),
        tuple(draw(st.lists(st.builds(Goal, st.sampled_from(list(GoalKind))), max_size=2))),
        tuple(draw(st.lists(st.builds(Choice, names, days, days), max_size=5))),
        evidence=draw(st.sampled_from(["", "Läkarintyg"])),
    )
