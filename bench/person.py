"""One person: decided, and explained with the whole trace and the Swedish sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench import slice_book
from bench.slice_data import AS_OF
from bench.slice_people import even
from bench.timing import Spread, time_calls

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from byggsten.domain.rules import Encoded, FactValue, Rulebook, Step

# What decides the duty in a week; the engine prunes its function to these and what they read.
DUTY = ("veckokrav", "person_vecka", "kommun_vecka")


@dataclass(frozen=True)
class Asked:
    """A book, a day and people to ask about, again and again."""

    name: str
    book: Rulebook
    day: date
    people: Sequence[dict[str, FactValue]]
    wanted: tuple[str, ...] = ()

    @property
    def needed(self) -> tuple[str, ...]:
        """The rules that are decided: the wanted and those they read."""
        return self.book.programs.get(self.day.toordinal(), self.wanted).rules

    @property
    def rules(self) -> int:
        return len(self.needed)

    @property
    def rows(self) -> int:
        return sum(len(self.book.rules[rule].rows) for rule in self.needed)


@dataclass(frozen=True)
class OnePerson:
    """What one person costs under a book."""

    asked: Asked
    decided: Spread
    from_facts: Spread
    explained: Spread


def slice_asked(count: int = 1000) -> Asked:
    """The slice with made-up people."""
    book, population = slice_book.load(), even(count)
    return Asked("the slice", book, slice_book.as_date(AS_OF), slice_book.facts_of(book, population, AS_OF))


def measure(asked: Asked, *, rounds: int, calls: int) -> OnePerson:
    """Decided from numbered facts, decided from plain facts, explained from plain facts."""
    book, day, people, wanted = asked.book, asked.day, asked.people, asked.wanted
    numbered: list[Encoded] = [book.encode(facts) for facts in people]
    return OnePerson(
        asked,
        time_calls(lambda k: book.decide(day, numbered[k], wanted), len(people), rounds=rounds, calls=calls),
        time_calls(lambda k: book.decide(day, people[k], wanted), len(people), rounds=rounds, calls=calls),
        time_calls(lambda k: explained(asked, k), len(people), rounds=rounds, calls=max(50, calls // 10)),
    )


def explained(asked: Asked, number: int) -> list[tuple[object, ...]]:
    """Everything a page shows for each rule, in Swedish: nothing is left to be worked out later."""
    steps = asked.book.explain(asked.day, asked.people[number], asked.wanted)
    return [_whole(step) for step in steps.values()]


def _whole(step: Step) -> tuple[object, ...]:
    facts = [(f.label, f.value, f.known, f.origin) for f in step.facts]
    parameters = [(p.label, p.value, p.unit, p.since, p.source, p.confidence) for p in step.parameters]
    return (step.outcome, step.text_sv, facts, parameters, step.sources, step.missing, step.row, step.version)
