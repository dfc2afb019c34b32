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


# What the parser says most often, in words that help.
_SAID = {
    "mapping values are not allowed": "ett kolon står där det inte kan stå",
    "did not find expected ',' or '}'": "väntade komma eller }",
    "did not find expected ',' or ']'": "väntade komma eller ]",
    "could not find expected ':'": "ett kolon saknas",
    "cannot start any token": "ett tecken som inte kan börja ett värde, kanske en tabb",
    "did not find expected key": "indraget stämmer inte",
    "did not find expected '-' indicator": "indraget i listan stämmer inte",
    "unexpected end of stream": "filen tar slut mitt i en text",
    "tab character": "en tabb; använd mellanslag",
    "undefined alias": "ett namn efter * som inte finns",
}
# No rule file needs more levels; far fewer than the parser itself can take.
DEEPEST = 12
MOST = 100_000


def read(text: str, file: str) -> object:
    """Parse one file.

    Raises RulebookError with the line when the text is no YAML or repeats a key.
    """
    try:
        loader = _StrictLoader(unicodedata.normalize("NFC", text))
        try:
            node = loader.get_single_node()
            return None if node is None else _Reading(loader, file).value(node, 0)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark, said = error.problem_mark or error.context_mark, str(error.problem or error.context)
        raise RulebookError(
            f"kan inte läsas som YAML: {next((sv for en, sv in _SAID.items() if en in said), said)}",
            remedy="Se efter indrag, kolon och citattecken på raden och raden före",
            file=file,
            place=f"rad {mark.line + 1}" if mark else "",
        ) from None
    except (yaml.YAMLError, RecursionError) as error:
        raise RulebookError(
            f"innehåller något som inte kan läsas ({error.__class__.__name__})",
            remedy="Spara filen som UTF-8 utan styrtecken, med högst några få nivåer",
            file=file,
        ) from None


class _Reading:
    """Turns the parser's nodes into plain values."""

    def __init__(self, loader: yaml.SafeLoader, file: str) -> None:
        self.loader = loader
        self.file = file
        self.count = 0

    def value(self, node: yaml.Node, depth: int) -> object:
        # An anchor may be used again (& and *), but one that holds itself, or a tower of them, has no end.
        self.count += 1
        if depth > DEEPEST or self.count > MOST:
            self.fail(
                f"fler än {DEEPEST} nivåer eller {MOST} värden", "Räkna parenteser, indrag och & med *", node
            )
        if isinstance(node, yaml.MappingNode):
            lines = {str(key.value): key.start_mark.line + 1 for key, _ in node.value}
            return Located(self.pairs(node, depth), lines)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, depth + 1) for item in node.value]
        try:
            return self.loader.construct_object(node)
        except ValueError:
            remedy = "Skriv ett datum som finns, till exempel 2026-02-28"
            self.fail(f"«{node.value}» finns inte i kalendern", remedy, node)

    def pairs(self, node: yaml.MappingNode, depth: int) -> Iterator[tuple[str, object]]:
        found: dict[str, int] = {}
        for key, value in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
            if not name:
                self.fail(
                    "en nyckel är tom eller sammansatt", "Skriv en nyckel av bokstäver följd av kolon", key
                )
            if name in found:
                problem = f"nyckeln «{name}» står två gånger, även på rad {found[name]}"
                self.fail(problem, "Ta bort den ena eller slå ihop dem", key)
            found[name] = key.start_mark.line + 1
            yield name, self.value(value, depth + 1)

    def fail(self, problem: str, remedy: str, node: yaml.Node) -> NoReturn:
        place = f"rad {node.start_mark.line + 1}"
        raise RulebookError(problem, remedy=remedy, file=self.file, place=place)
