"""Text that does not fit its column is refused with a sentence, the same on every database."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from django.db.models import CharField

from byggsten.domain.texts import N_, Refusal, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.models import Model


class TooLong(Refusal):
    """A text has more characters than its column."""


class UnreadableText(Refusal):
    """A text holds a character that no database keeps."""


def refuse_too_long(model: type[Model], values: Mapping[str, Any]) -> None:
    """Raise TooLong or UnreadableText for the first text that cannot be kept; ``values`` by column."""
    limits = _limits(model)
    for column, value in values.items():
        if not isinstance(value, str):
            continue
        if len(value) > limits.get(column, len(value)):
            raise TooLong(
                Text(
                    N_("«%(start)s…» har %(length)s tecken. Skriv högst %(limit)s."),
                    {"start": value[:20], "length": len(value), "limit": limits[column]},
                )
            )
        if "\0" in value:
            raise UnreadableText(
                Text(
                    N_("«%(start)s…» innehåller ett tecken som inte går att spara. Skriv om texten."),
                    {"start": value.replace("\0", "␀")[:20]},
                )
            )


@functools.cache
def _limits(model: type[Model]) -> dict[str, int]:
    fields = [field for field in model._meta.concrete_fields if isinstance(field, CharField)]  # noqa: SLF001
    return {str(field.column): int(field.max_length) for field in fields if field.max_length}
