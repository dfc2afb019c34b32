"""What the made-up activities ask for and cost, read from a data file."""

from __future__ import annotations

import functools
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from byggsten.domain.planning import ActivityKind, SwedishLevel

if TYPE_CHECKING:
    from byggsten.domain.planning import Activity

SOURCE = "Påhittad kostnad för demonstrationen"


class Demand(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``swedish``: the lowest and the highest level it suits; ``cost`` in whole kronor a place and week."""

    swedish: tuple[SwedishLevel, SwedishLevel]
    cost: int
    target: str
    duty: bool = True


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kinds: dict[ActivityKind, Demand]
    codes: dict[str, Demand]


@functools.cache
def _demands() -> _File:
    text = (resources.files("byggsten.simulate") / "data" / "demands.yaml").read_bytes()
    return msgspec.yaml.decode(text, type=_File)


def demand_of(activity: Activity) -> Demand:
    """The activity's own demand, or that of its kind."""
    read = _demands()
    return read.codes.get(activity.reference) or read.kinds[activity.kind]
