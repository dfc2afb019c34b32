"""The facts that a week and the weeks before it give the rules, by the rule book's names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from byggsten.domain.facts import Value
    from byggsten.domain.ledger import WeekLedger

WEEK_FACTS = (
    "arbetsdagar", "schemalagt", "erbjudet", "aviserat", "närvaro", "giltig_frånvaro", "ogiltig_frånvaro",
    "inställt", "ej_krävbart", "okänd_tid", "kommande", "lucka", "frånvarodagar_i_rad", "frånvaroveckor",
    "schemalagt_senaste", "närvaro_senaste", "schemalagt_innan", "närvaro_innan",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Window:
    """What the weeks up to and including this one show; None where a local norm is not set.

    The minutes count only time whose state is known.
    """

    absent_days: int
    absent_weeks: int | None
    scheduled_recent: int | None
    attended_recent: int | None
    scheduled_before: int | None
    attended_before: int | None


def week_facts(ledger: WeekLedger, workdays: int, window: Window) -> dict[str, Value]:
    """The week's minutes and the windows before it, by the rule book's names."""
    return {
        "arbetsdagar": workdays,
        "schemalagt": ledger.scheduled,
        "erbjudet": ledger.offered,
        "aviserat": ledger.announced,
        "närvaro": ledger.attended,
        "giltig_frånvaro": ledger.valid,
        "ogiltig_frånvaro": ledger.invalid,
        "inställt": ledger.cancelled,
        "ej_krävbart": ledger.not_charged,
        "okänd_tid": ledger.unknown,
        "kommande": ledger.ahead,
        "lucka": ledger.gap,
        "frånvarodagar_i_rad": window.absent_days,
        "frånvaroveckor": window.absent_weeks,
        "schemalagt_senaste": window.scheduled_recent,
        "närvaro_senaste": window.attended_recent,
        "schemalagt_innan": window.scheduled_before,
        "närvaro_innan": window.attended_before,
    }
