"""The rulebook as people read it: tables, rows as sentences, numbers with their dates, norms left open.

Values for pages and documents; nothing here decides anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.rules.blanks import pieces
from byggsten.domain.rules.expressions import Role
from byggsten.domain.rules.kinds import Words
from byggsten.domain.rules.labels import label_of, source_text
from byggsten.domain.rules.pages import (
    FactPage,
    ParameterPage,
    RowPage,
    RulebookPage,
    RulePage,
    ValuePage,
)
from byggsten.domain.rules.phrases import phrase
from byggsten.domain.rules.readers import readers_of
from byggsten.domain.rules.uses import reference
from byggsten.domain.rules.wording import lower_first, unit_text, with_unit

if TYPE_CHECKING:
    from byggsten.domain.rules.book import Rulebook
    from byggsten.domain.rules.dated import Parameter, Value
    from byggsten.domain.rules.expressions import Expr
    from byggsten.domain.rules.tables import Fact, Row, Rule, Tables

OTHERWISE = Words("annars", "otherwise")


def read_book(book: Rulebook) -> RulebookPage:
    """The whole book, in the order of its files."""
    tables = book.tables
    readers = readers_of(tables)
    parameters = tuple(
        _parameter(tables, p, tuple(readers.get(name, ()))) for name, p in tables.parameters.items()
    )
    return RulebookPage(
        name=book.name,
        version=book.version,
        known_at=tables.known_at,
        rules=tuple(_rule(tables, rule) for rule in tables.rules.values()),
        parameters=parameters,
        open_norms=tuple(p for p in parameters if p.open),
        facts=tuple(_fact(fact) for fact in tables.facts.values()),
        derived=tuple((d.name, d.label, _say(tables, d.expression)) for d in tables.derived.values()),
        sources=dict(tables.sources),
    )


def _say(tables: Tables, e: Expr) -> Words:
    return Words(phrase(tables, e, "sv"), phrase(tables, e, "en"))


def _cited(tables: Tables, source: str) -> Words:
    return Words(source_text(tables, source, "sv"), source_text(tables, source, "en"))


def _parameter(tables: Tables, parameter: Parameter, read_by: tuple[str, ...]) -> ParameterPage:
    by_day = parameter.selector_role is not Role.TODAY
    return ParameterPage(
        name=parameter.name,
        label=parameter.label,
        unit=Words(parameter.unit, unit_text(parameter.unit, "en")),
        open=parameter.open,
        selected_by=label_of(tables, reference(tables, parameter.selector)) if by_day else None,
        values=tuple(_value(tables, parameter, v) for v in parameter.values),
        read_by=read_by,
        file=parameter.file,
    )


def _value(tables: Tables, parameter: Parameter, value: Value) -> ValuePage:
    shown = [with_unit(value.number, parameter.type, parameter.unit, language) for language in ("sv", "en")]
    return ValuePage(
        value=Words(*shown),
        since=value.since,
        known=value.known,
        source=_cited(tables, value.source),
        confidence=value.confidence,
        note=value.note,
        file=value.file,
        local=is_local(value.file),
    )


def _rule(tables: Tables, rule: Rule) -> RulePage:
    return RulePage(
        name=rule.name,
        label=rule.label,
        kind=rule.kind,
        party=rule.party,
        source=_cited(tables, rule.source) if rule.source else None,
        confidence=rule.confidence,
        outcomes=tuple((o.name, o.label) for o in rule.outcomes),
        unit=Words(rule.unit, unit_text(rule.unit, "en")),
        open=rule.open,
        rows=tuple(_row(tables, rule, row) for row in rule.rows),
        file=rule.file,
    )


def _row(tables: Tables, rule: Rule, row: Row) -> RowPage:
    outcome = rule.outcomes[row.code].label if row.formula is None else _say(tables, row.formula)
    return RowPage(
        id=row.id,
        number=row.number + 1,
        condition=OTHERWISE if row.condition is None else _say(tables, row.condition),
        condition_text=row.condition_text,
        outcome=outcome,
        outcome_name=row.outcome,
        text=Words(_with_labels(tables, row.text.sv, "sv"), _with_labels(tables, row.text.en, "en")),
        source=_cited(tables, row.source),
        confidence=row.confidence,
        since=row.since,
        until=row.until,
        known=row.known,
        file=row.file,
        local=is_local(row.file),
    )


def _with_labels(tables: Tables, text: str, language: str) -> str:
    """A sentence with each blank shown as its label in brackets."""
    found, rest = pieces(text)
    names = (lower_first(label_of(tables, reference(tables, b.name)).text(language)) for b in found)
    return "".join(f"{b.before}[{name}]" for b, name in zip(found, names, strict=True)) + rest


def _fact(fact: Fact) -> FactPage:
    return FactPage(
        name=fact.name,
        code=fact.code,
        label=fact.label,
        type=fact.type,
        unit=fact.unit,
        codes=tuple((c.name, c.code, c.label) for c in fact.codes),
        always=fact.always,
    )


def is_local(file: str) -> bool:
    """Whether a file is the municipality's own, by the folder it lies in."""
    return file.startswith("local/")
