"""Findings about the days of the week: collisions, journeys, and the care of children."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.plan_findings.finding import Finding, Severity
from byggsten.domain.plan_findings.looking import HOUSE, KNOWN
from byggsten.domain.texts import N_, Text
from byggsten.domain.week_grid import collisions, day_travel, in_force, outside_care, short_gaps

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from byggsten.domain.plan_findings.looking import View
    from byggsten.domain.week_grid import Block

WEEKDAYS = (
    N_("måndag"), N_("tisdag"), N_("onsdag"), N_("torsdag"), N_("fredag"), N_("lördag"), N_("söndag"),
)  # fmt: skip
CARE = N_("Princip: föräldern ska kunna vara med utan att barnet är ensamt")


def no_collision(view: View) -> Iterator[Finding]:
    """Nothing at the same time as something else, in this plan or in one that remains."""
    busy = set(view.situation.busy)
    for clash in collisions((*view.blocks, *view.situation.busy)):
        if clash.one in busy and clash.other in busy:
            continue
        text = N_("%(one)s och %(other)s är samtidigt på %(weekday)s, från %(start)s.")
        told = _pair(clash.one, clash.other) | {"start": f"{clash.other.start:%H.%M}"}
        yield Finding("collision", Severity.STOP, Text(text, told), HOUSE, _groups(clash.one, clash.other))


def time_to_travel(view: View) -> Iterator[Finding]:
    """Time for the journey between two places of one day."""
    travel, busy = view.situation.travel, set(view.situation.busy)
    for short in short_gaps((*view.blocks, *view.situation.busy), travel):
        if short.earlier in busy and short.later in busy:
            continue
        text = N_(
            "Mellan %(one)s och %(other)s på %(weekday)s är det %(gap)s minuter. "
            "Resan tar omkring %(travel)s."
        )
        told = _pair(short.earlier, short.later) | {"gap": short.gap, "travel": short.travel}
        groups = _groups(short.earlier, short.later)
        yield Finding("travel_gap", Severity.WARN, Text(text, told), travel.source, groups)


def reach(view: View) -> Iterator[Finding]:
    """The day's way within what the municipality counts as reachable."""
    norm, home, travel = view.situation.norms.travel_day, view.situation.home, view.situation.travel
    days = _longest(view)
    if norm is not None:
        for weekday, minutes in days.items():
            if minutes is not None and minutes > norm.value:
                text = N_("Resorna på %(weekday)s tar omkring %(minutes)s minuter, mer än %(most)s.")
                told = {"weekday": WEEKDAYS[weekday - 1], "minutes": minutes, "most": norm.value}
                groups = tuple(sorted({b.group for b in view.blocks if b.weekday == weekday}))
                yield Finding("too_far", Severity.WARN, Text(text, told), norm.source, groups)
    if any(minutes is None for minutes in days.values()):
        text = N_("Hur lång tid resorna tar är okänt. Fyll i var grupperna träffas och hur resor räknas.")
        if home is None:
            text = N_("Hur lång tid resorna tar är okänt, för ingen har skrivit var personen bor. Fråga.")
        yield Finding("travel_unknown", Severity.NOTE, Text(text), travel.source or KNOWN, ("home",))


def care(view: View) -> Iterator[Finding]:
    """Somebody minds the children at every hour of the plan."""
    situation = view.situation
    if situation.needs_care is False or not view.blocks:
        return
    if situation.needs_care is None or situation.care is None:
        text = N_("Det är okänt om och när barnen har omsorg. Fråga om tiderna i förskola och fritids.")
        yield Finding("care_unknown", Severity.NOTE, Text(text), KNOWN, ("care",))
        return
    outside = outside_care(view.blocks, situation.care)
    for group in sorted({block.group for block in outside}):
        blocks = [block for block in outside if block.group == group]
        text = N_("%(group)s ligger utanför barnens omsorgstid på %(weekdays)s.")
        days = ", ".join(dict.fromkeys(WEEKDAYS[block.weekday - 1] for block in blocks))
        told = {"group": blocks[0].label, "weekdays": days}
        yield Finding("outside_care", Severity.WARN, Text(text, told), CARE, (group,))


def _longest(view: View) -> Mapping[int, int | None]:
    """The longest way of each weekday over the plan; unknown where it is unknown at any time."""
    found: dict[int, int | None] = {}
    for day in sorted({block.period.first_day for block in view.blocks}):
        now = day_travel(in_force(view.blocks, day), view.situation.home, view.situation.travel)
        for weekday, minutes in now.items():
            before = found.get(weekday, 0)
            found[weekday] = None if minutes is None or before is None else max(before, minutes)
    return found


def _pair(one: Block, other: Block) -> dict[str, object]:
    return {"one": one.label, "other": other.label, "weekday": WEEKDAYS[one.weekday - 1]}


def _groups(one: Block, other: Block) -> tuple[str, ...]:
    return tuple(sorted({one.group, other.group}))
