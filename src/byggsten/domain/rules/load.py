"""From the parts of a book to strict tables: first the names, then every text that reads them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from byggsten.domain.rules.errors import RulebookError, nearest
from byggsten.domain.rules.expressions import Role, Type
from byggsten.domain.rules.load_rules import rule_from
from byggsten.domain.rules.load_values import fact_from, parameter_from
from byggsten.domain.rules.merge import RuleFile, merge
from byggsten.domain.rules.names import Name, Names, checked
from byggsten.domain.rules.order import order_of
from byggsten.domain.rules.resolve import resolve
from byggsten.domain.rules.tables import Derived, Tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from byggsten.domain.rules.dated import Parameter
    from byggsten.domain.rules.kinds import Words
    from byggsten.domain.rules.merge import Parts
    from byggsten.domain.rules.strict import Reader
    from byggsten.domain.rules.tables import Fact


def tables_from(book: str, files: Sequence[RuleFile], version: str) -> Tables:
    """Read a book's files, the nation's first.

    Raises RulebookError naming file, place, fault and remedy in Swedish.
    """
    if not files:
        raise RulebookError(f"boken «{book}» har inga filer", remedy="Se efter hur mappen med regler heter")
    parts = merge(book, files)
    sources = {name: _source(reader, name) for name, reader in parts.sections["källor"].items()}
    facts = {
        name: fact_from(name, reader, index)
        for index, (name, reader) in enumerate(parts.sections["fakta"].items())
    }
    parameters = {
        name: parameter_from(name, reader, parts.values[name], sources)
        for name, reader in parts.sections["parametrar"].items()
    }
    names = _names(parts, facts, parameters)
    derived = {name: _derived(name, reader, names) for name, reader in parts.sections["härlett"].items()}
    rules = {
        name: rule_from(name, reader, parts.rows[name], names, sources)
        for name, reader in parts.sections["regler"].items()
    }
    parameters = {
        name: _selector(p, names, parts.sections["parametrar"][name]) for name, p in parameters.items()
    }
    order = order_of(parameters, derived, rules)
    return Tables(book, version, sources, facts, parameters, derived, rules, order)


def _source(reader: Reader, name: str) -> Words:
    if not name or any(c.isspace() for c in name):
        reader.fail(f"källan «{name}» har ett mellanslag i sitt namn", "Skriv till exempel sfs-2017-584")
    found = reader.words()
    reader.done()
    return found


def _names(parts: Parts, facts: dict[str, Fact], parameters: dict[str, Parameter]) -> dict[str, Name]:
    """Every name with its type, so that conditions may stand in any order in the files."""
    names = Names()
    for name, fact in facts.items():
        codes = {code.name: k for k, code in enumerate(fact.codes)}
        names.add(name, Name(Role.FACT, fact.type, codes), parts.sections["fakta"][name])
    for name, parameter in parameters.items():
        names.add(name, Name(Role.PARAMETER, parameter.type, {}), parts.sections["parametrar"][name])
    for name, reader in parts.sections["härlett"].items():
        kind = reader.one_of("typ", Type)
        if kind is Type.CODE:
            reader.fail(
                "ett härlett värde kan inte vara en kod", "Skriv en tabell under regler i stället", "typ"
            )
        names.add(name, Name(Role.DERIVED, kind, {}), reader)
    for name, reader in parts.sections["regler"].items():
        outcomes = list(reader.mapping("utfall").data)
        kind = Type.CODE if outcomes else Type.NUMBER
        names.add(name, Name(Role.RULE, kind, {o: k for k, o in enumerate(outcomes)}), reader)
    return names.known


def _derived(name: str, reader: Reader, names: dict[str, Name]) -> Derived:
    checked(name, reader)
    text = reader.text("är", missing="Skriv hur värdet räknas ut: «är: …»")
    kind = reader.one_of("typ", Type)
    label = reader.words()
    unit = reader.text("enhet", default="")
    reader.done()
    try:
        expression = resolve(text, names, kind)
    except RulebookError as error:
        raise error.at(reader.file, reader.at("är")) from None
    return Derived(name, label, kind, unit, expression, text, reader.file)


def _selector(parameter: Parameter, names: dict[str, Name], reader: Reader) -> Parameter:
    """Check the day that picks a parameter's value and say where it comes from."""
    known = names.get(parameter.selector)
    if known is None or known.type is not Type.DATE or known.role is Role.PARAMETER:
        days = [n for n, k in names.items() if k.type is Type.DATE and k.role is not Role.PARAMETER]
        reader.fail(f"«vid: {parameter.selector}» är ingen dag", nearest(parameter.selector, days), "vid")
    return replace(parameter, selector_role=known.role)
