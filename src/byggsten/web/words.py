"""The words, colours and icons that several desks have in common."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from byggsten.domain.planning import ActivityKind, BuildingBlock

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django_stubs_ext import StrPromise

KINDS: Mapping[ActivityKind, tuple[str, StrPromise]] = MappingProxyType({
    ActivityKind.SFI: ("accent", _("Svenska")),
    ActivityKind.WORK: ("brand1", _("Arbete och praktik")),
    ActivityKind.ORIENTATION: ("brand2", _("Samhälle")),
    ActivityKind.SOCIAL: ("moss", _("Möten med andra")),
    ActivityKind.OWN: ("neutral", _("Egna studier")),
})  # fmt: skip
BLOCK_ICONS: Mapping[BuildingBlock, str] = MappingProxyType({
    BuildingBlock.SECURITY: "house",
    BuildingBlock.LANGUAGE: "languages",
    BuildingBlock.NORMS: "scale",
    BuildingBlock.LIVELIHOOD: "graduation-cap",
    BuildingBlock.CODES: "compass",
    BuildingBlock.SOCIAL_CAPITAL: "users",
})  # fmt: skip
