"""Why a rule came out as it did: the row, its sentence, the facts and parameters it rests on, what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.rules.expressions import Role, Type
from byggsten.domain.rules.language import UNKNOWN
from byggsten.domain.rules.load_values import split_source
from byggsten.domain.rules.tables import Words
from byggsten.domain.rules.uses import missing_for, reference, used_by
from byggsten.domain.rules.wording import (
    MISSING_WORD,
    UNKNOWN_WORD,
    language_of,
    listed,
    lower_first,
    number_text,
    pieces,
    unit_text,
    value_text,
    with_unit,
)

if TYPE_CHECKING:
    from datetime import date

    from byggsten.domain.rules.case import Case, Origin
    from byggsten.domain.rules.expressions import Reference
    from byggsten.domain.rules.tables import Confidence, Kind, Party, Row, Rule, Tables

    UsesCache = dict[tuple[str, int, int], tuple[Reference, ...]]

UNSET_WORD = Words("inte bestämt", "not decided")


@dataclass(frozen=True, slots=True)
class UsedFact:
    """A fact, a derived value or another rule's outcome, as it was when it was used.

    ``label`` and ``value`` are Swedish; ``role`` tells which of the three it is; ``known`` is False when missing.
    """

    name: str
    label: str
    value: str
    origin: Origin | None
    label_en: str
    value_en: str
    role: Role
    known: bool


@dataclass(frozen=True, slots=True)
class UsedParameter:
    """A parameter's value as it was used; ``since`` and ``confidence`` are None when it is not decided."""

    name: str
    label: str
    value: str
    unit: str
    since: date | None
    source: str
    confidence: Confidence | None
    label_en: str
    value_en: str
    unit_en: str
    source_en: str
    note: str


@dataclass(frozen=True, slots=True)
class Missing:
    """What to find out or decide before the rule can say anything."""

    name: str
    role: Role
    label: Words


def source_text(tables: Tables, source: str, language: str) -> str:
    """«sfs-2017-584 1 §» as a person writes it: the name of the source and the place in it."""
    found = split_source(source, tables.sources)
    if found is None:
        return source
    name, place = found
    return f"{tables.sources[name].text(language)}, {place}" if place else tables.sources[name].text(language)


def label_of(tables: Tables, ref: Reference) -> Words:
    """The words for a name."""
    match ref.role:
        case Role.FACT:
            return tables.facts[ref.name].label
        case Role.DERIVED:
            return tables.derived[ref.name].label
        case Role.PARAMETER:
            return tables.parameters[ref.name].label
        case Role.RULE:
            return tables.rules[ref.name].label
        case Role.TODAY:
            return Words("Dagen", "The day")


def unit_of(tables: Tables, ref: Reference) -> str:
    """The unit of a number, in Swedish."""
    match ref.role:
        case Role.FACT:
            return tables.facts[ref.name].unit
        case Role.DERIVED:
            return tables.derived[ref.name].unit
        case Role.PARAMETER:
            return tables.parameters[ref.name].unit
        case Role.RULE:
            return tables.rules[ref.name].unit
        case Role.TODAY:
            return ""


def shown(case: Case, ref: Reference, language: str, *, bare: bool = False, alone: bool = False) -> str:
    """The value of a name in words.  ``bare``: minutes as a number; ``alone``: numbers with their unit."""
    value = case.read(ref)
    if value is None:
        if ref.role is Role.PARAMETER:
            return UNSET_WORD.text(language)
        return (MISSING_WORD if ref.role is Role.FACT else UNKNOWN_WORD).text(language)
    if ref.type is Type.CODE:
        codes = case.tables.facts[ref.name].codes if ref.role is Role.FACT else case.tables.rules[ref.name].outcomes
        return codes[value].label.text(language)
    if bare and ref.type is Type.NUMBER:
        return number_text(value)
    show = with_unit if alone else value_text
    return show(value, ref.type, unit_of(case.tables, ref), language)


class Step:
    """One rule's outcome for one person on one day, with its reasons.  Parts are worked out when they are read."""

    __slots__ = ("_case", "_uses", "row", "rule")

    def __init__(self, case: Case, rule: Rule, uses: UsesCache) -> None:
        self._case = case
        self._uses = uses
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
            return self._ask(language)
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
        return tuple(self._fact(r) for r in self._used() if r.role is not Role.PARAMETER)

    @property
    def parameters(self) -> tuple[UsedParameter, ...]:
        """Parameters read up to and including the deciding row, each with its value, date and source."""
        return tuple(self._parameter(r) for r in self._used() if r.role is Role.PARAMETER)

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
        key = (self.rule, self.row.number, self._case.day)
        if key not in self._uses:
            self._uses[key] = used_by(self._case.tables, self.rule, self.row, self._case.day)
        return self._uses[key]

    def _fact(self, ref: Reference) -> UsedFact:
        case, label = self._case, label_of(self._case.tables, ref)
        return UsedFact(
            ref.name, label.sv, shown(case, ref, "sv", alone=True), case.origins.get(ref.name),
            label.en, shown(case, ref, "en", alone=True), ref.role, case.read(ref) is not None,
        )  # fmt: skip

    def _parameter(self, ref: Reference) -> UsedParameter:
        case, tables = self._case, self._case.tables
        value, parameter = case.parameter(ref.name), tables.parameters[ref.name]
        source = value.source if value else ""
        return UsedParameter(
            ref.name, parameter.label.sv, shown(case, ref, "sv", bare=True), parameter.unit,
            value.since if value else None, source_text(tables, source, "sv"), value.confidence if value else None,
            parameter.label.en, shown(case, ref, "en", bare=True), unit_text(parameter.unit, "en"),
            source_text(tables, source, "en"), value.note if value else "",
        )  # fmt: skip

    def _ask(self, language: str) -> str:
        facts = [lower_first(m.label.text(language)) for m in self.asks if m.role is not Role.PARAMETER]
        open_ones = [lower_first(m.label.text(language)) for m in self.asks if m.role is Role.PARAMETER]
        know, decide = (
            ("Kan inte avgöras förrän vi vet: ", "Kan inte avgöras förrän detta är bestämt: ")
            if language == "sv"
            else ("Cannot be settled until we know: ", "Cannot be settled until this is decided: ")
        )
        parts = [know + listed(facts, language) + "."] if facts else []
        if open_ones:
            parts.append(decide + listed(open_ones, language) + ".")
        return " ".join(parts)


