"""Names and values in words: labels, units, sources as people write them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from byggsten.domain.rules.expressions import Role, Type
from byggsten.domain.rules.kinds import Words
from byggsten.domain.rules.load_values import split_source
from byggsten.domain.rules.wording import MISSING_WORD, UNKNOWN_WORD, number_text, value_text, with_unit

if TYPE_CHECKING:
    from byggsten.domain.rules.expressions import Reference
    from byggsten.domain.rules.tables import Tables

UNSET_WORD = Words("inte bestämt", "not decided")


@functools.lru_cache(maxsize=1 << 12)
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


def in_words(
    tables: Tables,
    ref: Reference,
    value: int | None,
    language: str,
    *,
    bare: bool = False,
    alone: bool = False,
) -> str:
    """The value of a name in words.  ``bare``: minutes as a number; ``alone``: numbers with their unit."""
    if value is None:
        if ref.role is Role.PARAMETER:
            return UNSET_WORD.text(language)
        return (MISSING_WORD if ref.role is Role.FACT else UNKNOWN_WORD).text(language)
    if ref.type is Type.CODE:
        codes = tables.facts[ref.name].codes if ref.role is Role.FACT else tables.rules[ref.name].outcomes
        return codes[value].label.text(language)
    if bare and ref.type is Type.NUMBER:
        return number_text(value)
    show = with_unit if alone else value_text
    return show(value, ref.type, unit_of(tables, ref), language)
