"""The rule book on paper: Markdown for the documents, HTML to read anywhere, and plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from byggsten.cli.book_form import STYLE, HtmlForm, MarkdownForm
from byggsten.domain.rules.reading import read_book

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from byggsten.cli.book_form import Form
    from byggsten.domain.rules import Rulebook, Words
    from byggsten.domain.rules.pages import ParameterPage, RulebookPage, RulePage

TITLES = {"plikt": ("Plikten", "The duty"), "narvaro": ("Närvaron", "Attendance")}
ABOUT_SV = (
    "Raderna i en tabell prövas uppifrån och ner; den första som stämmer avgör. "
    "En uppgift som saknas ger «okänt», aldrig ett svar mot personen. "
    "Inget utfall är ett beslut: det fattar en människa."
)
ABOUT_EN = (
    "The rows of a table are tried from the top; the first that holds decides. "
    "A missing fact gives «unknown», never an answer against the person. "
    "No outcome is a decision: a person makes that."
)


def as_value(book: Rulebook) -> Any:
    """The book as plain values for JSON."""
    return msgspec.to_builtins(read_book(book))


def as_markdown(books: Sequence[Rulebook], overlays: Sequence[str]) -> str:
    """All books as one page of Markdown."""
    return "\n".join(_lines(books, overlays, MarkdownForm())) + "\n"


def as_html(books: Sequence[Rulebook], overlays: Sequence[str]) -> str:
    """All books as one page of HTML that needs nothing else."""
    meta = f'<meta charset="utf-8"><title>Regelboken</title><style>{STYLE}</style>'
    head = f'<!doctype html><html lang="sv"><head>{meta}</head><body>'
    return head + "\n".join(_lines(books, overlays, HtmlForm())) + "\n</body></html>\n"


def _lines(books: Sequence[Rulebook], overlays: Sequence[str], form: Form) -> Iterator[str]:
    yield form.heading(1, "Regelboken")
    yield form.paragraph((ABOUT_SV, ABOUT_EN))
    local = ", ".join(overlays) or "inga"
    for page in (read_book(book) for book in books):
        title = TITLES[page.name]
        yield form.heading(2, f"{title[0]} / {title[1]}", page.name)
        version = f"Version {page.version}, lokala regler: {local}."
        yield form.paragraph(
            (version, f"Version {page.version}, local rules: {', '.join(overlays) or 'none'}.")
        )
        for rule in page.rules:
            yield from _rule(rule, form)
        yield from _numbers(page, form)


def _rule(rule: RulePage, form: Form) -> Iterator[str]:
    yield form.heading(3, f"{rule.label.sv} / {rule.label.en}", rule.name)
    party = (rule.party.label.sv, rule.party.label.en) if rule.party else None
    sv, en = rule.kind.label.sv, rule.kind.label.en
    yield form.paragraph(
        (f"{sv}, {party[0].lower()}.", f"{en}, {party[1].lower()}.") if party else (f"{sv}.", f"{en}.")
    )
    rows = [
        (
            (str(row.number), ""),
            _both(row.condition),
            _both(row.outcome),
            _both(row.text),
            _both(row.source),
            _when(row.since, row.until),
            (row.confidence.label.sv, row.confidence.label.en),
        )
        for row in rule.rows
    ]
    yield form.table(("Nr", "När", "Utfall", "Förklaring", "Källa", "Gäller", "Tillit"), rows)


def _numbers(page: RulebookPage, form: Form) -> Iterator[str]:
    yield form.heading(3, "Tal / Numbers")
    rows = [row for number in page.parameters for row in _values(number)]
    yield form.table(("Tal", "Värde", "Från", "Källa", "Tillit"), rows)


def _values(number: ParameterPage) -> Iterator[Sequence[tuple[str, str]]]:
    label = _both(number.label)
    if number.unset:
        yield (
            label,
            ("inte bestämt i kommunen", "not decided by the municipality"),
            ("", ""),
            ("", ""),
            ("", ""),
        )
    for value in number.values:
        sure = value.confidence.label
        yield (
            label,
            _both(value.value),
            (value.since.isoformat(), ""),
            _both(value.source),
            (sure.sv, sure.en),
        )


def _both(words: Words) -> tuple[str, str]:
    return words.sv, words.en


def _when(since: date | None, until: date | None) -> tuple[str, str]:
    if since is None and until is None:
        return "", ""
    return f"{since or ''}–{until or ''}", ""
