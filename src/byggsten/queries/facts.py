"""What has been told about people, read straight from the columns since each person has dozens of facts."""

from __future__ import annotations

import functools
import json
from collections import defaultdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.db.models import ExpressionWrapper, F, TextField

from byggsten.domain.dates import Period
from byggsten.domain.people import Fact as FactValue
from byggsten.records.models import Fact
from byggsten.records.models.facts import read_value

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from django.db.models import Q

# As the database keeps it: the same few values come back in row after row, and each is read once.
VALUE = ExpressionWrapper(F("value"), output_field=TextField())
TOLD_AT = ExpressionWrapper(F("recorded_at"), output_field=TextField())


def facts_of(people: Iterable[int], rows: Q) -> dict[int, tuple[FactValue, ...]]:
    """Those of the rows that are about the people, by the person's key, in the order they were told."""
    found: dict[int, list[FactValue]] = defaultdict(list)
    told = Fact.objects.filter(rows, person__in=list(people)).order_by("recorded_at", "pk")
    for person, code, first, last, origin, value, at in told.annotate(
        kept=VALUE, told_at=TOLD_AT
    ).values_list("person_id", "code", "first_day", "last_day", "origin", "kept", "told_at"):
        found[person].append(FactValue(code, _value(value), Period(first, last), origin, _moment(at)))
    return {person: tuple(facts) for person, facts in found.items()}


@functools.lru_cache(maxsize=4096)
def _value(kept: str | None) -> date | int | bool | str | None:
    return None if kept is None else read_value(json.loads(kept))


def _moment(kept: datetime) -> datetime:
    """PostgreSQL gives the moment with its zone, SQLite without: what Django keeps there is UTC."""
    return kept if kept.tzinfo else kept.replace(tzinfo=UTC)
