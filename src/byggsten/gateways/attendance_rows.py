"""What someone told about a person's time, as files have it."""

# msgspec reads the annotations when the structs are made, so nothing here may be imported for typing only.
from typing import Annotated

from msgspec import Meta

from byggsten.domain import dates
from byggsten.domain.attendance import Account, Witness
from byggsten.gateways.row import Minutes, PersonReference, Recorded, Reference, Row


class AccountRow(Row, frozen=True, kw_only=True):
    """Vad någon har berättat om en persons tid vid ett tillfälle."""

    source: Reference
    message: Annotated[str, Meta(min_length=1, max_length=200, description="Meddelandets id hos källan.")]
    session: Annotated[str, Meta(description="Ett tillfälles reference.")]
    person: PersonReference
    witness: Witness
    attended: Minutes
    absent: Minutes
    reason: Annotated[str, Meta(description="Frånvaroskälets kod i regelboken; tomt: inget angivet.")] = ""
    told_valid: Annotated[
        Minutes | None,
        Meta(description="Så mycket av frånvaron kallade berättaren giltig; null: skälet avgör."),
    ] = None
    proof: bool = False
    recorded_at: Recorded = None
    told_by: str = ""


def to_account(row: AccountRow) -> Account:
    """The account of a row.  Raises Refusal when the minutes contradict each other."""
    return Account(
        row.source,
        row.message,
        row.session,
        row.person,
        row.witness,
        dates.Minutes(row.attended),
        dates.Minutes(row.absent),
        reason=row.reason,
        told_valid=None if row.told_valid is None else dates.Minutes(row.told_valid),
        proof=row.proof,
        recorded_at=row.recorded_at,
        told_by=row.told_by,
    )
