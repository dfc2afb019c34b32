"""Parts of a plan in one line each, for pages that put two versions beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from byggsten.domain.dates import Period
from byggsten.domain.plan_draft import Choice, Extent, Goal
from byggsten.web.caseworker.planner.words import GOALS, PARTIES
from byggsten.web.templatetags.words import day, in_hours

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from byggsten.queries.plan_changes import Told


def in_a_line(value: Told | None, names: Mapping[str, str], reasons: Mapping[str, str]) -> str:
    """What is said, in words; ``names`` of groups, ``reasons`` of extents by code.  "" for nothing."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, Period):
        return span(value.first_day, value.last_day)
    if isinstance(value, Extent):
        return _extent(value, reasons)
    if isinstance(value, Choice):
        return _choice(value, names)
    who = GOALS[value.kind] if isinstance(value, Goal) else PARTIES[value.party]
    text = f"{who}: {value.words}" if value.words else str(who)
    return (
        text if value.due is None else _("%(text)s (senast %(day)s)") % {"text": text, "day": day(value.due)}
    )


def span(first: date | None, last: date | None) -> str:
    """«från 30 november 2026 till 29 november 2027»."""
    if first and last:
        return _("från %(first)s till %(last)s") % {"first": day(first), "last": day(last)}
    if first:
        return _("från %(first)s") % {"first": day(first)}
    return _("till %(last)s") % {"last": day(last)} if last else ""


def _extent(value: Extent, reasons: Mapping[str, str]) -> str:
    chosen = _("%(hours)s i veckan") % {"hours": in_hours(value.chosen)}
    reason = reasons.get(value.reason, "")
    return f"{chosen}. {reason}" if reason else chosen


def _choice(value: Choice, names: Mapping[str, str]) -> str:
    name = names.get(value.group, value.group)
    days = span(value.first_day, value.last_day)
    text = f"{name}, {days}" if days else name
    return f"{text}. {value.why}" if value.why else text
