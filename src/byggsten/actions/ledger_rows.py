"""An assessed week as columns of its stored copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from byggsten.domain.week_facts import WEEK_FACTS
from byggsten.records.models.ledger import OWNED, STATES

if TYPE_CHECKING:
    from datetime import date

    from byggsten.domain.duty import WeekAssessment

# The outcomes that lists and figures are made of; everything else is computed when a page asks for it.
KEPT = (
    "målgrupp",
    "person_vecka",
    "kommun_vecka",
    "signal_tre_dagar",
    "signal_fallande",
    "signal_varaktig",
    "att_göra",
)
MINUTES = ("required", "scheduled", "offered", "announced", *STATES, "gap", *OWNED.values())
COLUMNS = (*MINUTES, "outcomes", "facts", "rules_version")


def stands(old: dict[str, Any], columns: dict[str, Any], week: WeekAssessment, on: date) -> bool:
    """Whether a stored week still says what the assessment says, and has been looked at late enough."""
    if any(old[name] != value for name, value in columns.items()):
        return False
    # A week that was seen before it was over must show that it has been seen since.
    return bool(old["assessed_on"] > week.week.sunday or old["assessed_on"] >= on)


def columns_of(week: WeekAssessment) -> dict[str, Any]:
    """The assessed week as columns."""
    ledger = week.ledger
    columns: dict[str, Any] = {
        name: getattr(ledger, name)
        for name in ("required", "scheduled", "offered", "announced", *STATES, "gap")
    }
    columns |= {column: ledger.owned_by(owner) for owner, column in OWNED.items()}
    known = week.rules.duty.rules
    columns["facts"] = {name: week.facts.values[name] for name in WEEK_FACTS}
    columns["outcomes"] = {
        rule: [week.decision.outcome(rule), week.decision.row(rule)] for rule in KEPT if rule in known
    }
    columns["rules_version"] = week.rules.version
    return columns
