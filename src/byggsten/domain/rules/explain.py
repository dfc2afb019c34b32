"""Why a rule came out as it did: the row, its sentence, what it rests on, what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.rules.asking import ask_for
from byggsten.domain.rules.blanks import pieces
from byggsten.domain.rules.evidence import shown, used_fact, used_parameter
from byggsten.domain.rules.expressions import Role, Type
from byggsten.domain.rules.labels import label_of, source_text
from byggsten.domain.rules.language import UNKNOWN
from byggsten.domain.rules.used import Missing
from byggsten.domain.rules.uses import missing_for, reference, used_by
from byggsten.domain.rules.wording import language_of, lower_first

if TYPE_CHECKING:
    from byggsten.domain.rules.case import Case
    from byggsten.domain.rules.expressions import Reference
    from byggsten.domain.rules.kinds import Kind, Party
    from byggsten.domain.rules.tables import Row, Rule
    from byggsten.domain.rules.used import UsedFact, UsedParameter


class Step:
    """One rule's outcome for one person on one day, with its reasons, each worked out when it is read."""

    __slots__ = ("_case", "row", "rule")

    def __init__(self, case: Case, rule: Rule) -> None:
        self._case = case
        self.rule = rule.name
        self.row: Row = rule.rows[case.outcomes[rule.name][1]]

    def __repr__(self) -> str:
        return f"<Step {self.rule}: {self.outcome}, {self.row.id}>"

    @property
    def definition(self) -> Rule:
        """The table itself: label, kind, party, all its rows."""
        return self._case.tables.rules[self.rule]

    @property
    def kind(self) -> Kind:
        return self.definition.kind

    @property
    def party(self) -> Party | None:
        return self.definition.party

    @property
    def unknown(self) -> bool:
        """Whether the outcome is okänt."""
        return self._case.unknown(self.rule)

    @property
    def outcome(self) -> str:
        """The name of the outcome, «okänt», or the number as text."""
        if self.unknown:
            return UNKNOWN
        code = self._case.outcomes[self.rule][0]
        return self.definition.outcomes[code].name if self.definition.outcomes else str(code)

    @property
    def value(self) -> int | None:
        """The number of a table of numbers; None when it is okänt or the table has outcomes."""
        return None if self.unknown or self.definition.outcomes else self._case.outcomes[self.rule][0]

    def outcome_text(self, language: str = "sv") -> str:
        """The outcome in words: its label, or the number with its unit."""
        return shown(self._case, self._reference(), language_of(language), alone=True)

    def text(self, language: str = "sv") -> str:
        """The sentence of the deciding row with its blanks filled, or what must be known first."""
        language = language_of(language)
        if self.unknown:
            return ask_for(self.asks, language)
        found, rest = pieces(self.row.text.text(language))
        out = []
        for blank in found:
            ref = reference(self._case.tables, blank.name)
            word = shown(self._case, ref, language, bare=blank.bare)
            inside = ref.type is Type.CODE and not blank.first
            out.append(blank.before + (lower_first(word) if inside else word))
        return "".join(out) + rest

    @property
    def text_sv(self) -> str:
        return self.text("sv")

    @property
    def text_en(self) -> str:
        return self.text("en")

    @property
    def facts(self) -> tuple[UsedFact, ...]:
        """Facts, derived values and other outcomes read up to and including the deciding row."""
        return tuple(used_fact(self._case, r) for r in self._used() if r.role is not Role.PARAMETER)

    @property
    def parameters(self) -> tuple[UsedParameter, ...]:
        """Parameters read up to and including the deciding row, each with its value, date and source."""
        return tuple(used_parameter(self._case, r) for r in self._used() if r.role is Role.PARAMETER)

    @property
    def sources(self) -> tuple[str, ...]:
        """The row's source and those of the parameters, as a person writes them."""
        return self.sources_in("sv")

    def sources_in(self, language: str) -> tuple[str, ...]:
        """The same in a language."""
        refs = [self.row.source]
        for ref in self._used():
            value = self._case.parameter(ref.name) if ref.role is Role.PARAMETER else None
            if value is not None:
                refs.append(value.source)
        return tuple(source_text(self._case.tables, r, language_of(language)) for r in dict.fromkeys(refs))

    @property
    def asks(self) -> tuple[Missing, ...]:
        """What to find out or decide; empty when the outcome is certain."""
        if not self.unknown:
            return ()
        tables = self._case.tables
        return tuple(Missing(r.name, r.role, label_of(tables, r)) for r in missing_for(self._case, self.rule))

    @property
    def missing(self) -> tuple[str, ...]:
        """The Swedish labels of what is missing."""
        return tuple(m.label.sv for m in self.asks)

    @property
    def version(self) -> str:
        """The version of the rulebook that answered."""
        return self._case.tables.version

    def _reference(self) -> Reference:
        return reference(self._case.tables, self.rule)

    def _used(self) -> tuple[Reference, ...]:
        key, uses = (self.rule, self.row.number), self._case.program.uses
        if key not in uses:
            uses[key] = used_by(self._case.tables, self.rule, self.row, self._case.day)
        return uses[key]
