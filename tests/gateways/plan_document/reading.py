"""Reads a PDF as a machine does: its text sign by sign, and its tags in order."""

import io
import re
from collections.abc import Iterator

import pikepdf


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    """Everything that is written, a run at a time; runs from the right are turned."""
    with opened(pdf) as document:
        return " ".join("".join(_runs(page)) for page in document.pages)


def tags_of(pdf: bytes) -> list[str]:
    """The tags in reading order, indented, each with its language where it has one of its own."""
    with opened(pdf) as document:
        return list(_tags(document.Root.StructTreeRoot.K, 0))


def untagged(pdf: bytes) -> list[str]:
    """Pieces of text that are neither tagged nor said to be only for the eye."""
    with opened(pdf) as document:
        return [found for page in document.pages for found in _untagged(page)]


def _tags(element, depth: int) -> Iterator[str]:
    if isinstance(element, pikepdf.Array):
        for one in element:
            yield from _tags(one, depth)
    elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
        language = f" {element.Lang}" if "/Lang" in element else ""
        yield f"{'  ' * depth}{str(element.S)[1:]}{language}"
        if "/K" in element:
            yield from _tags(element.K, depth + 1)


def _runs(page) -> Iterator[str]:
    fonts = {str(name): _letters(font) for name, font in page.Resources.Font.items()}
    letters: dict[int, str] = {}
    actual, turned = [], []
    # Runs from the right stand in the file from the left: the last is read first.
    waiting: list[str] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "Tf":
                letters = fonts[str(operands[0])]
            case "BDC" | "BMC":
                given = operands[1] if len(operands) > 1 else {}
                said = given.get("/ActualText") if isinstance(given, pikepdf.Dictionary) else None
                actual.append(said is not None)
                turned.append(str(operands[0]) == "/ReversedChars")
                if said is not None:
                    waiting.insert(0, str(said))
            case "EMC":
                actual.pop()
                turned.pop()
            case "ET":
                yield "".join(waiting) + " "
                waiting.clear()
            case "Tj" | "TJ" if not any(actual):
                signs = _decoded(operands[0], letters)
                if any(turned):
                    waiting.insert(0, "".join(reversed(signs)))
                else:
                    waiting.append("".join(signs))


def _decoded(shown, letters: dict[int, str]) -> list[str]:
    """The signs of a run; a ligature is several letters but one sign."""
    pieces = shown if isinstance(shown, pikepdf.Array) else [shown]
    codes = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
    pairs = (int.from_bytes(codes[n : n + 2], "big") for n in range(0, len(codes), 2))
    return [letters.get(pair, "\ufffd") for pair in pairs]


def _letters(font) -> dict[int, str]:
    told = font.ToUnicode.read_bytes().decode()
    parts = re.findall(r"beginbfchar\n(.*?)endbfchar", told, re.DOTALL)
    pairs = re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>", "".join(parts))
    return {int(code, 16): bytes.fromhex(sign).decode("utf-16-be") for code, sign in pairs}


def _untagged(page) -> Iterator[str]:
    depth = 0
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                depth += 1
            case "EMC":
                depth -= 1
            case "Tj" | "TJ" if depth == 0:
                yield str(operands)
