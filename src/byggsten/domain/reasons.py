"""Reasons for absence as dated values: who owns the time, and whether it counts against the person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from byggsten.domain.dates import Period


class Owner(StrEnum):
    """Who a missing minute belongs to.  Each missing minute has exactly one owner."""

    PERSON = "person"
    PROVIDER = "provider"
    MUNICIPALITY = "municipality"
    STATE = "state"
    HEALTH = "health"
    CHILD = "child"
    TRAVEL = "travel"
    UNKNOWN = "unknown"


class Validity(StrEnum):
    """Whether absence for a reason is acceptable; ``TO_BE_TRIED`` waits for a person's judgement."""

    VALID = "giltig"
    INVALID = "ogiltig"
    TO_BE_TRIED = "prövas"


@dataclass(frozen=True, slots=True)
class Reason:
    """One dated row of the table of reasons.

    ``proof_after_days``: after that many days in a row a certificate is needed, until then none.
    """

    code: str
    label_sv: str
    label_en: str
    owner: Owner
    validity: Validity
    period: Period
    source: str
    confidence: str
    proof_after_days: int | None = None
    seen_by: tuple[str, ...] = ()


def reason_on(reasons: Mapping[str, tuple[Reason, ...]], code: str, day: date) -> Reason | None:
    """The row that holds for the code on the day, or None when the table has none."""
    return next((row for row in reasons.get(code, ()) if day in row.period), None)
