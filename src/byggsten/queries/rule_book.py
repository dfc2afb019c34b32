"""The rule books of this municipality as people read them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from django.conf import settings

from byggsten.access.refusals import NothingHere
from byggsten.domain.rules.reading import read_book
from byggsten.rulebook import BOOKS, load
from byggsten.rulebook.reasons import reasons

if TYPE_CHECKING:
    from byggsten.domain.reasons import Reason
    from byggsten.domain.rules.pages import RulebookPage, RulePage


@functools.cache
def _read(book: str, overlays: tuple[str, ...]) -> RulebookPage:
    return read_book(load(book, overlays))


def overlays() -> tuple[str, ...]:
    """The municipality's own layers on top of the nation's rules."""
    return tuple(settings.BYGGSTEN_LOCAL_RULES)


def books() -> tuple[RulebookPage, ...]:
    """Every book."""
    return tuple(_read(name, overlays()) for name in BOOKS)


def one_book(name: str) -> RulebookPage:
    """A book by its name.  Raises NothingHere."""
    if name not in BOOKS:
        raise NothingHere
    return _read(name, overlays())


def one_rule(book: str, rule: str) -> tuple[RulebookPage, RulePage]:
    """A table of a book.  Raises NothingHere."""
    page = one_book(book)
    found = next((table for table in page.rules if table.name == rule), None)
    if found is None:
        raise NothingHere
    return page, found


def all_reasons() -> tuple[Reason, ...]:
    """Every dated reason for absence, in the order of the table."""
    return tuple(row for rows in reasons(overlays()).values() for row in rows)
