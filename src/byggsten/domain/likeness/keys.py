"""Keys that like records share, so that a list of many people is never compared everybody with everybody."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from byggsten.domain.likeness.spelling import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from byggsten.domain.likeness.scoring import Identity

# Which of the consonants of a word the key has: more would miss a spelling, fewer would find everybody.
FIRST = 3


def keys(who: Identity) -> frozenset[str]:
    """Two records that ``likeness`` finds likely share one of these."""
    return frozenset(_keys(who))


def _keys(who: Identity) -> Iterator[str]:
    if who.number:
        yield f"n{who.number}"
    if who.interim:
        yield f"i{who.interim}"
    born = who.birthday
    names = {word.bare[:FIRST] for word in words(who.given_name) + words(who.family_name)} - {""}
    # Without a day only the whole name brings two together.
    yield from (f"w{name}" for name in [" ".join(sorted(names))] if name)
    if born is None:
        return
    yield f"d{born}"
    # Days that differ by one share one of the two pairs that they belong to.
    yield f"p{born}"
    yield f"p{born - timedelta(days=1)}" if born.toordinal() > 1 else f"p{born}"
    yield f"s{born.year}-{'-'.join(sorted((f'{born.month:02}', f'{born.day:02}')))}"
    for name in names:
        yield f"y{born.year}{name}"
        yield f"y{born.year + 1}{name}"
        yield f"m{born.month:02}{born.day:02}{name}"
