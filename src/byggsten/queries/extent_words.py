"""Why a plan asks for so much, in the words of the rule book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.queries.rules import rules_here

if TYPE_CHECKING:
    from collections.abc import Mapping

RULE = "omfattning"


def extent_reasons(language: str) -> Mapping[str, str]:
    """What each outcome of the rule is called, by the code that is kept with a plan."""
    outcomes = rules_here().duty.rules[RULE].outcomes
    return {one.code: one.label.text(language) for one in outcomes}
