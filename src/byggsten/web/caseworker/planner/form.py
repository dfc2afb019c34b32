"""The form of the plan: what was typed, as it was typed, and the draft that it says."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from byggsten.domain.dates import Period, parse_day
from byggsten.domain.plan_draft import Draft, Goal, Promise
from byggsten.domain.planning import GoalKind, Party
from byggsten.domain.texts import Refusal
from byggsten.queries.draft_content import as_content

if TYPE_CHECKING:
    from collections.abc import Mapping

    from byggsten.domain.plan_draft import Choice


@dataclass(frozen=True, slots=True)
class Row:
    """A goal or a promise as typed: ``kind`` is the kind of goal or the party, "" for nothing yet."""

    name: str
    kind: str = ""
    words: str = ""
    due: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Typed:
    """The whole form as typed, with what is wrong by field; the draft it says where nothing is."""

    first_day: str = ""
    last_day: str = ""
    goals: tuple[Row, ...] = ()
    promises: tuple[Row, ...] = ()
    evidence: str = ""
    choices: tuple[Choice, ...] = ()
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def draft(self) -> Draft:
        """The draft; only whole when there is no error."""
        first, last = read_day(self.first_day), read_day(self.last_day)
        return Draft(
            Period(first, last) if first and (last is None or first <= last) else None,
            tuple(Goal(GoalKind(row.kind), row.words, read_day(row.due)) for row in self.goals if row.kind),
            self.choices,
            tuple(
                Promise(Party(row.kind), row.words, read_day(row.due))
                for row in self.promises
                if row.words.strip()
            ),
            self.evidence,
        ).tidy()

    def without(self, name: str) -> Typed:
        """The form without one goal or promise, named as its row."""
        return replace(
            self,
            goals=tuple(row for row in self.goals if row.name != name),
            promises=tuple(row for row in self.promises if row.name != name),
        )

    @property
    def choices_text(self) -> str:
        """The choices as the hidden field carries them."""
        return carried(self.choices)

    @property
    def all_errors(self) -> tuple[tuple[str, str], ...]:
        """Every error with the field it belongs to, in the order of the page."""
        rows = [
            (f"{row.name}-{part}", text)
            for row in (*self.goals, *self.promises)
            for part, text in row.errors.items()
        ]
        return (*self.errors.items(), *rows)


def carried_draft(draft: Draft) -> str:
    """A whole draft as a hidden field carries it."""
    return json.dumps(as_content(draft), ensure_ascii=False)


def carried(choices: tuple[Choice, ...]) -> str:
    """Choices as a hidden field carries them."""
    return json.dumps(as_content(Draft(choices=choices))["choices"], ensure_ascii=False)


def shown(draft: Draft) -> Typed:
    """The form as it is when the draft is opened: one empty row after those that are filled."""
    goals = [
        Row(f"goal-{n}", goal.kind.value, goal.words, written(goal.due)) for n, goal in enumerate(draft.goals)
    ]
    promises = [
        Row(f"promise-{n}", one.party.value, one.words, written(one.due))
        for n, one in enumerate(draft.promises)
    ]
    period = draft.period
    return Typed(
        written(period.first_day if period else None),
        written(period.last_day if period else None),
        (*goals, Row(f"goal-{len(goals)}")),
        (*promises, Row(f"promise-{len(promises)}", Party.PERSON.value)),
        draft.evidence,
        draft.choices,
    )


def read_day(text: str) -> date | None:
    """The day, or None where none can be read."""
    try:
        return parse_day(text) if text else None
    except Refusal:
        return None


def written(day: date | None) -> str:
    """The day as a field holds it."""
    return day.isoformat() if day else ""
