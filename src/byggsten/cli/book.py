"""The rule book on paper: Markdown for the documents, HTML to read anywhere, and plain values."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import msgspec

from byggsten.domain.rules.reading import read_book

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

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
STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}"
    "table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{border:1px solid #999;padding:.4rem .6rem;"
    "text-align:left;vertical-align:top}th{background:#eee}i{color:#444}code{font-size:.9em}"
)


def as_value(book: Rulebook) -> Any:
    """The book as plain values for JSON."""
    return msgspec.to_builtins(read_book(book))


def as_markdown(books: Sequence[Rulebook], overlays: Sequence[str]) -> str:
    """All books as one page of Markdown."""
    return "\n".join(_lines(books, overlays, _Markdown())) + "\n"


def as_html(books: Sequence[Rulebook], overlays: Sequence[str]) -> str:
    """All books as one page of HTML that needs nothing else."""
    meta = f'<meta charset="utf-8"><title>Regelboken</title><style>{STYLE}</style>'
    head = f'<!doctype html><html lang="sv"><head>{meta}</head><body>'
    return head + "\n".join(_lines(books, overlays, _Html())) + "\n</body></html>\n"


class _Markdown:
    @staticmethod
    def heading(level: int, text: str, name: str = "") -> str:
        return f"{'#' * level} {text}{f' (`{name}`)' if name else ''}\n"

    @staticmethod
    def paragraph(words: tuple[str, str]) -> str:
        return f"{words[0]}\n\n*{words[1]}*\n"

    @staticmethod
    def table(heads: Sequence[str], rows: Sequence[Sequence[tuple[str, str]]]) -> str:
        lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
        for row in rows:
            cells = [sv if sv == en or not en else f"{sv}<br>*{en}*" for sv, en in row]
            lines.append(f"| {' | '.join(cell.replace('|', '¦').replace(chr(10), ' ') for cell in cells)} |")
        return "\n".join(lines) + "\n"


class _Html:
    @staticmethod
    def heading(level: int, text: str, name: str = "") -> str:
        code = f" <code>{escape(name)}</code>" if name else ""
        place = f' id="{escape(name)}"' if name else ""
        return f"<h{level}{place}>{escape(text)}{code}</h{level}>"

    @staticmethod
    def paragraph(words: tuple[str, str]) -> str:
        return f'<p>{escape(words[0])}</p><p lang="en"><i>{escape(words[1])}</i></p>'

    @staticmethod
    def table(heads: Sequence[str], rows: Sequence[Sequence[tuple[str, str]]]) -> str:
        top = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
        body = "".join(f"<tr>{''.join(_Html.cell(*cell) for cell in row)}</tr>" for row in rows)
        return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"

    @staticmethod
    def cell(sv: str, en: str) -> str:
        second = f'<br><i lang="en">{escape(en)}</i>' if en and en != sv else ""
        return f"<td>{escape(sv)}{second}</td>"


def _lines(books: Sequence[Rulebook], overlays: Sequence[str], form: _Markdown | _Html) -> Iterator[str]:
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


def _rule(rule: RulePage, form: _Markdown | _Html) -> Iterator[str]:
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


def _numbers(page: RulebookPage, form: _Markdown | _Html) -> Iterator[str]:
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
