"""The codes that a reception chooses among: grounds of permits, and the facts that people can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.week_facts import WEEK_FACTS
from byggsten.queries.rules import rules_here

if TYPE_CHECKING:
    from byggsten.domain.rules import Fact

GROUND = "tillstånd"
# These come from the permit, the household, the plan and the ledger, never from somebody's words.
FROM_ELSEWHERE = frozenset({
    "born", "sex", "permit", "permit_first_day", "permit_last_day", "first_permit_day", "extension_applied",
    "children", "children_under_8", "first_plan_day", "plan_first_day", "plan_last_day", "plan_confirmed",
})  # fmt: skip


def grounds(language: str) -> tuple[tuple[str, str], ...]:
    """The grounds of permits: code and label."""
    codes = rules_here().duty.facts[GROUND].codes
    return tuple((code.code, code.label.text(language)) for code in codes)


def tellable_facts() -> dict[str, Fact]:
    """The facts that somebody can tell about a person, by code in the order of the rule book."""
    facts = rules_here().duty.facts
    return {
        fact.code: fact
        for name, fact in facts.items()
        if name not in WEEK_FACTS and fact.code not in FROM_ELSEWHERE
    }


def all_facts() -> dict[str, Fact]:
    """Every fact of the rule book by code."""
    return {fact.code: fact for fact in rules_here().duty.facts.values()}
