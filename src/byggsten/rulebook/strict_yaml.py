"""YAML as people expect it: ja and on are texts, a date is a date, a key stands once with its line."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NoReturn

import yaml

from byggsten.domain.rules import Located, RulebookError

if TYPE_CHECKING:
    from collections.abc import Iterator

_Base: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _StrictLoader(_Base):  # type: ignore[misc, valid-type]
    """Knows three kinds of plain values: whole numbers, dates and text."""

    # A copy without the rules that read no, on and 1_000 as something else.
    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own way


_StrictLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|)$"), ["~", "n", ""])
_StrictLoader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^-?(?:0|[1-9][0-9]*)$"), list("-0123456789")
)
_StrictLoader.add_implicit_resolver(
    "tag:yaml.org,2002:timestamp", re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), list("0123456789")
)


def read(text: str, file: str) -> object:
    """Parse one file.

    Raises RulebookError with the line when the text is no YAML or repeats a key.
    """
    try:
        loader = _StrictLoader(unicodedata.normalize("NFC", text))
        try:
            node = loader.get_single_node()
            return None if node is None else _value(loader, node, file)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise RulebookError(
            f"kan inte läsas som YAML: {error.problem or error.context}",
            remedy="Se efter indrag, kolon och citattecken på raden och raden före",
            file=file,
            place=f"rad {mark.line + 1}" if mark else "",
        ) from None
    except yaml.YAMLError as error:
        raise RulebookError(
            f"innehåller ett tecken som inte kan läsas ({error.__class__.__name__})",
            remedy="Spara filen som UTF-8 utan styrtecken",
            file=file,
        ) from None


def _value(loader: yaml.SafeLoader, node: yaml.Node, file: str) -> object:
    if isinstance(node, yaml.MappingNode):
        return Located(_pairs(loader, node, file), dict(_lines(node)))
    if isinstance(node, yaml.SequenceNode):
        return [_value(loader, item, file) for item in node.value]
    try:
        return loader.construct_object(node)
    except ValueError:
        _fail(
            f"«{node.value}» finns inte i kalendern",
            "Skriv ett datum som finns, till exempel 2026-02-28",
            file,
            node,
        )


def _pairs(loader: yaml.SafeLoader, node: yaml.MappingNode, file: str) -> Iterator[tuple[str, object]]:
    seen: dict[str, int] = {}
    for key, value in node.value:
        name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
        if not name:
            _fail(
                "en nyckel är tom eller sammansatt", "Skriv en nyckel av bokstäver följd av kolon", file, key
            )
        if name in seen:
            _fail(
                f"nyckeln «{name}» står två gånger, även på rad {seen[name]}",
                "Ta bort den ena eller slå ihop dem",
                file,
                key,
            )
        seen[name] = key.start_mark.line + 1
        yield name, _value(loader, value, file)


def _lines(node: yaml.MappingNode) -> Iterator[tuple[str, int]]:
    for key, _ in node.value:
        yield str(key.value), key.start_mark.line + 1


def _fail(problem: str, remedy: str, file: str, node: yaml.Node) -> NoReturn:
    raise RulebookError(problem, remedy=remedy, file=file, place=f"rad {node.start_mark.line + 1}")
