"""Findings about the building blocks: the weak that nothing strengthens, and those that something weakens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.plan_findings.finding import Finding, Severity
from byggsten.domain.plan_findings.looking import KNOWN, STRATEGY_BLOCKS
from byggsten.domain.planning import BuildingBlock
from byggsten.domain.texts import N_, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from byggsten.domain.plan_findings.looking import View

NAMES = {
    BuildingBlock.SECURITY: N_("trygghet"),
    BuildingBlock.LANGUAGE: N_("språk"),
    BuildingBlock.NORMS: N_("normer och värderingar"),
    BuildingBlock.LIVELIHOOD: N_("egen försörjning"),
    BuildingBlock.CODES: N_("sociala koder"),
    BuildingBlock.SOCIAL_CAPITAL: N_("socialt kapital"),
}


def strengthened(view: View) -> Iterator[Finding]:
    """Something strengthens the weakest blocks."""
    levels = view.situation.levels
    if not any(level is not None for level in levels.values()):
        text = N_("Byggstenarna är inte skattade. Gör kartläggningen för att se vad planen bör stärka.")
        yield Finding("blocks_unknown", Severity.NOTE, Text(text), KNOWN, ("blocks",))
        return
    given = {e.block for offer in view.offers for e in offer.activity.effects if e.strengthens}
    for block in view.situation.weakest:
        if block not in given:
            text = N_("Byggstenen %(block)s är svagast, men inget i planen stärker den.")
            told = {"block": NAMES[block]}
            yield Finding("block_unstrengthened", Severity.WARN, Text(text, told), STRATEGY_BLOCKS, (block,))


def weakened(view: View) -> Iterator[Finding]:
    """What is chosen may weaken a block; a weak one is graver."""
    weakest = view.situation.weakest
    for choice in view.choices:
        if choice.within is None:
            continue
        for effect in choice.within.activity.effects:
            if effect.strengthens:
                continue
            text = N_("%(group)s kan försvaga byggstenen %(block)s: %(how)s")
            told = {"group": choice.name, "block": NAMES[effect.block], "how": effect.mechanism}
            grave = Severity.WARN if effect.block in weakest else Severity.NOTE
            about = (choice.group, effect.block)
            yield Finding("block_weakened", grave, Text(text, told), STRATEGY_BLOCKS, about)
