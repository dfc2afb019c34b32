"""One row of a table from its part of a file: when it holds, its outcome, its sentences, its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.rules.blanks import blanks, has_loose_brace
from byggsten.domain.rules.errors import RulebookError, nearest
from byggsten.domain.rules.expressions import Type
from byggsten.domain.rules.kinds import Confidence
from byggsten.domain.rules.load_values import source_from
from byggsten.domain.rules.names import checked
from byggsten.domain.rules.resolve import resolve
from byggsten.domain.rules.tables import Row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from byggsten.domain.rules.expressions import Expr
    from byggsten.domain.rules.kinds import Words
    from byggsten.domain.rules.names import Name
    from byggsten.domain.rules.strict import Reader
    from byggsten.domain.rules.tables import Code


class Rows:
    """Reads the rows of one table."""

    def __init__(
        self,
        names: Mapping[str, Name],
        sources: Mapping[str, Words],
        outcomes: tuple[Code, ...],
        source: str,
        confidence: Confidence,
    ) -> None:
        self.names = dict(names)
        self.sources = sources
        self.codes = {o.name: k for k, o in enumerate(outcomes)}
        self.source = source
        self.confidence = confidence

    def row(self, reader: Reader, number: int, *, last: bool) -> Row:
        """Read one row; ``number`` counts from 0, and the last row has no condition."""
        row_id = checked(reader.text("id", missing="Ge raden ett eget id: «id: …»"), reader)
        condition_text = reader.text("om") if reader.has("om") else ""
        since, until, known = reader.day("från"), reader.day("till"), reader.day("känd")
        _check_form(reader, condition_text, last=last)
        outcome = reader.text("blir", missing="Skriv utfallet: «blir: …»")
        text = reader.words()
        self._check_blanks(reader, text)
        source = source_from(reader, self.sources, self.source or None)
        confidence = reader.one_of("tillit", Confidence, self.confidence)
        reader.done()
        condition = self._read(reader, "om", condition_text, Type.TRUTH) if condition_text else None
        code, formula = self._outcome(reader, outcome)
        return Row(
            row_id, number, condition, condition_text, code, outcome, formula, text, source, confidence,
            since, until, known, reader.file,
        )  # fmt: skip

    def _outcome(self, reader: Reader, outcome: str) -> tuple[int, Expr | None]:
        if not self.codes:
            return 0, self._read(reader, "blir", outcome, Type.NUMBER)
        if outcome not in self.codes:
            reader.fail(
                f"«{outcome}» finns inte bland tabellens utfall", nearest(outcome, self.codes), "blir"
            )
        return self.codes[outcome], None

    def _read(self, reader: Reader, key: str, text: str, wanted: Type) -> Expr:
        try:
            return resolve(text, self.names, wanted)
        except RulebookError as error:
            raise error.at(reader.file, reader.at(key)) from None

    def _check_blanks(self, reader: Reader, text: Words) -> None:
        for key in ("sv", "en"):
            sentence = text.text(key)
            if has_loose_brace(sentence):
                reader.fail(
                    "en parentes { eller } saknar sin andra hälft", "Skriv {namn} med båda parenteserna", key
                )
            for name in blanks(sentence):
                if name not in self.names:
                    reader.fail(
                        f"texten frågar efter «{name}», som inte finns", nearest(name, self.names), key
                    )


def _check_form(reader: Reader, condition: str, *, last: bool) -> None:
    """The last row, and only it, holds always; the others hold on a condition, perhaps for a time."""
    since, until = reader.day("från"), reader.day("till")
    if last and condition:
        remedy = "Avsluta tabellen med en rad utan «om», som gäller annars"
        reader.fail("den sista raden har ett villkor", remedy, "om")
    if not last and not condition:
        remedy = "Lägg till «om: …» eller flytta raden sist"
        reader.fail("raden saknar villkor men är inte den sista", remedy)
    if last and (since or until or reader.day("känd")):
        remedy = "Ta bort «från», «till» och «känd» från den sista raden"
        reader.fail("den sista raden gäller alltid", remedy)
    if since and until and until < since:
        reader.fail(f"raden slutar {until} men börjar {since}", "Byt plats på dagarna", "till")
