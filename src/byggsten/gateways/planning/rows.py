"""Providers, groups and plans as a planning system's files have them; the rest is as in a case file."""

# msgspec reads the annotations when the structs are made, so nothing here may be imported for typing only.
from datetime import date
from typing import Annotated

from msgspec import Meta

from byggsten.domain.dates import Period
from byggsten.domain.organisations import ProviderKind
from byggsten.domain.planning import Plan, PlanItem
from byggsten.gateways.row import FirstDay, LastDay, PersonReference, Recorded, Reference, Row


class ProviderRow(Row, frozen=True, kw_only=True):
    """En anordnare av aktiviteter."""

    name: Annotated[str, Meta(min_length=1, max_length=200)]
    kind: ProviderKind


class GroupRow(Row, frozen=True, kw_only=True):
    """En grupp i en aktivitet."""

    reference: Reference
    activity: Annotated[str, Meta(description="En aktivitets reference.")]
    name: Annotated[str, Meta(min_length=1, max_length=200)]
    teacher: Annotated[str, Meta(description="Lärarens användarnamn i Byggsten; tomt: ingen än.")] = ""
    place: Annotated[str, Meta(description="Platsens namn; tomt: okänd.")] = ""


class PlanColumns(Row, frozen=True, kw_only=True):
    """En rad i en tabell: en plats i en grupp, med planen den hör till."""

    person: PersonReference
    reference: Annotated[
        str, Meta(min_length=1, max_length=80, description="Planens beteckning; samma på planens alla rader.")
    ]
    version: Annotated[int, Meta(ge=1)] = 1
    first_day: FirstDay
    last_day: LastDay = None
    goal: str = ""
    confirmed_on: Annotated[
        date | None, Meta(description="Dagen då båda hade bekräftat; tomt: ingen är bunden.")
    ] = None
    recorded_at: Recorded = None
    group: Annotated[str, Meta(min_length=1, description="Gruppens beteckning.")]
    item_first_day: Annotated[date | None, Meta(description="Platsen gäller från; tomt: som planen.")] = None
    item_last_day: Annotated[date | None, Meta(description="Platsen gäller till; tomt: som planen.")] = None
    offered_on: Annotated[date | None, Meta(description="Dagen då platsen erbjöds; tomt: inte erbjuden.")] = (
        None
    )


def head_of(row: PlanColumns) -> tuple[object, ...]:
    """The plan's own columns, which must be the same on each of its rows."""
    return row.version, row.first_day, row.last_day, row.goal, row.confirmed_on, row.recorded_at


def plan_of(rows: list[PlanColumns], source: str) -> Plan:
    """The plan that the rows make up.  Raises Refusal."""
    first = rows[0]
    items = tuple(
        PlanItem(
            row.group,
            "",
            Period(row.item_first_day or row.first_day, row.item_last_day or row.last_day),
            row.offered_on,
        )
        for row in rows
    )
    return Plan(
        first.reference,
        first.version,
        Period(first.first_day, first.last_day),
        items,
        goal=first.goal,
        confirmed_on=first.confirmed_on,
        origin=source,
        recorded_at=first.recorded_at,
    )
