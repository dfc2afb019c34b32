"""Our own words in HSDS: terms of the taxonomy «Byggsten», told as attributes."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from byggsten.domain.planning import BuildingBlock
from byggsten.gateways.catalogue_hsds.wire import Attribute, TaxonomyTerm

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TAXONOMY = "Byggsten"
# All our ids are made from names below this one, so that the same catalogue always gives the same file.
SPACE = uuid.UUID("6f1c3f0e-52a4-5d0b-9f6e-2a4f6f0b9c11")
STRENGTHENS, WEAKENS = "strengthens.", "weakens."
YES = "yes"
DAYS = ("", "MO", "TU", "WE", "TH", "FR", "SA", "SU")
# The price that we mean, where the standard leaves the words to each.
A_WEEK = "place and week"
_BLOCKS = {
    BuildingBlock.SECURITY: "Grundtrygghet",
    BuildingBlock.LANGUAGE: "Svenska språket",
    BuildingBlock.NORMS: "Lagar och normer",
    BuildingBlock.LIVELIHOOD: "Utbildning, försörjning och bostad",
    BuildingBlock.CODES: "Sociala och kulturella koder",
    BuildingBlock.SOCIAL_CAPITAL: "Socialt kapital",
}
# Code, name, and what the value says.
TERMS: dict[str, tuple[str, str]] = {
    "reference": ("Beteckning", "Vad den heter i den kommun som skrev den."),
    "publication": ("Publicering", "draft, published eller closed."),
    "kind": ("Slags tid", "sfi, work, orientation, social eller own."),
    "swedish_from": ("Svenska som krävs", "none, sfi_a, sfi_b, sfi_c, sfi_d eller beyond."),
    "swedish_to": ("Svenska till och med", "none, sfi_a, sfi_b, sfi_c, sfi_d eller beyond."),
    "weakens_nothing": ("Försvagar ingen byggsten", "Varför ingen byggsten försvagas."),
    "forgone_benefit": ("Alternativnytta", "Vad samma tid kunde ha gett i stället."),
    "self_reported": ("Egen tid", "yes: deltagarens egen uppgift räcker."),
    "duty_free": ("Utanför integrationsplikten", "yes: räknas inte i integrationsplikten."),
    "project": ("Projekt", "yes: har utvärdering och slut."),
    "evaluation": ("Utvärdering", "Hur och när projektet utvärderas."),
    "first_day": ("Första dagen", "Dagen som ÅÅÅÅ-MM-DD."),
    "last_day": ("Sista dagen", "Dagen som ÅÅÅÅ-MM-DD."),
    "capacity": ("Platser", "Antal platser i gruppen."),
    "language": ("Undervisningsspråk", "Språkets kod enligt BCP 47; svenska när det inte sägs."),
    "provider_kind": ("Slags anordnare", "adult_education, municipality, employer med flera."),
    "ferry": ("Färja", "yes: dit kommer man bara med båt eller färja."),
    **{f"{STRENGTHENS}{b.value}": (f"Stärker: {n}", "Hur byggstenen stärks.") for b, n in _BLOCKS.items()},
    **{
        f"{WEAKENS}{b.value}": (f"Kan försvaga: {n}", "Hur byggstenen kan försvagas.")
        for b, n in _BLOCKS.items()
    },
}


def id_of(*names: str) -> str:
    """The id of what has these names."""
    return str(uuid.uuid5(SPACE, "/".join(name.replace("/", "//") for name in names)))


def attributes(entity: str, link: str, said: Mapping[str, str]) -> tuple[Attribute, ...]:
    """What is said, as attributes of the thing; what says nothing is left out."""
    return tuple(
        Attribute(
            id=id_of("attribute", link, code),
            link_id=link,
            taxonomy_term_id=id_of("term", code),
            link_entity=entity,
            value=value,
            taxonomy_term=TaxonomyTerm(
                id=id_of("term", code),
                code=code,
                name=TERMS[code][0],
                description=TERMS[code][1],
                taxonomy=TAXONOMY,
            ),
        )
        for code, value in said.items()
        if value
    )


def said_in(told: Iterable[Attribute]) -> dict[str, str]:
    """The values of our own terms by code; others' terms are passed over."""
    return {
        one.taxonomy_term.code: one.value
        for one in told
        if one.taxonomy_term is not None
        and one.taxonomy_term.taxonomy == TAXONOMY
        and one.taxonomy_term.code in TERMS
    }
