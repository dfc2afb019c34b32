"""The words of the caseworkers' pages: owners, states of time, witnesses, kinds of activity, languages."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from byggsten.domain.attendance import Witness
from byggsten.domain.people import Protection
from byggsten.domain.reasons import Owner

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django_stubs_ext import StrPromise

OWNERS: Mapping[Owner, StrPromise] = MappingProxyType({
    Owner.PERSON: _("Personen"),
    Owner.PROVIDER: _("Anordnaren"),
    Owner.MUNICIPALITY: _("Kommunen"),
    Owner.STATE: _("Staten"),
    Owner.HEALTH: _("Hälsa och vård"),
    Owner.CHILD: _("Barn och familj"),
    Owner.TRAVEL: _("Resan dit"),
    Owner.UNKNOWN: _("Ingen vet än"),
})  # fmt: skip
OWNER_COLOURS: Mapping[Owner, str] = MappingProxyType({
    Owner.PERSON: "neutral",
    Owner.PROVIDER: "brand2",
    Owner.MUNICIPALITY: "brand1",
    Owner.STATE: "moss",
    Owner.HEALTH: "info",
    Owner.CHILD: "success",
    Owner.TRAVEL: "warning",
    Owner.UNKNOWN: "",
})  # fmt: skip
STATES: Mapping[str, StrPromise] = MappingProxyType({
    "attended": _("Närvaro"),
    "valid": _("Frånvaro med giltigt skäl"),
    "invalid": _("Frånvaro utan giltigt skäl"),
    "cancelled": _("Inställt"),
    "not_charged": _("Kan inte krävas"),
    "unknown": _("Inte klarlagt"),
    "ahead": _("Ligger framför"),
})  # fmt: skip
STATE_COLOURS: Mapping[str, str] = MappingProxyType({
    "attended": "success",
    "valid": "info",
    "invalid": "danger",
    "cancelled": "neutral",
    "not_charged": "neutral",
    "unknown": "warning",
    "ahead": "neutral",
})  # fmt: skip
WITNESSES: Mapping[Witness, StrPromise] = MappingProxyType({
    Witness.TEACHER: _("Läraren"),
    Witness.SCHOOL_SYSTEM: _("Skolans system"),
    Witness.HOST: _("Arbetsplatsen eller föreningen"),
    Witness.PARTICIPANT: _("Personen själv"),
    Witness.CASEWORKER: _("Handläggaren"),
})  # fmt: skip
PROTECTIONS: Mapping[Protection, StrPromise] = MappingProxyType({
    Protection.SECRECY_MARKING: _("Sekretessmarkering"),
    Protection.PROTECTED_REGISTRATION: _("Skyddad folkbokföring"),
    Protection.FICTITIOUS_IDENTITY: _("Fingerade personuppgifter"),
})  # fmt: skip
LANGUAGES: Mapping[str, StrPromise] = MappingProxyType({
    "ar": _("arabiska"),
    "en": _("engelska"),
    "es": _("spanska"),
    "fa": _("persiska"),
    "fr": _("franska"),
    "kmr": _("kurmanji"),
    "prs": _("dari"),
    "ps": _("pashto"),
    "ru": _("ryska"),
    "so": _("somaliska"),
    "sv": _("svenska"),
    "sw": _("swahili"),
    "ti": _("tigrinska"),
    "tr": _("turkiska"),
    "uk": _("ukrainska"),
})  # fmt: skip
