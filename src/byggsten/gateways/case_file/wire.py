"""The shape of a case file as it is written; the published JSON schema is made from these structs."""

# msgspec reads the annotations when the structs are made, so nothing here may be imported for typing only.
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from byggsten.gateways.attendance_rows import AccountRow
from byggsten.gateways.people_rows import FactRow, HouseholdRow, PermitRow, PersonRow
from byggsten.gateways.planning_rows import ActivityRow, PlanRow, SessionRow
from byggsten.gateways.row import Row


class CaseFile(Row, frozen=True, kw_only=True):
    """Ett ärende i en fil: allt som behövs för att bedöma en eller flera personer utan databas."""

    format: Literal["byggsten-case-1"]
    persons: Annotated[tuple[PersonRow, ...], Meta(min_length=1)]
    permits: tuple[PermitRow, ...] = ()
    households: tuple[HouseholdRow, ...] = ()
    facts: tuple[FactRow, ...] = ()
    activities: tuple[ActivityRow, ...] = ()
    plans: tuple[PlanRow, ...] = ()
    sessions: tuple[SessionRow, ...] = ()
    accounts: tuple[AccountRow, ...] = ()


def schema() -> dict[str, Any]:
    """The JSON schema of a case file (draft 2020-12)."""
    made = msgspec.json.schema(CaseFile)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Byggsten, ärendefil version 1",
        **made,
    }
