"""All findings of a draft at once."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from byggsten.domain.plan_findings import (
    days,
    extent,
    goals_and_length,
    groups,
    orientation,
    strength,
    swedish,
)
from byggsten.domain.plan_findings.finding import Finding, Severity
from byggsten.domain.plan_findings.looking import look

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from byggsten.domain.catalogue import Offer
    from byggsten.domain.plan_findings.finding import Draftish
    from byggsten.domain.plan_findings.situation import Situation
    from byggsten.domain.planning import Publication

_NOBODY: Mapping[str, Publication] = MappingProxyType({})
_ORDER = tuple(Severity)
_LOOK_FOR = (
    goals_and_length.length,
    goals_and_length.other_plans,
    goals_and_length.offer_only,
    goals_and_length.goals,
    extent.extent,
    extent.adapted,
    extent.days_off,
    swedish.sfi,
    swedish.sfi_ended,
    orientation.orientation,
    swedish.level,
    groups.offered,
    groups.chosen_once,
    groups.late_start,
    days.no_collision,
    days.time_to_travel,
    days.reach,
    days.care,
    strength.strengthened,
    strength.weakened,
)


def findings(
    draft: Draftish,
    offers: Iterable[Offer],
    situation: Situation,
    *,
    publications: Mapping[str, Publication] = _NOBODY,
) -> tuple[Finding, ...]:
    """Everything about the draft, the gravest first; the order of the choices does not matter.

    ``offers`` are those of the plan's period, at least the chosen groups that are offered;
    ``publications`` says of chosen groups that are not among them why.
    """
    view = look(draft, offers, situation, publications)
    found = {_key(finding): finding for finder in _LOOK_FOR for finding in finder(view)}
    return tuple(found[key] for key in sorted(found))


def _key(finding: Finding) -> tuple[int, str, tuple[str, ...], str]:
    """In which order findings stand; two with the same key say the same thing."""
    return (_ORDER.index(finding.severity), finding.code, finding.about, str(finding.text))
