"""The formats that ``byggsten import`` reads: the prose beside this file, and tables made from the rows."""

from __future__ import annotations

from pathlib import Path

import msgspec

from byggsten.gateways.partner_notice.rows import NoticeRow
from byggsten.gateways.people_rows import FactRow, HouseholdRow, MemberRow, PermitRow
from byggsten.gateways.planning.rows import GroupRow, PlanColumns, ProviderRow
from byggsten.gateways.planning_rows import ActivityRow, EffectRow, ItemRow, PlanRow, SessionRow
from byggsten.gateways.population_register.rows import GuardianRow, PersonColumns, PersonToRegister
from byggsten.gateways.school.rows import AttendanceColumns
from byggsten.gateways.school.ss12000 import Attendance
from byggsten.gateways.struct_fields import fields_of

Row = type[msgspec.Struct]
CSV: dict[str, Row] = {
    "persons": PersonColumns,
    "plans": PlanColumns,
    "attendance": AttendanceColumns,
    "notices": NoticeRow,
}
JSON: dict[str, dict[str, Row]] = {
    "persons": {
        "persons": PersonToRegister, "permits": PermitRow, "facts": FactRow, "households": HouseholdRow,
        "households[].members": MemberRow, "guardianships": GuardianRow,
    },
    "plans": {
        "providers": ProviderRow, "activities": ActivityRow, "activities[].effects": EffectRow,
        "groups": GroupRow, "sessions": SessionRow, "plans": PlanRow, "plans[].items": ItemRow,
    },
    "attendance": {"accounts": AttendanceColumns},
    "notices": {"notices": NoticeRow},
}  # fmt: skip
NAMES = {"persons": "Personer", "plans": "Planer", "attendance": "Närvaro", "notices": "Aviseringar"}
PROSE = Path(__file__).with_suffix(".md")


def as_markdown() -> str:
    """The whole page."""
    text = PROSE.read_text(encoding="utf-8")
    for kind in JSON:
        text = text.replace(f"[[{kind}]]\n", _tables(kind))
    return text.replace("[[ss12000]]\n", _table(Attendance))


def as_value() -> dict[str, object]:
    """The JSON schema of each kind of row, by command and section."""
    return {
        kind: {"csv": msgspec.json.schema(CSV[kind]), **{n: msgspec.json.schema(r) for n, r in rows.items()}}
        for kind, rows in JSON.items()
    } | {"ss12000": msgspec.json.schema(Attendance)}


def _tables(kind: str) -> str:
    """Every table of one import: the CSV, then each section of the JSON."""
    parts = [f"### {NAMES[kind]} i en tabell\n\n{_table(CSV[kind])}"]
    parts += [
        f"### {NAMES[kind]} i JSON: `{section}`\n\n{_table(row)}" for section, row in JSON[kind].items()
    ]
    return "\n".join(parts)


def _table(row: Row) -> str:
    lines = ["| namn | krävs | värde | betydelse |", "|---|---|---|---|"]
    for name, field in fields_of(row).items():
        needed = "ja, kan vara tomt" if field.required and field.nullable else "ja" if field.required else ""
        lines.append(f"| `{name}` | {needed} | {field.kind} | {field.about} |")
    return "\n".join(lines) + "\n"
