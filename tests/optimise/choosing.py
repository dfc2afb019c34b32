"""What a proposal is worth, counted without the solver, and all that it must keep to."""

from __future__ import annotations

from itertools import combinations

from hypothesis import strategies as st

from byggsten.domain.dates import Period
from byggsten.domain.plan_findings import Orientation
from byggsten.domain.planning import ActivityKind, BuildingBlock, SwedishLevel
from byggsten.domain.week_grid import Window, grid, in_force, outside_care, too_close
from byggsten.optimise.candidates import look, orientation_asked, too_far
from byggsten.optimise.proposal import ground_of
from byggsten.optimise.weights import WEIGHTS as W
from tests.domain.offers import MONDAY, PLACES, TERM, TRAVEL, offer, situation, slots


def cost(looked, chosen) -> float:
    """The cost of a choice, straight from what optimise/weights.py says."""
    about, found = looked.situation, sum(one.cost for one in chosen)
    minutes = [one.ready.average for one in chosen]
    if about.required and not about.voluntary:
        found += W.missing * max(0.0, about.required - sum(minutes))
        found += W.missing_half * max(0.0, about.required / 2 - sum(minutes))
        found += 0 if chosen else W.nothing
        found += W.over * max(0, fullest(chosen) - about.required)
    if about.needs_sfi and about.norms.sfi_week:
        sfi = sum(one.ready.minutes for one in chosen if one.offer.activity.kind is ActivityKind.SFI)
        found += W.sfi * max(0, about.norms.sfi_week.value - sfi)
    asked = orientation_asked(about, looked.ground)
    found += W.orientation * max(0, asked - sum(one.covers for one in chosen))
    given = {e.block for one in chosen for e in one.offer.activity.effects if e.strengthens}
    for block, level in about.levels.items():
        if level is not None and level < 3 and block not in given:
            found += W.weak if block in about.weakest else W.block
    return found


def fullest(chosen) -> int:
    """Minutes of the fullest week."""
    blocks = [block for one in chosen for block in one.ready.blocks]
    days = {block.period.first_day for block in blocks}
    return max((sum(b.minutes for b in in_force(blocks, day)) for day in days), default=0)


def lawful(looked, chosen) -> bool:
    """Whether a person may be proposed all of it."""
    about = looked.situation
    for one, other in combinations(chosen, 2):
        kinds = {one.offer.activity.kind, other.offer.activity.kind}
        if one.offer.activity.reference == other.offer.activity.reference or kinds == {
            ActivityKind.ORIENTATION
        }:
            return False
        if any(too_close(a, b, TRAVEL) for a in one.ready.blocks for b in other.ready.blocks):
            return False
    whole = about.norms.sfi_week.value if about.needs_sfi else 10_000
    courses = [o for o in chosen if o.offer.activity.kind is ActivityKind.SFI and o.ready.minutes >= whole]
    tolerance = about.norms.tolerance.value
    if about.required and not about.voluntary and fullest(chosen) > about.required + tolerance:
        return False
    return len(courses) <= 1 and not too_far(about, tuple(o.ready for o in chosen), looked.ground)


def best(about, offers):
    """The cheapest lawful choice, by trying them all."""
    looked = look(about, ground_of(about, offers, about.first_day, TERM.last_day))
    choices = (c for n in range(len(looked.able) + 1) for c in combinations(looked.able, n))
    return min(cost(looked, choice) for choice in choices if lawful(looked, choice))


def cost_of(about, offers, proposal) -> float:
    """What a proposal costs."""
    looked = look(about, ground_of(about, offers, about.first_day, TERM.last_day))
    groups = {choice.group for choice in proposal.chosen}
    return cost(looked, tuple(one for one in looked.able if one.offer.group in groups))


def refuse_faults(about, offers, proposal) -> None:
    """Everything that a proposal must keep to, read from the offers themselves."""
    groups = {choice.group for choice in proposal.chosen}
    taken = [one for one in offers if one.group in groups]
    assert len(taken) == len(proposal.chosen)
    assert all(one.seats is None or one.seats > 0 or one.group in about.held_groups for one in taken)
    looked = look(about, ground_of(about, offers, about.first_day, TERM.last_day))
    able = {one.offer.group: one for one in looked.able}
    assert groups <= set(able)
    assert lawful(looked, tuple(able[group] for group in sorted(groups)))
    if about.needs_care and about.care is not None:
        assert not outside_care(grid(taken), about.care)
    assert not any(too_close(mine, busy, TRAVEL) for mine in grid(taken) for busy in about.busy)


@st.composite
def towns_offers(draw, most=6):
    """Groups at times that often collide, some far away, some full, some late, some short of the term."""
    found = []
    for number in range(draw(st.integers(0, most))):
        when = slots(
            draw(st.sampled_from(["1", "12", "135", "12345", "24"])),
            draw(st.sampled_from(["08:30", "09:00", "12:45", "17:30"])),
            draw(st.sampled_from([60, 120, 180, 300])),
            Period(MONDAY),
        )
        kind = draw(st.sampled_from(list(ActivityKind)))
        found.append(
            offer(
                f"g{number}", kind, when, draw(st.sampled_from(PLACES)),
                draw(st.sampled_from([None, 0, 1, 2])),
                draw(st.sampled_from([TERM, Period(MONDAY.replace(month=12, day=21), TERM.last_day)])),
                strengthens=draw(st.sampled_from(list(BuildingBlock))),
                weakens=draw(st.sampled_from(["", "", *BuildingBlock])),
                reference=draw(st.sampled_from(["x", f"akt-{number}"])),
                swedish_from=draw(st.sampled_from([None, None, SwedishLevel.SFI_B, SwedishLevel.SFI_D])),
                language=draw(st.sampled_from(["", "", "ar"])),
            )
        )  # fmt: skip
    return tuple(found)


@st.composite
def people(draw, reference="amina"):
    """Somebody who can be proposed something."""
    return situation(
        reference=reference,
        required=draw(st.sampled_from([None, 0, 600, 1200, 2400])),
        extent=draw(st.sampled_from(["full", "full", "full", "senior"])),
        home=draw(st.sampled_from((None, *PLACES))),
        needs_sfi=draw(st.sampled_from([True, True, False, None])),
        needs_care=draw(st.booleans()),
        care=draw(st.sampled_from([None, _CARE])),
        swedish=draw(st.sampled_from([None, SwedishLevel.SFI_A, SwedishLevel.SFI_C])),
        languages=draw(st.sampled_from([(), ("ar",)])),
        orientation=draw(st.sampled_from([None, Orientation(3000, TERM.last_day, "lag")])),
        wishes=draw(st.sampled_from([(), ("Aktivitet x",)])),
        busy=draw(st.sampled_from([(), grid([offer("busy", when=slots("2", "13:00"))])])),
    )


_CARE = tuple(Window(day, slots("1", "07:00")[0].start, slots("1", "16:00")[0].start) for day in range(1, 6))
