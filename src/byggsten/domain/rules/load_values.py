"""Facts, their codes, and dated parameters from their parts of a file."""

from __future__ import annotations

import itertools
from datetime import date
from typing import TYPE_CHECKING

from byggsten.domain.rules.bounds import LARGEST
from byggsten.domain.rules.dated import Parameter, Value
from byggsten.domain.rules.errors import nearest
from byggsten.domain.rules.expressions import Role, Type
from byggsten.domain.rules.kinds import Confidence
from byggsten.domain.rules.names import checked
from byggsten.domain.rules.tables import Code, Fact

if TYPE_CHECKING:
    from collections.abc import Mapping

    from byggsten.domain.rules.kinds import Words
    from byggsten.domain.rules.strict import Reader

# The number of a code must fit in one byte beside the mark for «okänt».
MOST_CODES = 254


def codes_from(reader: Reader, key: str) -> tuple[Code, ...]:
    """The values of a coded fact or the outcomes of a table; a name or stored word is used once only."""
    out: list[Code] = []
    taken: dict[str, str] = {}
    for name, entry in reader.entries(key).items():
        checked(name, entry)
        # An outcome is named by the same word everywhere unless it says otherwise.
        code = Code(name, entry.text("kod", default=name if key == "utfall" else None), entry.words())
        entry.done()
        for word in {code.name, code.code}:
            if word in taken:
                entry.fail(f"«{word}» används redan av «{taken[word]}»", "Varje kod ska vara en egen")
            taken[word] = name
        out.append(code)
    if len(out) > MOST_CODES:
        reader.fail(f"fler än {MOST_CODES} koder", "Dela upp i två", key)
    return tuple(out)


def fact_from(name: str, reader: Reader, index: int) -> Fact:
    """One fact; its place among the facts is the place of its value."""
    code = reader.text("kod", missing="Varje faktum har en stabil engelsk kod: «kod: …»")
    kind = reader.one_of("typ", Type)
    label, unit = reader.words(), reader.text("enhet", default="")
    always = reader.yes("alltid")
    codes = codes_from(reader, "koder")
    if bool(codes) != (kind is Type.CODE):
        reader.fail(
            "«koder» hör till fakta av typen kod, och bara dem", "Skriv «typ: kod» och minst en kod", "koder"
        )
    reader.done()
    return Fact(name, code, kind, label, unit, codes, always, index)


def parameter_from(
    name: str, reader: Reader, values: list[Reader], sources: Mapping[str, Words]
) -> Parameter:
    """One parameter with its values in the order in which they begin to apply."""
    label, is_open = reader.words(), reader.yes("öppen")
    kind = reader.one_of("typ", Type, _guess(values))
    unit = reader.text("enhet", default="" if kind is not Type.NUMBER else None)
    selector = reader.text("vid", default="idag")
    if kind is Type.CODE:
        reader.fail(
            "en parameter är ett tal, ett datum eller ja/nej", "Skriv en tabell under regler i stället", "typ"
        )
    reader.done()
    found = sorted((_value(v, kind, sources) for v in values), key=lambda v: (v.since, v.known or date.min))
    if not found and not is_open:
        reader.fail(
            "parametern har inget värde för något datum",
            "Lägg till «värden: [{från: …, är: …, källa: …}]» eller «öppen: ja»",
        )
    for one, other in itertools.pairwise(found):
        if (one.since, one.known) == (other.since, other.known):
            reader.fail(
                f"två värden från samma dag, {one.since} ({one.file} och {other.file})",
                "Ta bort det ena eller ge det senare «känd: …»",
            )
    return Parameter(name, label, unit, kind, selector, Role.TODAY, is_open, tuple(found), reader.file)


def _guess(values: list[Reader]) -> Type:
    for reader in values:
        if isinstance(reader.data.get("är"), date):
            return Type.DATE
        if reader.data.get("är") in ("ja", "nej"):
            return Type.TRUTH
    return Type.NUMBER


def _value(reader: Reader, kind: Type, sources: Mapping[str, Words]) -> Value:
    since = reader.day("från")
    if since is None:
        reader.fail("värdet gäller inte från något datum", "Lägg till «från: …»")
    if not reader.has("är"):
        reader.fail("värdet saknas", "Lägg till «är: …»")
    number = _number(reader, kind)
    source = source_from(reader, sources, None)
    confidence = reader.one_of("tillit", Confidence)
    note, known = reader.text("not", default=""), reader.day("känd")
    reader.done()
    return Value(since, number, source, confidence, note, known, reader.file)


def _number(reader: Reader, kind: Type) -> int:  # noqa: RET503 - never returns
    value = reader.data["är"]
    match kind:
        case Type.DATE if isinstance(value, date):
            return value.toordinal()
        case Type.TRUTH if value in ("ja", "nej"):
            return int(value == "ja")
        case Type.NUMBER if type(value) is int and abs(value) <= LARGEST:
            return value
        case _:
            remedy = f"Skriv ett heltal (högst {LARGEST}), ett datum eller ja/nej efter parameterns typ"
            reader.fail(f"«{value}» är inte av typen {kind}", remedy, "är")


def source_from(reader: Reader, sources: Mapping[str, Words], default: str | None) -> str:
    """A reference to a source: its name, or its name and a place in it («sfs-2017-584 1 §»)."""
    reference = reader.text(
        "källa", default=default, missing="Allt som gäller har en källa: «källa: sfs-2017-584 1 §»"
    )
    if split_source(reference, sources) is None:
        name = reference.split()[0]
        reader.fail(f"källan «{name}» finns inte under källor", nearest(name, sources), "källa")
    return reference


def split_source(reference: str, sources: Mapping[str, Words]) -> tuple[str, str] | None:
    """The name of the source and the place in it, or None when no such source is listed."""
    for name in sorted(sources, key=len, reverse=True):
        if reference == name or reference.startswith((name + " ", name + "/")):
            return name, reference[len(name) + 1 :].strip()
    return None
