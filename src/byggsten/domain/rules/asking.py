"""The sentence that says what must be found out or decided before a rule can answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.rules.expressions import Role
from byggsten.domain.rules.wording import listed, lower_first

if TYPE_CHECKING:
    from byggsten.domain.rules.used import Missing


def ask_for(asks: tuple[Missing, ...], language: str) -> str:
    """Facts to find out and norms to decide, in one or two sentences."""
    facts = [lower_first(m.label.text(language)) for m in asks if m.role is not Role.PARAMETER]
    open_ones = [lower_first(m.label.text(language)) for m in asks if m.role is Role.PARAMETER]
    know, decide = (
        ("Kan inte avgöras förrän vi vet: ", "Kan inte avgöras förrän detta är bestämt: ")
        if language == "sv"
        else ("Cannot be settled until we know: ", "Cannot be settled until this is decided: ")
    )
    parts = [know + listed(facts, language) + "."] if facts else []
    if open_ones:
        parts.append(decide + listed(open_ones, language) + ".")
    return " ".join(parts)
