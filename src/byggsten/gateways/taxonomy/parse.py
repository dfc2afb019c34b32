"""From a dump to concepts: pure, strict about what it reads, and every refusal says where."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from byggsten.domain.texts import N_, Text
from byggsten.gateways.refusals import FileRefused
from byggsten.gateways.strict_json import decode
from byggsten.gateways.taxonomy.english import english_of
from byggsten.gateways.taxonomy.format import Dump

if TYPE_CHECKING:
    from collections.abc import Sequence

    from byggsten.gateways.taxonomy.format import Node

KEYWORD, COLLECTION, OCCUPATION = "keyword", "occupation-collection", "occupation-name"
# The code of an occupation that asks for no education; JobTech gives occupations no code of their own.
NO_REQUIREMENT = "no_requirement"


class NoConcepts(FileRefused):
    """The file is no dump of concepts."""

    def __init__(self) -> None:
        super().__init__(
            N_("Filen har inga begrepp: «data.concepts» saknas. Hämta begreppen från JobTech Taxonomy.")
        )


@dataclass(slots=True)
class Found:
    """A concept as gathered from everything that was read about it."""

    kind: str
    label: str
    english: str = ""
    code: str = ""
    broader: str = ""
    words: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class Gathered:
    """All concepts by id, and the kinds of which a file said it has them all."""

    concepts: dict[str, Found] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)

    def add(self, data: bytes) -> None:
        """Read one file.  Raises FileRefused, NoConcepts."""
        dump = decode(data, Dump)
        if dump.errors:
            told = {"why": dump.errors[0].message[:200]}
            raise FileRefused(Text(N_("Källan svarade med ett fel: «%(why)s». Försök igen senare."), told))
        if dump.data is None or dump.data.concepts is None:
            raise NoConcepts
        self._take(dump.data.concepts, "")

    def _take(self, nodes: Sequence[Node], broader: str) -> None:
        for node in nodes:
            self.whole.add(node.type)
            found = self._one(node, broader)
            for beside in node.related:
                other = self._one(beside, "")
                if node.type == KEYWORD:
                    other.words[node.preferred_label] = None
                    found.broader = found.broader or beside.id
                if node.type == COLLECTION and beside.type == OCCUPATION:
                    other.code = NO_REQUIREMENT
            self._take(node.narrower, node.id)

    def _one(self, node: Node, broader: str) -> Found:
        found = self.concepts.get(node.id)
        if found is None:
            found = self.concepts[node.id] = Found(node.type, node.preferred_label)
            for word in english_of(node.type, node.preferred_label):
                found.words[word] = None
        if (found.kind, found.label) != (node.type, node.preferred_label):
            told = {"id": node.id, "one": found.label, "other": node.preferred_label}
            raise FileRefused(
                Text(
                    N_("Begreppet %(id)s heter både «%(one)s» och «%(other)s». Hämta filerna samma dag."),
                    told,
                )
            )
        found.code = found.code or node.code
        found.english = found.english or (node.label_en or "")
        found.broader = found.broader or broader
        found.words.update(dict.fromkeys(node.alternative_labels or ()))
        return found
