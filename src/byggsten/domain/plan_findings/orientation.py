"""Findings about civic orientation: finished in time by whose day, and offered while it must be."""

from __future__ import annotations

from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from byggsten.domain.dates import is_working_day
from byggsten.domain.plan_findings.finding import Finding, Severity
from byggsten.domain.plan_findings.looking import hours
from byggsten.domain.plan_findings.situation import Clock
from byggsten.domain.planning import ActivityKind
from byggsten.domain.texts import N_, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from byggsten.domain.plan_findings.looking import View
    from byggsten.domain.plan_findings.situation import Orientation
    from byggsten.domain.week_grid import Block

# Nobody plans further ahead than this; also keeps the counting of days short.
_AHEAD = timedelta(days=3 * 366)
DUE: Mapping[Clock, str] = MappingProxyType({
    Clock.STRATEGY: N_("Samhällsorienteringen ska enligt strategin vara klar %(day)s."),
    Clock.LAW: N_("Samhällsorienteringen bör normalt vara klar %(day)s."),
})  # fmt: skip
LATE: Mapping[Clock, str] = MappingProxyType({
    Clock.STRATEGY: N_(
        "Samhällsorienteringen ska enligt strategin vara klar %(day)s. "
        "I den här takten saknas då %(late)s timmar av %(left)s."
    ),
    Clock.LAW: N_(
        "Samhällsorienteringen bör normalt vara klar %(day)s. "
        "I den här takten saknas då %(late)s timmar av %(left)s."
    ),
})  # fmt: skip
PASSED: Mapping[Clock, str] = MappingProxyType({
    Clock.STRATEGY: N_(
        "%(left)s timmar samhällsorientering återstår. Den skulle enligt strategin ha varit klar %(day)s."
    ),
    Clock.LAW: N_(
        "%(left)s timmar samhällsorientering återstår. Den borde normalt ha varit klar %(day)s."
    ),
})  # fmt: skip


def orientation(view: View) -> Iterator[Finding]:
    """Whether civic orientation is chosen, and finished by its day at the chosen pace."""
    need = view.situation.orientation
    if need is None or need.left <= 0:
        return
    blocks = [block for block in view.blocks if block.kind is ActivityKind.ORIENTATION]
    if blocks:
        yield from _pace(view, need, blocks)
        return
    text = N_("%(left)s timmar samhällsorientering återstår, men ingen är vald.")
    source = need.source if need.due or not need.offer_source else need.offer_source
    yield _finding("orientation_missing", Severity.WARN, Text(text, {"left": hours(need.left)}), source)
    if need.due is not None and need.due >= view.period.first_day:
        yield _finding(
            "orientation_due", Severity.NOTE, Text(DUE[need.clock], {"day": need.due}), need.source
        )
    if need.offer_by is not None:
        text = N_("Kommunen måste erbjuda samhällsorientering senast %(day)s.")
        told = Text(text, {"day": need.offer_by})
        yield _finding("orientation_offer", Severity.NOTE, told, need.offer_source)


def _pace(view: View, need: Orientation, blocks: Sequence[Block]) -> Iterator[Finding]:
    """What the chosen hours come to by the day."""
    told: dict[str, object] = {"left": hours(need.left), "day": need.due}
    first = view.period.first_day
    if need.due is None:
        text = N_("%(left)s timmar samhällsorientering återstår, och ingen dag att bli klar till är känd.")
        yield _finding("orientation_due", Severity.NOTE, Text(text, told), need.source)
    elif first > need.due:
        yield _finding("orientation_due", Severity.NOTE, Text(PASSED[need.clock], told), need.source)
    elif (late := need.left - given_by(blocks, first, need.due)) > 0:
        groups = tuple(sorted({block.group for block in blocks}))
        told["late"] = hours(late)
        text = LATE[need.clock]
        yield Finding("orientation_late", Severity.WARN, Text(text, told), need.source, groups)


def _finding(code: str, severity: Severity, text: Text, source: str) -> Finding:
    return Finding(code, severity, text, source, ("norms",))


def given_by(blocks: Sequence[Block], first: date, last: date) -> int:
    """Minutes that the blocks give from the first day to the last, holidays away."""
    last = min(last, first + _AHEAD)
    given = 0
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if day.weekday() < 5 and not is_working_day(day):
            continue
        given += sum(b.minutes for b in blocks if b.weekday == day.isoweekday() and day in b.period)
    return given
