"""The likely pairs in a list of many people, in a time that grows with the list and not with its square."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, islice, product
from typing import TYPE_CHECKING

from byggsten.domain.likeness.days import placeholder
from byggsten.domain.likeness.keys import keys, starts
from byggsten.domain.likeness.scoring import LIKELY, likeness, possible
from byggsten.domain.likeness.spelling import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from byggsten.domain.likeness.scoring import Identity, Likeness

    Pair = tuple[int, int]

# So many who share a key are compared everybody with everybody; of more, only those nearest in the alphabet.
LARGEST, WINDOW = 60, 10
# Of so many records that say exactly the same every pair is shown; of more, each with the two that follow.
COPIES, COPIES_WINDOW = 8, 2
# Nobody answers more pairs than this; the most likely are kept.
MOST = 5_000


def pairs(people: Sequence[Identity], since: int = 0) -> dict[Pair, Likeness]:
    """The likely pairs among the people, by their places in the list; at most ``MOST``, the most likely.

    With ``since``: only those pairs in which one of the two stands at that place or later.
    """
    places: dict[Identity, list[int]] = defaultdict(list)
    for place, who in enumerate(people):
        places[who].append(place)
    found: dict[Pair, Likeness] = {}
    for one, other, like in _likely(places, since):
        for pair in _copies(places[one]) if one is other else _between(places[one], places[other]):
            if pair[1] >= since:
                found[pair] = like
                if len(found) == MOST:
                    return found
    return found


def _likely(places: Mapping[Identity, list[int]], since: int) -> list[tuple[Identity, Identity, Likeness]]:
    """What is likely among those who do not say the same, and those who do; the most likely first."""
    several = [who for who, at in places.items() if len(at) > 1 and at[-1] >= since]
    # Those from ``since`` on stand last, so that the same question is asked of the shorter list.
    known = [who for who, at in places.items() if at[-1] < since]
    distinct = known + [who for who, at in places.items() if at[-1] >= since]
    asked = [(who, who) for who in several]
    asked += [(distinct[one], distinct[other]) for one, other in _candidates(distinct, len(known))]
    scored = [(one, other, likeness(one, other)) for one, other in asked if possible(one, other)]
    return sorted((row for row in scored if row[2].score >= LIKELY), key=lambda row: -row[2].score)


def _copies(places: Sequence[int]) -> Iterator[Pair]:
    return combinations(places, 2) if len(places) <= COPIES else _window(places, COPIES_WINDOW)


def _between(own: Sequence[int], others: Sequence[int]) -> Iterator[Pair]:
    # The latest of each, since those are the ones that nobody has answered.
    for one, other in product(own[-COPIES:], others[-COPIES:]):
        yield min(one, other), max(one, other)


def _candidates(people: Sequence[Identity], since: int) -> set[Pair]:
    """Pairs that share a key, ordered by place, of which the later stands at ``since`` or later."""
    blocks: dict[str, list[int]] = defaultdict(list)
    # Those of a year and a name are many, and meet only those of the year whose day is unknown.
    year: dict[str, list[int]] = defaultdict(list)
    unknown_day: dict[str, list[int]] = defaultdict(list)
    for place, who in enumerate(people):
        for key in keys(who):
            blocks[key].append(place)
        born = who.birthday
        if born is not None:
            for name in starts(who):
                (unknown_day if placeholder(born) else year)[f"{born.year}{name}"].append(place)
    seen: set[Pair] = set()
    for block in blocks.values():
        if block[-1] >= since:
            seen.update(_within(people, block))
    for key, block in unknown_day.items():
        others = year.get(key, [])
        if others and max(block[-1], others[-1]) >= since:
            seen.update(_across(people, block, others))
    return {pair for pair in seen if pair[1] >= since}


def _within(people: Sequence[Identity], block: list[int]) -> Iterator[Pair]:
    if len(block) <= LARGEST:
        yield from combinations(block, 2)
        return
    # Too many share this key: those compared share a part of the name too.
    by_name: dict[str, list[int]] = defaultdict(list)
    for place in block:
        for name in starts(people[place]):
            by_name[name].append(place)
    for named in by_name.values():
        yield from combinations(named, 2) if len(named) <= LARGEST else _nearest(people, named)


def _across(people: Sequence[Identity], own: list[int], others: list[int]) -> Iterator[Pair]:
    if len(own) * len(others) > LARGEST * LARGEST // 2:
        yield from _nearest(people, own + others)
        return
    for one, other in product(own, others):
        yield min(one, other), max(one, other)


def _nearest(people: Sequence[Identity], block: Sequence[int]) -> Iterator[Pair]:
    return _window(sorted(block, key=lambda place: _alphabet(people[place])), WINDOW)


def _window(ordered: Sequence[int], width: int) -> Iterator[Pair]:
    for at, one in enumerate(ordered):
        for other in islice(ordered, at + 1, at + 1 + width):
            yield min(one, other), max(one, other)


def _alphabet(who: Identity) -> tuple[str, int]:
    """By name as it sounds, whichever part stands first, and then by day."""
    sounds = sorted(word.sounds for word in words(who.given_name) + words(who.family_name))
    return " ".join(sounds), who.birthday.toordinal() if who.birthday else 0
