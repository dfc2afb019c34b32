"""The rule book for anybody: what is decided by which row, from which source, valid when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import render

from byggsten.queries import rule_book
from byggsten.web.desk import open_to_all

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.domain.rules.pages import RulebookPage, RulePage
    from byggsten.web.desk import StaffRequest


@dataclass(frozen=True, slots=True)
class Contents:
    """A book with its tables and the norms that the municipality has not decided."""

    book: RulebookPage
    rules: tuple[RulePage, ...]
    undecided: tuple[str, ...]


@open_to_all
def contents(request: StaffRequest) -> HttpResponse:
    """Every table of every book, with what is not decided on top."""
    books = [
        Contents(book, book.rules, tuple(p.label.text(request.language) for p in book.open_norms if p.unset))
        for book in rule_book.books()
    ]
    return render(
        request,
        "public/rule_book.html",
        {"books": books, "reasons": rule_book.all_reasons(), "overlays": rule_book.overlays()},
    )


@open_to_all
def table(request: StaffRequest, book: str, rule: str) -> HttpResponse:
    """One table, row by row."""
    page, found = rule_book.one_rule(book, rule)
    return render(request, "public/rule_table.html", {"book": page, "rule": found})


@open_to_all
def numbers(request: StaffRequest, book: str) -> HttpResponse:
    """Every dated number of a book."""
    return render(request, "public/parameters.html", {"book": rule_book.one_book(book)})
