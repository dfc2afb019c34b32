"""The words of the catalogue's pages: kinds, levels, providers, weekdays, languages."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from byggsten.domain.organisations import ProviderKind
from byggsten.domain.planning import BuildingBlock, Publication, SwedishLevel
from byggsten.queries.building_blocks import NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django_stubs_ext import StrPromise

LEVELS: Mapping[SwedishLevel, StrPromise] = MappingProxyType({
    SwedishLevel.NONE: _("Ingen svenska krävs"),
    SwedishLevel.SFI_A: _("Sfi kurs A"),
    SwedishLevel.SFI_B: _("Sfi kurs B"),
    SwedishLevel.SFI_C: _("Sfi kurs C"),
    SwedishLevel.SFI_D: _("Sfi kurs D"),
    SwedishLevel.BEYOND: _("Efter sfi"),
})  # fmt: skip
# Of a person, where KINDS above is of an activity.
KNOWS: Mapping[SwedishLevel, StrPromise] = MappingProxyType({**LEVELS, SwedishLevel.NONE: _("Nybörjare")})
PROVIDERS: Mapping[ProviderKind, StrPromise] = MappingProxyType({
    ProviderKind.ADULT_EDUCATION: _("Vuxenutbildning"),
    ProviderKind.MUNICIPALITY: _("Kommunen själv"),
    ProviderKind.EMPLOYER: _("Arbetsgivare"),
    ProviderKind.ASSOCIATION: _("Förening eller studieförbund"),
    ProviderKind.EMPLOYMENT_SERVICE: _("Arbetsförmedlingen"),
})  # fmt: skip
STATES: Mapping[Publication, tuple[str, str, StrPromise]] = MappingProxyType({
    Publication.PUBLISHED: ("success", "circle-check", _("Publicerad")),
    Publication.DRAFT: ("warning", "pencil", _("Utkast")),
    Publication.CLOSED: ("neutral", "lock", _("Stängd")),
})  # fmt: skip
COUNTED: Mapping[Publication, StrPromise] = MappingProxyType({
    Publication.PUBLISHED: _("Publicerade"),
    Publication.DRAFT: _("Utkast"),
    Publication.CLOSED: _("Stängda"),
})  # fmt: skip
WEEKDAYS: Mapping[int, StrPromise] = MappingProxyType({
    1: _("Måndag"),
    2: _("Tisdag"),
    3: _("Onsdag"),
    4: _("Torsdag"),
    5: _("Fredag"),
    6: _("Lördag"),
    7: _("Söndag"),
})  # fmt: skip
LANGUAGES: Mapping[str, StrPromise] = MappingProxyType({
    "": _("svenska"),
    "ar": _("arabiska"),
    "prs": _("dari"),
    "en": _("engelska"),
    "fa": _("persiska"),
    "ps": _("pashto"),
    "so": _("somaliska"),
    "ti": _("tigrinska"),
    "tr": _("turkiska"),
    "uk": _("ukrainska"),
})  # fmt: skip
BLOCKS: Mapping[BuildingBlock, str] = MappingProxyType(NAMES)
