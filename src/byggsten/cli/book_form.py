"""The two forms of a page with headings, paragraphs in two languages and tables: Markdown and HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}"
    "table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{border:1px solid #999;padding:.4rem .6rem;"
    "text-align:left;vertical-align:top}th{background:#eee}i{color:#444}code{font-size:.9em}"
)


class MarkdownForm:
    """Markdown, the English in italics."""

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


class HtmlForm:
    """HTML with each text marked by its language."""

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
        body = "".join(f"<tr>{''.join(HtmlForm.cell(*cell) for cell in row)}</tr>" for row in rows)
        return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"

    @staticmethod
    def cell(sv: str, en: str) -> str:
        second = f'<br><i lang="en">{escape(en)}</i>' if en and en != sv else ""
        return f"<td>{escape(sv)}{second}</td>"


Form = MarkdownForm | HtmlForm
