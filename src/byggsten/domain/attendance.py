"""What someone said about an hour is kept as said; who is believed is decided by a table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from byggsten.domain.dates import Minutes
from byggsten.domain.texts import N_, Refusal, Text

if TYPE_CHECKING:
    from datetime import datetime


class Witness(StrEnum):
    """Who told it.  Each is a fact of the book «narvaro»."""

    TEACHER = "teacher"
    SCHOOL_SYSTEM = "school_system"
    HOST = "host"
    PARTICIPANT = "participant"
    CASEWORKER = "caseworker"


PROVIDERS = (Witness.TEACHER, Witness.SCHOOL_SYSTEM, Witness.HOST)


@dataclass(frozen=True, slots=True)
class Account:
    """One account of one person's time at one session, as it was told.

    ``attended`` + ``absent`` is the time the account is about, in minutes.
    ``told_valid`` is how much of the absence the teller called valid; None leaves it to the reason.
    ``(source, message)`` names the message, so that the same one twice changes nothing.
    """

    source: str
    message: str
    session: str
    person: str
    witness: Witness
    attended: Minutes
    absent: Minutes
    reason: str = ""
    told_valid: Minutes | None = None
    proof: bool = False
    recorded_at: datetime | None = None
    told_by: str = ""

    def __post_init__(self) -> None:
        if self.attended < 0 or self.absent < 0 or self.attended + self.absent == 0:
            raise Refusal(
                Text(
                    N_(
                        "Uppgiften %(message)s har %(attended)s minuter närvaro och %(absent)s minuter "
                        "frånvaro. Minuterna ska vara noll eller mer och tillsammans minst en."
                    ),
                    {"message": self.message, "attended": self.attended, "absent": self.absent},
                )
            )
        if self.told_valid is not None and not 0 <= self.told_valid <= self.absent:
            raise Refusal(
                Text(
                    N_("Uppgiften %(message)s har mer giltig frånvaro än frånvaro. Rätta minuterna."),
                    {"message": self.message},
                )
            )

    @property
    def present(self) -> bool:
        """Whether the account says that the person was there at all."""
        return self.attended > 0


def latest_of_each(accounts: tuple[Account, ...]) -> dict[Witness, Account]:
    """Each witness's last word; earlier ones are links in that witness's chain.

    The order in which the accounts are given is of no importance.
    """
    last: dict[Witness, Account] = {}
    for account in accounts:
        known = last.get(account.witness)
        if known is None or _age(account) > _age(known):
            last[account.witness] = account
    return last


def _age(account: Account) -> tuple[float, str, str]:
    # The message breaks ties so that the result never depends on the order of arrival.
    told = account.recorded_at.timestamp() if account.recorded_at else float("-inf")
    return told, account.source, account.message
