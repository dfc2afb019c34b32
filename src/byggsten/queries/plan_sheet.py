"""A plan in words, as it stands on paper, on the page of the meeting and in the text kept as seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.wording import sentences as s

if TYPE_CHECKING:
    from collections.abc import Iterator

    from byggsten.queries.plan_document import PlanDocument
    from byggsten.wording import Said


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal; ``words`` are those of the meeting, in whatever language they were written."""

    label: Said
    words: str
    due: Said | None


@dataclass(frozen=True, slots=True)
class TimeLine:
    """Days that an activity meets at the same hours: «måndag–torsdag», «08.30–12.30»."""

    days: Said
    clock: Said


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """An activity of the week, its name and place in Swedish as on the door.

    ``days`` is there when it holds other days than the plan.
    """

    activity: str
    place: str
    blocks: tuple[Said, ...]
    times: tuple[TimeLine, ...]
    hours: Said
    days: Said | None
    why: str


@dataclass(frozen=True, slots=True)
class PartyLine:
    """What one party is to do."""

    party: Said
    does: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class StanceLine:
    """What somebody said of the plan, in their own words."""

    who: Said
    name: str
    stance: Said
    day: Said
    words: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole plan in words; ``note`` is there when the language is another than Swedish.

    ``offer``: nothing is asked of the person.
    """

    language: str
    direction: str
    offer: bool
    name: str
    holds: Said
    note: Said | None
    goals: tuple[GoalLine, ...]
    hours: tuple[Said, ...]
    week: tuple[ActivityLine, ...]
    parties: tuple[PartyLine, ...]
    applies: tuple[Said, ...]
    asks: tuple[Said, ...]
    caseworker: Said
    status: Said
    stances: tuple[StanceLine, ...]
    signatures: tuple[Said, ...]
    document: PlanDocument

    def as_text(self) -> str:
        """What a party sees and takes a stand on: the plan, without what has been said of it.

        Each line is Swedish, then the language after a bar where it differs.
        """
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        yield f"{s.TITLE.swedish} {self.document.version}: {self.name}"
        yield _both(self.holds)
        for goal in self.goals:
            yield " ".join(filter(None, (_both(goal.label), goal.words, _both(goal.due) if goal.due else "")))
        yield from map(_both, self.hours)
        for line in self.week:
            yield " · ".join(filter(None, (line.activity, line.place, line.why)))
            yield from (f"  {_both(block)}" for block in line.blocks)
            yield from (f"  {_both(time.days)}: {_both(time.clock)}" for time in line.times)
            yield f"  {_both(line.hours)}{f' ({_both(line.days)})' if line.days else ''}"
        for party in self.parties:
            yield from (f"{_both(party.party)}: {_both(one)}" for one in party.does)
        yield from map(_both, (*self.applies, *self.asks))
        if self.note:
            yield _both(self.note)


def _both(told: Said) -> str:
    return told.swedish if told.text == told.swedish else f"{told.swedish} | {told.text}"
