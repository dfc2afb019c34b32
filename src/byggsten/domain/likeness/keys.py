"""Keys that like records share, so that a list of many people is never compared everybody with everybody."""

from __future__ import annotations

import functools
from datetime import timedelta
from typing import TYPE_CHECKING

from byggsten.domain.likeness.days import placeholder
from byggsten.domain.likeness.scoring import possible
from byggsten.domain.likeness.spelling import KEPT, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from byggsten.domain.likeness.scoring import Identity

# How many consonants of a word the key has: more would miss a spelling, fewer would find everybody.
FIRST = 3


def near(one: Identity, other: Identity) -> bool:
    """Whether the two are worth comparing: nobody whom ``likeness`` finds likely is passed over."""
    if not possible(one, other):
        return False
    if (one.birthday is None or other.birthday is None) and not one.interim and not one.number:
        # Without a day only names that sound the same are enough.
        return starts(one) == starts(other)
    return True


def keys(who: Identity) -> frozenset[str]:
    """Two records that are likely for another reason than a day that is unknown share one of these."""
    return frozenset(_keys(who))


def _keys(who: Identity) -> Iterator[str]:
    if who.number:
        yield f"n{who.number}"
    if who.interim:
        yield f"i{who.interim}"
    # Without a day only the whole name brings two together.
    if names := starts(who):
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


def starts(who: Identity) -> frozenset[str]:
    """How each word of the name begins, by its first consonants."""
    return _starts(who.given_name, who.family_name)


@functools.lru_cache(maxsize=KEPT)
def _starts(given_name: str, family_name: str) -> frozenset[str]:
    # A name of vowels only, «Aya», is its own key.
    return frozenset((word.bare or word.sounds)[:FIRST] for word in words(given_name) + words(family_name))
