"""Whether sfi is needed, and whether the right to it has run out, read from the clocks of the rule book."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from byggsten.domain.plan_findings import SfiEnded
from byggsten.domain.planning import SwedishLevel
from byggsten.domain.rules.wording import lower_first

if TYPE_CHECKING:
    from collections.abc import Mapping

    from byggsten.domain.competence_estimate import Profile
    from byggsten.domain.rules import Step

SFI_RIGHT, SFI_EXTENSION, SFI_LAST_DAY = "klocka_sfi_rätt", "sfi_förlängning", "sfi_rätt_slut"
ENDED, EXTENDABLE = "slut", "möjlig"


def needs_sfi(told: object, right: Step, profile: Profile | None) -> bool | None:
    """What has been told; a right that has run out can no longer be used, and who is past sfi needs none."""
    if right.outcome == ENDED or _past(profile):
        return False
    return told if isinstance(told, bool) else None


def sfi_ended(told: object, steps: Mapping[str, Step], profile: Profile | None) -> SfiEnded | None:
    """The right that has run out for one who is not known to be without need of it."""
    right = steps[SFI_RIGHT]
    days = [fact.number for fact in right.facts if fact.name == SFI_LAST_DAY and fact.number is not None]
    if right.outcome != ENDED or not days or told is False or _past(profile):
        return None
    return SfiEnded(
        date.fromordinal(days[0]),
        steps[SFI_EXTENSION].outcome == EXTENDABLE,
        f"{'; '.join(right.sources)} ({lower_first(right.row.confidence.label.sv)})",
        right.row.confidence.value,
    )


def _past(profile: Profile | None) -> bool:
    return profile is not None and profile.swedish is SwedishLevel.BEYOND
