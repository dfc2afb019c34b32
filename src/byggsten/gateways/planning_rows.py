"""Activities, plans and sessions as files have them."""

# msgspec reads the annotations when the structs are made, so nothing here may be imported for typing only.
from datetime import date, time
from typing import Annotated

from msgspec import Meta

from byggsten.domain.dates import Minutes, Period
from byggsten.domain.planning import (
    Activity,
    ActivityKind,
    BuildingBlock,
    Canceller,
    Effect,
    Plan,
    PlanItem,
    Session,
)
from byggsten.gateways.row import FirstDay, LastDay, PersonReference, Recorded, Reference, Row


class EffectRow(Row, frozen=True, kw_only=True):
    """Hur en aktivitet stärker eller försvagar en byggsten."""

    block: BuildingBlock
    strengthens: bool = True
    mechanism: Annotated[str, Meta(min_length=1)]


class ActivityRow(Row, frozen=True, kw_only=True):
    """Något som en plan kan innehålla."""

    reference: Reference
    name: str
    kind: ActivityKind
    provider: str
    effects: Annotated[tuple[EffectRow, ...], Meta(min_length=1, description="Minst en byggsten som stärks.")]
    forgone_benefit: str = ""
    self_reported: Annotated[bool, Meta(description="Personens egen uppgift räcker.")] = False


class ItemRow(Row, frozen=True, kw_only=True):
    """En plats i en grupp som planen ger."""

    group: Reference
    activity: Annotated[str, Meta(description="En aktivitets reference.")]
    first_day: FirstDay
    last_day: LastDay = None
    offered_on: Annotated[
        date | None, Meta(description="Dagen då platsen erbjöds; null: den är inte erbjuden.")
    ]


class PlanRow(Row, frozen=True, kw_only=True):
    """En persons individuella plan.  Två planer för en person får inte gälla samma dag."""

    person: PersonReference
    reference: Reference
    version: Annotated[int, Meta(ge=1)] = 1
    first_day: FirstDay
    last_day: LastDay = None
    goal: str = ""
    confirmed_on: Annotated[
        date | None, Meta(description="Dagen då båda hade bekräftat; null: ingen är bunden.")
    ]
    origin: str = ""
    recorded_at: Recorded = None
    items: tuple[ItemRow, ...]


class SessionRow(Row, frozen=True, kw_only=True):
    """Ett tillfälle för en grupp."""

    reference: Reference
    group: Annotated[str, Meta(description="Gruppen, som den heter i planerna.")]
    activity: Annotated[str, Meta(description="En aktivitets reference.")]
    day: date
    start: Annotated[time, Meta(tz=False)]
    minutes: Annotated[int, Meta(ge=1, le=1440, description="Undervisningstid utan raster, i minuter.")]
    announced_on: Annotated[date | None, Meta(description="Dagen då tid och plats meddelades; null: aldrig.")]
    cancelled_by: Canceller | None = None
    reachable: Annotated[
        bool | None, Meta(description="Om platsen gick att nå; null: ingen har antecknat det.")
    ] = True
    recorded_at: Recorded = None


def to_activity(row: ActivityRow) -> Activity:
    """The activity of a row.  Raises Refusal when it strengthens nothing."""
    effects = tuple(Effect(e.block, e.strengthens, e.mechanism) for e in row.effects)
    return Activity(
        row.reference, row.name, row.kind, row.provider, effects, row.forgone_benefit, row.self_reported
    )


def to_plan(row: PlanRow) -> Plan:
    """The plan of a row."""
    return Plan(
        row.reference,
        row.version,
        Period(row.first_day, row.last_day),
        tuple(
            PlanItem(i.group, i.activity, Period(i.first_day, i.last_day), i.offered_on) for i in row.items
        ),
        goal=row.goal,
        confirmed_on=row.confirmed_on,
        origin=row.origin,
        recorded_at=row.recorded_at,
    )


def to_session(row: SessionRow) -> Session:
    """The session of a row."""
    return Session(
        row.reference,
        row.group,
        row.activity,
        row.day,
        row.start,
        Minutes(row.minutes),
        row.announced_on,
        cancelled_by=row.cancelled_by,
        reachable=row.reachable,
        recorded_at=row.recorded_at,
    )
