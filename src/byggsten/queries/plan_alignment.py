"""Which things are the same in three texts of one draft: as it was opened, and as each of two wrote it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from byggsten.queries.plan_changes import Part, said

if TYPE_CHECKING:
    from byggsten.domain.plan_draft import Draft
    from byggsten.queries.plan_changes import Key, Told

    Name = tuple[Part, str]
    Texts = dict[Key, Told]

# The numbers of what was added begin here, so that it never takes the place of what was there.
ADDED, ADDED_BESIDE = 1000, 2000


def aligned(opened: Draft, theirs: Draft, mine: Draft) -> tuple[Texts, Texts, Texts]:
    """Each text as it was written; a thing has the same key in all that have it."""
    was, other, own = (_by_name(draft) for draft in (opened, theirs, mine))
    numbers: tuple[dict[Name, list[int]], ...] = ({}, {}, {})
    for name in was.keys() | other.keys() | own.keys():
        old, there, here = was.get(name, []), other.get(name, []), own.get(name, [])
        numbers[0][name] = list(range(len(old)))
        numbers[1][name] = _against(old, there)
        numbers[2][name] = _against(old, here)
        if name[0] is Part.GOAL:
            _apart(numbers[1][name], there, numbers[2][name], here)
    first, second, third = (
        _keyed(draft, found) for draft, found in zip((opened, theirs, mine), numbers, strict=True)
    )
    return first, second, third


def _by_name(draft: Draft) -> dict[Name, list[Told]]:
    found: dict[Name, list[Told]] = defaultdict(list)
    for part, name, value in said(draft):
        found[part, name].append(value)
    return dict(found)


def _keyed(draft: Draft, numbers: dict[Name, list[int]]) -> Texts:
    left = {name: iter(told) for name, told in numbers.items()}
    return {(part, name, next(left[part, name])): value for part, name, value in said(draft)}


def _against(was: list[Told], now: list[Told]) -> list[int]:
    """The numbers of what is there now: the same words first, then what was changed, then what is new."""
    free, found = list(range(len(was))), dict[int, int]()
    for place, value in enumerate(now):
        same = next((number for number in free if was[number] == value), None)
        if same is not None:
            found[place] = same
            free.remove(same)
    fresh = iter((*free, *range(ADDED, ADDED + len(now))))
    return [found[place] if place in found else next(fresh) for place in range(len(now))]


def _apart(theirs: list[int], there: list[Told], mine: list[int], here: list[Told]) -> None:
    """Two new goals of one kind are two goals, unless they say the same."""
    added = {number: value for number, value in zip(theirs, there, strict=True) if number >= ADDED}
    for place, number in enumerate(mine):
        if number >= ADDED:
            same = next((one for one, value in added.items() if value == here[place]), None)
            mine[place] = number - ADDED + ADDED_BESIDE if same is None else same
            if same is not None:
                del added[same]
