"""An estimate for each building block from what has been told: 0 to 3, or unknown, with the reason in words.

A proposal that a person confirms or changes.
Unknown is not weak: a topic without an answer gives no level, and never lowers one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.competence import Topic
from byggsten.domain.competence import topics as t
from byggsten.domain.competence.circumstances import Housing, Network
from byggsten.domain.competence.codes import Home, SwedishStep
from byggsten.domain.competence.contents import Occupation, Swedish
from byggsten.domain.competence_estimate.livelihood import school, work
from byggsten.domain.competence_estimate.what_is_told import PROVEN, in_sweden
from byggsten.domain.planning import BuildingBlock
from byggsten.domain.texts import N_, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from byggsten.domain.competence_estimate.what_is_told import Told

    Level = tuple[int | None, tuple[Text, ...]]

MOST = 3
HOMES = {
    Home.NONE: 0, Home.ASYLUM_HOUSING: 1, Home.LODGER: 1, Home.SECOND_HAND: 2, Home.MUNICIPAL_CONTRACT: 2,
    Home.CARE_HOME: 2, Home.OWN_RENTAL: 3, Home.OWNED: 3,
}  # fmt: skip
SWEDISH = {
    SwedishStep.NONE: 0, SwedishStep.SFI_A: 1, SwedishStep.SFI_B: 1, SwedishStep.SFI_C: 2,
    SwedishStep.SFI_D: 2, SwedishStep.BEYOND: 3,
}  # fmt: skip
CONTACTS = {t.Contacts.NONE: 0, t.Contacts.FEW: 1, t.Contacts.SOME: 2, t.Contacts.MANY: 3}
TESTED, UNTESTED = (
    N_("Nivån är prövad eller intygad."),
    N_("Nivån är som personen säger. Den är inte prövad."),
)
NOT_KNOWN = {
    Topic.HOUSING: N_("Det är inte känt hur personen bor."),
    Topic.SWEDISH: N_("Det är inte känt hur mycket svenska personen kan."),
    Topic.NETWORK: N_("Det är inte känt vilka personen kan vända sig till."),
    Topic.EDUCATION: N_("Det är inte känt vilken utbildning personen har."),
    Topic.OCCUPATION: N_("Det är inte känt vad personen har arbetat med."),
}


@dataclass(frozen=True, slots=True)
class Estimate:
    """How far a block seems to have come; ``level`` None is unknown, ``why`` says from what."""

    block: BuildingBlock
    level: int | None
    why: tuple[Text, ...]


def estimates(told: Told, on: date) -> tuple[Estimate, ...]:
    """The six estimates, the foundation first."""
    return tuple(Estimate(block, *_LEVELS[block](told, on)) for block in BuildingBlock)


def _security(told: Told, on: date) -> Level:
    home = told.last(Topic.HOUSING, Housing)
    if home is None:
        return None, (Text(NOT_KNOWN[Topic.HOUSING]),)
    level = HOMES[home.form]
    why = [Text(N_("Boendet är det som räknas här. Väg in hälsa och oro i samtalet."))]
    if told.limits(on) and level == MOST:
        level = 2
        why.append(Text(N_("Ett intyg säger att hälsan sätter gränser just nu.")))
    return level, tuple(why)


def _language(told: Told, on: date) -> Level:  # noqa: ARG001 - the table's form
    spoken = told.last(Topic.SWEDISH, Swedish)
    if spoken is None:
        return None, (Text(NOT_KNOWN[Topic.SWEDISH]),)
    proven = any(claim.evidence in PROVEN for claim in told.about(Topic.SWEDISH))
    return SWEDISH[spoken.level], (Text(TESTED if proven else UNTESTED),)


def _unasked(told: Told, on: date) -> Level:  # noqa: ARG001 - the table's form
    return None, (Text(N_("Kartläggningen frågar inte om det. Samhällsorienteringen och samtalet visar.")),)


def _livelihood(told: Told, on: date) -> Level:  # noqa: ARG001 - the table's form
    steps = [school(claim) for claim in told.about(Topic.EDUCATION)]
    steps += [work(claim) for claim in told.about(Topic.OCCUPATION)]
    steps += [(0, (Text(N_("Inget arbete före Sverige.")),))] if told.nothing(Topic.OCCUPATION) else []
    missing = [topic for topic in (Topic.EDUCATION, Topic.OCCUPATION) if not told.known(topic)]
    why = tuple(text for _, texts in steps for text in texts) + tuple(
        Text(NOT_KNOWN[topic]) for topic in missing
    )
    level = max((level for level, _ in steps), default=None)
    # A low step may only be low because the other half was never asked about.
    return (None if missing and level in (0, 1) else level), why


def _codes(told: Told, on: date) -> Level:
    here = [o for o in told.contents(Topic.OCCUPATION, Occupation) if in_sweden(o.country)]
    if not here:
        return _unasked(told, on)
    return 2, (Text(N_("Har arbetat i Sverige.")),)


def _social(told: Told, on: date) -> Level:  # noqa: ARG001 - the table's form
    network = told.last(Topic.NETWORK, Network)
    if network is None and not told.nothing(Topic.NETWORK):
        return None, (Text(NOT_KNOWN[Topic.NETWORK]),)
    level = CONTACTS[network.contacts] if network else 0
    return level, (Text(N_("Räknat på hur många utanför familjen som personen kan vända sig till.")),)


_LEVELS: Mapping[BuildingBlock, Callable[[Told, date], Level]] = {
    BuildingBlock.SECURITY: _security,
    BuildingBlock.LANGUAGE: _language,
    BuildingBlock.NORMS: _unasked,
    BuildingBlock.LIVELIHOOD: _livelihood,
    BuildingBlock.CODES: _codes,
    BuildingBlock.SOCIAL_CAPITAL: _social,
}
