"""What there is to do for one's people: the outcomes of the rule in order of urgency, each counted."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.texts import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from byggsten.domain.duty import Assessment

TODO = "att_göra"
NOTHING, UNKNOWN = "inget", "okänt"
UNDECIDED = N_("Går inte att avgöra än")


@dataclass(frozen=True, slots=True)
class Counter:
    """How many people wait for one kind of thing."""

    todo: str
    label: str
    count: int


def todo_of(assessment: Assessment) -> str:
    """What is to be done for the person."""
    return str(assessment.outcome(TODO) or UNKNOWN)


def order_of(judged: Mapping[str, Assessment]) -> dict[str, int]:
    """The outcomes in the rule book's order of urgency; what cannot be told comes before nothing to do."""
    first = next(iter(judged.values()), None)
    if first is None:
        return {}
    codes = [outcome.name for outcome in first.rules.duty.rules[TODO].outcomes if outcome.name != NOTHING]
    return {code: n for n, code in enumerate([*codes, UNKNOWN, NOTHING])}


def counters_of(
    judged: Mapping[str, Assessment], order: Mapping[str, int], language: str
) -> tuple[Counter, ...]:
    """How many people wait for each kind of thing, the most urgent first."""
    counted: dict[str, int] = defaultdict(int)
    for assessment in judged.values():
        counted[todo_of(assessment)] += 1
    labels = _labels(judged, language)
    return tuple(Counter(code, labels.get(code, code), counted[code]) for code in order if counted.get(code))


def _labels(judged: Mapping[str, Assessment], language: str) -> dict[str, str]:
    first = next(iter(judged.values()), None)
    if first is None:
        return {}
    known = {o.name: o.label.text(language) for o in first.rules.duty.rules[TODO].outcomes}
    return {UNKNOWN: UNDECIDED, **known}
