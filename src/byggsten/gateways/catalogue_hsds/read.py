"""From HSDS 3.0 to drafts; a service of somebody else's lacks our effects, so it can only become a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.actions.catalogue_import import Told
from byggsten.domain.catalogue import ActivityDraft, GroupDraft
from byggsten.domain.organisations import Place, Provider, ProviderKind
from byggsten.domain.planning import ActivityKind, BuildingBlock, Effect, Publication, SwedishLevel
from byggsten.domain.texts import N_, Text
from byggsten.gateways.catalogue_hsds.schedules import day_of, slots_of
from byggsten.gateways.catalogue_hsds.terms import A_WEEK, STRENGTHENS, WEAKENS, YES, said_in
from byggsten.gateways.refusals import RowRefused
from byggsten.gateways.struct_fields import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum
    from typing import TypeVar

    from byggsten.gateways.catalogue_hsds.wire import Location, Organization, Service, ServiceAtLocation

    Word = TypeVar("Word", bound=StrEnum)

# What a service of another catalogue is called here; its own id is unique in the whole world.
FOREIGN = "hsds-"


def told_of(service: Service, notices: list[Text]) -> Told:
    """The service as a draft with its provider and places.  Raises RowRefused.

    What cannot be kept is left out and told in ``notices``.
    """
    said = said_in(service.attributes)
    if service.organization is None:
        sentence = N_(
            "Tjänsten har ingen organisation. Hämta den med «full=true», eller lägg till «organization»."
        )
        raise RowRefused("organization", "", Text(sentence))
    places: dict[str, Place] = {}
    groups = tuple(_group(one, places, notices) for one in service.service_at_locations)
    draft = _draft(service, service.organization.name, said, groups)
    publication = _word(Publication, said, "publication") or Publication.DRAFT
    return Told(draft, _provider(service.organization), tuple(places.values()), publication)


def _draft(
    service: Service, provider: str, said: Mapping[str, str], groups: tuple[GroupDraft, ...]
) -> ActivityDraft:
    amount, source = _cost(service)
    return ActivityDraft(
        reference=said.get("reference") or f"{FOREIGN}{service.id}",
        name=service.name,
        kind=_word(ActivityKind, said, "kind"),
        provider=provider,
        description=service.description,
        target_group=service.eligibility_description,
        swedish_from=_word(SwedishLevel, said, "swedish_from"),
        swedish_to=_word(SwedishLevel, said, "swedish_to"),
        effects=_effects(said),
        weakens_nothing=said.get("weakens_nothing", ""),
        forgone_benefit=said.get("forgone_benefit", ""),
        cost_per_place=amount,
        cost_source=source,
        self_reported=said.get("self_reported") == YES,
        duty_marked=said.get("duty_free") != YES,
        project=said.get("project") == YES,
        evaluation=said.get("evaluation", ""),
        first_day=day_of(said.get("first_day", ""), "attributes"),
        last_day=day_of(said.get("last_day", ""), "attributes"),
        groups=groups,
    )


def _provider(organization: Organization) -> Provider:
    kind = _word(ProviderKind, said_in(organization.attributes), "provider_kind")
    # Open Referral began with associations that serve their neighbourhood; the coordinator sees and corrects.
    return Provider(organization.name, kind or ProviderKind.ASSOCIATION)


def _effects(said: Mapping[str, str]) -> tuple[Effect, ...]:
    return tuple(
        Effect(block, prefix == STRENGTHENS, said[f"{prefix}{block.value}"])
        for block in BuildingBlock
        for prefix in (STRENGTHENS, WEAKENS)
        if f"{prefix}{block.value}" in said
    )


def _cost(service: Service) -> tuple[int | None, str]:
    """Kronor for a place and a week; a price of another kind says nothing about that."""
    ours = next((one for one in service.cost_options if one.option == A_WEEK and one.currency == "SEK"), None)
    if ours is None:
        return None, ""
    if ours.amount is not None and (ours.amount < 0 or ours.amount != int(ours.amount)):
        raise RowRefused(
            "cost_options", str(ours.amount), Text(N_("Kostnaden ska vara hela kronor, noll eller mer."))
        )
    return (None if ours.amount is None else int(ours.amount)), ours.amount_description


def _group(told: ServiceAtLocation, places: dict[str, Place], notices: list[Text]) -> GroupDraft:
    said = said_in(told.attributes)
    capacity = said.get("capacity", "")
    if capacity and not (capacity.isascii() and capacity.isdigit() and len(capacity) < 6):
        raise RowRefused("attributes", capacity, Text(N_("Antalet platser ska vara ett heltal.")))
    place = _place(told.location, notices)
    if place is not None:
        places[place.name] = place
    name = told.description or (told.location.name if told.location else "")
    return GroupDraft(
        reference=said.get("reference") or f"{FOREIGN}{told.id}",
        name=name[:200] or told.id,
        place=place.name if place else "",
        capacity=int(capacity) if capacity else None,
        language=said.get("language", ""),
        first_day=day_of(said.get("first_day", ""), "attributes"),
        last_day=day_of(said.get("last_day", ""), "attributes"),
        slots=slots_of(told.schedules, name, notices),
    )


def _place(told: Location | None, notices: list[Text]) -> Place | None:
    if told is None or not told.name:
        return None
    north, east = told.latitude, told.longitude
    if north is None or east is None or not (-90 <= north <= 90 and -180 <= east <= 180):
        sentence = N_(
            "Platsen «%(place)s» har inget läge på kartan och är utelämnad. Lägg till den för hand."
        )
        notices.append(Text(sentence, {"place": told.name}))
        return None
    return Place(told.name, north, east, said_in(told.attributes).get("ferry") == YES)


def _word(of: type[Word], said: Mapping[str, str], code: str) -> Word | None:
    value = said.get(code, "")
    if not value:
        return None
    known = [word.value for word in of]
    if value not in known:
        near = nearest(value, known) or ", ".join(known)
        raise RowRefused(code, value, Text(N_("Koden finns inte. Menade du «%(near)s»?"), {"near": near}))
    return of(value)
