"""What may stand at a place in a struct: its fields or its words, for sentences that say what to write."""

from __future__ import annotations

import difflib
import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from msgspec import inspect

if TYPE_CHECKING:
    from collections.abc import Iterable

    import msgspec


def nearest(word: str, among: Iterable[str]) -> str | None:
    """The word that was most likely meant."""
    found = difflib.get_close_matches(word, sorted(among), n=1, cutoff=0.5)
    return found[0] if found else None


def allowed_at(type_: Any, path: str) -> tuple[str, ...]:
    """The field names of the struct at the path, or the values of the enumeration there."""
    here = inspect.type_info(type_)
    for step in re.findall(r"\.([^.\[]+)|\[[^\]]*\]", path):
        here = _down(_bare(here), step)
    here = _bare(here)
    if isinstance(here, inspect.StructType):
        return tuple(field.encode_name for field in here.fields)
    if isinstance(here, inspect.EnumType):
        return tuple(str(member.value) for member in here.cls)
    if isinstance(here, inspect.LiteralType):
        return tuple(str(value) for value in here.values)
    return ()


def _down(here: inspect.Type, field: str) -> inspect.Type:
    if isinstance(here, inspect.StructType) and field:
        return next((f.type for f in here.fields if f.encode_name == field), inspect.AnyType())
    if isinstance(here, inspect.ListType | inspect.VarTupleType) and not field:
        return here.item_type
    return inspect.AnyType()


def _bare(here: inspect.Type) -> inspect.Type:
    # An optional value is a union with null; what else it may be is what the writer wants to know.
    if isinstance(here, inspect.UnionType):
        return next((t for t in here.types if not isinstance(t, inspect.NoneType)), here)
    return _bare(here.type) if isinstance(here, inspect.Metadata) else here


@dataclass(frozen=True, slots=True)
class FieldOfRow:
    """What a table must know about a column: whether it is demanded, may be empty, or says yes or no."""

    required: bool
    nullable: bool
    yes_no: bool
    about: str
    kind: str


@functools.cache
def fields_of(kind: type[msgspec.Struct]) -> dict[str, FieldOfRow]:
    """The fields of a struct in order, by name."""
    info = inspect.type_info(kind)
    if not isinstance(info, inspect.StructType):
        raise TypeError(f"{kind} is no struct")
    return {field.encode_name: _field(field) for field in info.fields}


def _field(field: inspect.Field) -> FieldOfRow:
    about, here = "", field.type
    while isinstance(here, inspect.Metadata):
        about = about or (here.extra_json_schema or {}).get("description", "")
        here = here.type
    parts = here.types if isinstance(here, inspect.UnionType) else (here,)
    nullable = any(isinstance(part, inspect.NoneType) for part in parts)
    kinds = dict.fromkeys(_kind(_bare(part)) for part in parts if not isinstance(part, inspect.NoneType))
    yes_no = isinstance(_bare(here), inspect.BoolType)
    return FieldOfRow(field.required, nullable, yes_no, about, " eller ".join(kinds))


def _kind(bare: inspect.Type) -> str:
    if isinstance(bare, inspect.EnumType):
        return ", ".join(f"`{member.value}`" for member in bare.cls)
    return KINDS.get(type(bare), "text")


KINDS: dict[type[inspect.Type], str] = {
    inspect.DateType: "dag",
    inspect.DateTimeType: "tidpunkt",
    inspect.TimeType: "klockslag",
    inspect.IntType: "heltal",
    inspect.BoolType: "ja/nej",
    inspect.UUIDType: "UUID",
    inspect.VarTupleType: "lista",
    inspect.StructType: "objekt",
}
