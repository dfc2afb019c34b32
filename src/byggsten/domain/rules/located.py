"""A mapping that knows on which line each of its keys stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Located(dict[str, object]):
    """A mapping that remembers on which line each key stood; a plain dict is as good, without lines."""

    __slots__ = ("lines",)

    def __init__(self, pairs: Iterable[tuple[str, object]], lines: Mapping[str, int]) -> None:
        super().__init__(pairs)
        self.lines = lines
