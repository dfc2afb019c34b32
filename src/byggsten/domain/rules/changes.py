"""When a rule next comes out otherwise, if the facts stay as they are: every later day is tried."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from byggsten.domain.rules.language import UNKNOWN
from byggsten.domain.rules.needs import UNKNOWN_CODE, UNKNOWN_NUMBER

if TYPE_CHECKING:
    from byggsten.domain.rules.encode import Encoded
    from byggsten.domain.rules.program import Program, Programs


@dataclass(frozen=True, slots=True)
class Turn:
    """One rule's outcome and row before and after; okänt and numbers as text."""

    rule: str
    before: str
    after: str
    row_before: str
    row_after: str


@dataclass(frozen=True, slots=True)
class Change:
    """The first day of new outcomes, and which they are."""

    day: date
    turns: tuple[Turn, ...]

    @property
    def rule(self) -> str:
        return self.turns[0].rule

    @property
    def before(self) -> str:
        return self.turns[0].before

    @property
    def after(self) -> str:
        return self.turns[0].after


def next_change(
    programs: Programs, day: date, facts: Encoded, rules: tuple[str, ...], until: date
) -> Change | None:
    """Try the days after ``day`` up to and including ``until``; None when nothing changes."""
    number, last = day.toordinal(), until.toordinal()
    program = programs.get(number, rules)
    start = program.run(number, facts)
    before = _wanted(program, start, rules)
    while number < last:
        # All days up to the next change of law are answered by the same function.
        program = programs.get(number + 1, rules)
        end = min(last, _last_day(programs, number + 1))
        for today in range(number + 1, end + 1):
            answer = program.run(today, facts)
            if answer != start:
                after = _wanted(program, answer, rules)
                if after != before:
                    return Change(date.fromordinal(today), _turns(program, rules, before, after))
                start = answer
        number = end
    return None


def _last_day(programs: Programs, day: int) -> int:
    place = bisect_right(programs.epochs, day)
    return programs.epochs[place] - 1 if place < len(programs.epochs) else date.max.toordinal()


def _wanted(program: Program, answer: tuple[int, ...], rules: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    places = [program.places[r] for r in rules or program.rules]
    return tuple((answer[p], answer[p + 1]) for p in places)


def _turns(
    program: Program,
    rules: tuple[str, ...],
    before: tuple[tuple[int, int], ...],
    after: tuple[tuple[int, int], ...],
) -> tuple[Turn, ...]:
    names = rules or program.rules
    return tuple(
        Turn(
            name,
            _outcome(program, name, b[0]),
            _outcome(program, name, a[0]),
            _row(program, name, b[1]),
            _row(program, name, a[1]),
        )
        for name, b, a in zip(names, before, after, strict=True)
        if a != b
    )


def _outcome(program: Program, rule: str, code: int) -> str:
    outcomes = program.tables.rules[rule].outcomes
    if code == (UNKNOWN_CODE if outcomes else UNKNOWN_NUMBER):
        return UNKNOWN
    return outcomes[code].name if outcomes else str(code)


def _row(program: Program, rule: str, number: int) -> str:
    return program.tables.rules[rule].rows[number].id
