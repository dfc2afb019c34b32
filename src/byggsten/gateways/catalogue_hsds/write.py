"""From the catalogue to HSDS 3.0."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from byggsten.domain.planning import BuildingBlock, Publication
from byggsten.gateways.catalogue_hsds.terms import A_WEEK, STRENGTHENS, WEAKENS, YES, attributes, id_of
from byggsten.gateways.catalogue_hsds.wire import Cost, Language, Organization, Page, Service
from byggsten.gateways.catalogue_hsds.write_groups import day, group_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from byggsten.domain.catalogue import ActivityDraft
    from byggsten.domain.organisations import Place, Provider
    from byggsten.queries.catalogue_entries import Entry


BLOCKS = tuple(BuildingBlock)


def as_json(found: Sequence[Entry], places: Iterable[Place]) -> bytes:
    """The whole catalogue as one page of services, easy to read and the same every time."""
    by_name = {place.name: place for place in places}
    services = tuple(service_of(entry, by_name) for entry in found)
    page = Page(
        total_items=len(services),
        total_pages=1,
        page_number=1,
        size=len(services),
        first_page=True,
        last_page=True,
        empty=not services,
        contents=services,
    )
    return msgspec.json.format(msgspec.json.encode(page), indent=2) + b"\n"


def service_of(entry: Entry, places: Mapping[str, Place]) -> Service:
    """An activity as a service."""
    draft = entry.draft
    key = id_of("activity", draft.reference)
    return Service(
        id=key,
        name=draft.name,
        status="active" if entry.publication is Publication.PUBLISHED else "inactive",
        description=draft.description,
        eligibility_description=draft.target_group,
        service_at_locations=tuple(group_of(group, places) for group in draft.groups),
        languages=_languages(key, draft),
        organization=_organization(entry.provider),
        cost_options=_cost(key, draft),
        attributes=attributes("service", key, _said(entry)),
    )


def _said(entry: Entry) -> dict[str, str]:
    draft = entry.draft
    said = {
        "reference": draft.reference,
        "publication": entry.publication.value,
        "kind": draft.kind.value if draft.kind else "",
        "swedish_from": draft.swedish_from.value if draft.swedish_from else "",
        "swedish_to": draft.swedish_to.value if draft.swedish_to else "",
        "weakens_nothing": draft.weakens_nothing,
        "forgone_benefit": draft.forgone_benefit,
        "self_reported": YES if draft.self_reported else "",
        "duty_free": "" if draft.duty_marked else YES,
        "project": YES if draft.project else "",
        "evaluation": draft.evaluation,
        "first_day": day(draft.first_day),
        "last_day": day(draft.last_day),
    }
    for effect in sorted(draft.effects, key=lambda one: (BLOCKS.index(one.block), not one.strengthens)):
        said[f"{STRENGTHENS if effect.strengthens else WEAKENS}{effect.block.value}"] = effect.mechanism
    return said


def _organization(provider: Provider) -> Organization:
    key = id_of("provider", provider.name)
    kind = attributes("organization", key, {"provider_kind": provider.kind.value})
    return Organization(id=key, name=provider.name, description=provider.name, attributes=kind)


def _cost(service: str, draft: ActivityDraft) -> tuple[Cost, ...]:
    if draft.cost_per_place is None and not draft.cost_source:
        return ()
    return (
        Cost(
            id=id_of("cost", service),
            option=A_WEEK,
            currency="SEK",
            amount=draft.cost_per_place,
            amount_description=draft.cost_source,
        ),
    )


def _languages(service: str, draft: ActivityDraft) -> tuple[Language, ...]:
    codes = sorted({group.language or "sv" for group in draft.groups})
    return tuple(Language(id=id_of("language", service, code), name=code, code=code) for code in codes)
