"""The words that every row of a file is made of: references, days, minutes and when something was told."""

# msgspec reads the annotations when the structs are made, so nothing here may be imported for typing only.
from datetime import date, datetime
from typing import Annotated

import msgspec
from msgspec import Meta

Reference = Annotated[
    str, Meta(min_length=1, max_length=100, description="Egen beteckning, unik bland sina likar.")
]
PersonReference = Annotated[str, Meta(min_length=1, max_length=100, description="En persons reference.")]
FirstDay = Annotated[date, Meta(description="Från och med den dagen.")]
LastDay = Annotated[date | None, Meta(description="Till och med den dagen; null: tills vidare.")]
Recorded = Annotated[
    Annotated[datetime, Meta(tz=True)] | None,
    Meta(description="När uppgiften skrevs in; null: den har alltid varit känd."),
]
Minutes = Annotated[int, Meta(ge=0, le=1440, description="Hela minuter.")]


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A row whose fields are all known by name."""
