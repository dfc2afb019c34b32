"""Pairs that exclude each other, gathered into sets of which one member may be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def cover(size: int, edges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, ...]]:
    """Sets in which every pair is an edge, such that each edge is in some set.

    Each set is grown in order from the first edge that is not covered yet: the same edges give the same sets.
    """
    near = [0] * size
    for one, other in edges:
        near[one] |= 1 << other
        near[other] |= 1 << one
    left = list(near)
    for one in range(size):
        while left[one]:
            clique = [one]
            able = near[one]
            # First those whose pair with the first is not covered; then whatever makes the set stronger.
            for among in (left[one], near[one]):
                for other in _members(among):
                    if able >> other & 1:
                        clique.append(other)
                        able &= near[other]
            mask = sum(1 << member for member in clique)
            for member in clique:
                left[member] &= ~mask
            yield tuple(sorted(clique))


def _members(mask: int) -> Iterator[int]:
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
