"""A row of a list of attendance, and the account it gives."""

# msgspec reads the annotations when the structs are made, so nothing here may be imported for typing only.
import hashlib
from typing import Annotated

import msgspec
from msgspec import Meta

from byggsten.domain.attendance import Account
from byggsten.gateways.attendance_rows import AccountRow, to_account
from byggsten.gateways.years import refuse_odd_years


class AttendanceColumns(AccountRow, frozen=True, kw_only=True):
    """En rad i en närvarolista."""

    source: Annotated[str, Meta(max_length=100, description="Källan; tomt: den som anges med --source.")] = ""
    message: Annotated[
        str,
        Meta(
            max_length=200,
            description="Uppgiftens id hos källan; tomt: radens kontrollsumma, så att den räknas en gång.",
        ),
    ] = ""


def account_of(row: AttendanceColumns, source: str) -> Account:
    """The account of a row.  Raises Refusal."""
    refuse_odd_years(row)
    return to_account(
        msgspec.structs.replace(row, source=row.source or source, message=row.message or fingerprint(row))
    )


def fingerprint(row: AttendanceColumns) -> str:
    """The same for the same row whatever its order and quotation in the file."""
    return "rad-" + hashlib.sha256(msgspec.json.encode(row, order="deterministic")).hexdigest()[:32]
