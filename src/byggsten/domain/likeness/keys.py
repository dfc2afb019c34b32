"""Keys that like records share, so that a list of many people is never compared everybody with everybody."""

from __future__ import annotations

import functools
from collections import defaultdict
from datetime import timedelta
from itertools import combinations, product
from typing import TYPE_CHECKING

from byggsten.domain.likeness.days import placeholder
from byggsten.domain.likeness.scoring import LIKELY, likeness, possible
from byggsten.domain.likeness.spelling import KEPT, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from byggsten.domain.likeness.scoring import Identity, Likeness

# How many consonants of a word the key has: more would miss a spelling, fewer would find everybody.
FIRST = 3


def pairs(people: Sequence[Identity]) -> dict[tuple[int, int], Likeness]:
    """The likely pairs among the people, by their places in the list."""
    found = {}
    for one, other in _candidates(people):
        if possible(people[one], people[other]):
            like = likeness(people[one], people[other])
            if like.score >= LIKELY:
                found[one, other] = like
    return found


def near(one: Identity, other: Identity) -> bool:
    """Whether the two are worth comparing: nobody whom ``likeness`` finds likely is passed over."""
    if not possible(one, other):
        return False
    if (one.birthday is None or other.birthday is None) and not one.interim and not one.number:
        # Without a day only names that sound the same are enough.
        return _names(one) == _names(other)
    return True


def _candidates(people: Sequence[Identity]) -> set[tuple[int, int]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    # Those of a year and a name are many, and meet only those of the year whose day is unknown.
    year: dict[str, list[int]] = defaultdict(list)
    unknown_day: dict[str, list[int]] = defaultdict(list)
    for place, who in enumerate(people):
        for key in keys(who):
            blocks[key].append(place)
        born = who.birthday
        if born is not None:
            for name in _names(who):
                (unknown_day if placeholder(born) else year)[f"{born.year}{name}"].append(place)
    seen = {pair for block in blocks.values() for pair in combinations(block, 2)}
    for key, block in unknown_day.items():
        seen |= {(min(pair), max(pair)) for pair in product(block, year.get(key, ()))}
    return seen


def keys(who: Identity) -> frozenset[str]:
    """Two records that are likely for another reason than a day that is unknown share one of these."""
    return frozenset(_keys(who))


def _keys(who: Identity) -> Iterator[str]:
    if who.number:
        yield f"n{who.number}"
    if who.interim:
        yield f"i{who.interim}"
    # Without a day only the whole name brings two together.
    if names := _names(who):
        yield f"w{' '.join(sorted(names))}"
    if who.birthday is not None:
        yield from _of_day(who.birthday)
        # More people share nearly a day than a day, so there a name must bear witness too.
        yield from (f"{day} {name}" for day in _of_nearly_a_day(who.birthday) for name in names)


def _of_day(born: date) -> Iterator[str]:
    # Days that differ by one share one of the two pairs that they belong to.
    yield f"p{born}"
    if born.toordinal() > 1:
        yield f"p{born - timedelta(days=1)}"
    yield f"s{born.year}-{min(born.month, born.day)}-{max(born.month, born.day)}"


def _of_nearly_a_day(born: date) -> Iterator[str]:
    """Years that differ by one, and each digit left out in its turn."""
    yield f"e{born.year}-{born.month}-{born.day}"
    yield f"e{born.year + 1}-{born.month}-{born.day}"
    if placeholder(born):
        return
    written = f"{born:%Y%m%d}"
    yield from (f"o{written[:n]}*{written[n + 1 :]}" for n in range(len(written)))


def _names(who: Identity) -> frozenset[str]:
    return _starts(who.given_name, who.family_name)


@functools.lru_cache(maxsize=KEPT)
def _starts(given_name: str, family_name: str) -> frozenset[str]:
    # A name of vowels only, «Aya», is its own key.
    return frozenset((word.bare or word.sounds)[:FIRST] for word in words(given_name) + words(family_name))
