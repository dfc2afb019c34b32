"""What stands against a group, one line for each reason, with its days together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from byggsten.domain.plan_findings.days import WEEKDAYS
from byggsten.web.caseworker.planner.times import days_in_words
from byggsten.web.caseworker.planner.words import told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from byggsten.domain.plan_findings import Finding

CLASH, JOURNEY, FAR, CARE = "collision", "travel_gap", "too_far", "outside_care"


def against_in_lines(name: str, found: Iterable[Finding]) -> tuple[str, ...]:
    """The reasons in the order they are found; ``name`` is the group's own, which its card says already."""
    days: dict[tuple[str, str], list[int]] = {}
    for one in found:
        days.setdefault(_reason(name, one), []).extend(_weekdays(one))
    return tuple(_line(code, about, sorted(set(on))) for (code, about), on in days.items())


def _reason(name: str, one: Finding) -> tuple[str, str]:
    """What is one reason: the code, and what it is about."""
    blanks = one.text.blanks
    if one.code in (CLASH, JOURNEY):
        return one.code, str(blanks["other"] if blanks["one"] == name else blanks["one"])
    if one.code == FAR:
        return one.code, str(blanks["most"])
    return (one.code, "") if one.code == CARE else ("", told(one.text))


def _weekdays(one: Finding) -> list[int]:
    if one.code not in (CLASH, JOURNEY, FAR, CARE):
        return []
    words = str(one.text.blanks["weekdays" if one.code == CARE else "weekday"]).split(", ")
    return [WEEKDAYS.index(word) + 1 for word in words if word in WEEKDAYS]


def _line(code: str, about: str, on: list[int]) -> str:
    blanks = {"name": about, "days": days_in_words(on)}
    if code == CLASH:
        return _("Krockar med %(name)s, %(days)s") % blanks
    if code == JOURNEY:
        return _("För lite tid att resa till eller från %(name)s, %(days)s") % blanks
    if code == FAR:
        return _("Resorna tar mer än %(name)s minuter om dagen, %(days)s") % blanks
    return _("Utanför barnens omsorgstid, %(days)s") % blanks if code == CARE else about
