"""The shape of a dump: what GraphQL answers, a list of concepts with their narrower and related ones."""

from __future__ import annotations

from typing import Annotated

import msgspec

Id = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
Kind = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
Label = Annotated[str, msgspec.Meta(min_length=1, max_length=300)]
CODES = (
    "ssyk_code_2012", "sun_education_field_code_2020", "sun_education_level_code_2020",
    "iso_3166_1_alpha_2_2013", "iso_639_1_2002", "iso_639_2_1998", "iso_639_3_2007",
)  # fmt: skip


class Node(msgspec.Struct, frozen=True):
    """A concept with those below and beside it."""

    id: Id
    type: Kind
    preferred_label: Label
    label_en: str | None = None
    alternative_labels: list[str] | None = None
    ssyk_code_2012: str | None = None
    sun_education_field_code_2020: str | None = None
    sun_education_level_code_2020: str | None = None
    iso_3166_1_alpha_2_2013: str | None = None
    iso_639_1_2002: str | None = None
    iso_639_2_1998: str | None = None
    iso_639_3_2007: str | None = None
    narrower: list[Node] = []
    related: list[Node] = []

    @property
    def code(self) -> str:
        """The code that the rest of the world knows it by, if any."""
        return next((code for name in CODES if (code := getattr(self, name))), "")


class Data(msgspec.Struct, frozen=True):
    """The answer; a file may be about other things than concepts, and then has none."""

    concepts: list[Node] | None = None


class Problem(msgspec.Struct, frozen=True):
    """What the server says instead of an answer."""

    message: str = ""


class Dump(msgspec.Struct, frozen=True):
    """The whole file."""

    data: Data | None = None
    errors: list[Problem] = []
