"""What no row may tell, whoever brings it, and the rows of which nothing more is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.texts import N_, Text
from byggsten.gateways.refusals import RowRefused
from byggsten.gateways.years import refuse_odd_years

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from byggsten.gateways.population_register.rows import PersonColumns
    from byggsten.gateways.taking_in import Tally

LARGEST_NUMBER = 1_000_000


def taken(children: Iterable[tuple[int, PersonColumns]], tally: Tally) -> list[tuple[int, PersonColumns]]:
    """Those of the children whose own row went in; nothing more is written of a row that was refused."""
    return [row for row in children if row[0] not in tally.refused_rows]


def refuse_future(row: object, at: datetime) -> None:
    """Raise RowRefused when the row, or a part of it, says that it became known later than now."""
    for told in (row, *getattr(row, "members", ())):
        moment = getattr(told, "recorded_at", None)
        if moment is not None and moment > at:
            sentence = N_("Tidpunkten har inte varit än. Rätta den, eller töm cellen.")
            raise RowRefused("recorded_at", moment.isoformat(), sentence)


def refuse_beyond(value: object) -> None:
    """Raise RowRefused for a number or a day that no form would take either."""
    refuse_odd_years(value, "value")
    if isinstance(value, int) and not isinstance(value, bool) and not 0 <= value <= LARGEST_NUMBER:
        sentence = N_("Talet ska vara mellan 0 och %(most)s. Rätta det.")
        raise RowRefused("value", str(value), Text(sentence, {"most": LARGEST_NUMBER}))
