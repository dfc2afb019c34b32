"""Reads a book from its folder: national files in name order, then each overlay's."""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path

from byggsten.domain.rules import Rulebook, RulebookError, RuleFile
from byggsten.domain.rules.errors import nearest
from byggsten.rulebook.strict_yaml import read

FOLDER = Path(__file__).parent
BOOKS = ("plikt", "narvaro")


def overlays() -> tuple[str, ...]:
    """The local overlays there are, by name."""
    local = FOLDER / "local"
    return tuple(sorted(p.name for p in local.iterdir() if p.is_dir())) if local.is_dir() else ()


def load(book: str, overlays: tuple[str, ...] = ()) -> Rulebook:
    """The book with the overlays on top, in their order.

    Kept for the life of the process.
    Raises RulebookError naming file, place, fault and remedy.
    """
    return load_from(FOLDER, book, tuple(overlays))


@functools.cache
def load_from(folder: Path, book: str, overlays: tuple[str, ...]) -> Rulebook:
    """The same from another folder; for checking rules that are not installed yet."""
    national = folder / "national" / book
    if not national.is_dir():
        known = [p.name for p in sorted((folder / "national").glob("*")) if p.is_dir()]
        raise RulebookError(f"boken «{book}» finns inte", remedy=nearest(book, known))
    chosen = [(path, "") for path in sorted(national.glob("*.yaml"))]
    for overlay in overlays:
        local = folder / "local" / overlay
        if not local.is_dir():
            known = [p.name for p in sorted((folder / "local").glob("*")) if p.is_dir()]
            raise RulebookError(
                f"det lokala tillägget «{overlay}» finns inte", remedy=nearest(overlay, known)
            )
        # An overlay need not touch every book.
        chosen += [(path, overlay) for path in sorted((local / book).glob("*.yaml"))]
    texts = [(str(path.relative_to(folder)), _text(path, folder), overlay) for path, overlay in chosen]
    files = [RuleFile(name, read(text, name), overlay) for name, text, overlay in texts]
    return Rulebook.build(book, files, version_of(texts, overlays))


def load_texts(book: str, texts: list[tuple[str, str, str]]) -> Rulebook:
    """A book from (file name, YAML text, overlay) without a folder."""
    files = [RuleFile(name, read(text, name), overlay) for name, text, overlay in texts]
    return Rulebook.build(book, files, version_of(texts, tuple(dict.fromkeys(t[2] for t in texts if t[2]))))


def version_of(texts: list[tuple[str, str, str]], overlays: tuple[str, ...]) -> str:
    """Twelve hexadecimal signs over the names and texts of the files and the names of the overlays."""
    digest = hashlib.sha256("\0".join(overlays).encode())
    for name, text, _ in texts:
        digest.update(f"\0{name}\0{text}".encode())
    return digest.hexdigest()[:12]


def _text(path: Path, folder: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise RulebookError(
            f"är inte UTF-8 (byte {error.start})",
            remedy="Spara filen som UTF-8",
            file=str(path.relative_to(folder)),
        ) from None
