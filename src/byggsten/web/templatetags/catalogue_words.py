"""The catalogue's codes in words: kinds, levels, blocks, weekdays, languages."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django import template
from django.utils.translation import gettext

from byggsten.web.catalogue import words
from byggsten.web.words import BLOCK_ICONS, KINDS

if TYPE_CHECKING:
    from datetime import time

    from byggsten.domain.catalogue import Slot
    from byggsten.domain.planning import ActivityKind, BuildingBlock, SwedishLevel

register = template.Library()


@register.filter
def kind_colour(kind: ActivityKind | None) -> str:
    """The colour of a kind of time."""
    return KINDS[kind][0] if kind else "neutral"


@register.filter
def kind_label(kind: ActivityKind | None) -> str:
    """The name of a kind of time."""
    return str(KINDS[kind][1]) if kind else gettext("Slags tid är inte valt")


@register.filter
def level(swedish: SwedishLevel | None) -> str:
    """The name of a level of Swedish."""
    return str(words.LEVELS[swedish]) if swedish else gettext("Alla nivåer")


@register.filter
def block_name(block: BuildingBlock) -> str:
    """The name of a building block."""
    return gettext(words.BLOCKS[block])


@register.filter
def block_icon(block: BuildingBlock) -> str:
    """The picture of a building block."""
    return BLOCK_ICONS[block]


@register.filter
def weekday_name(number: int) -> str:
    """«Måndag» for 1."""
    return str(words.WEEKDAYS[number])


@register.filter
def language_name(code: str) -> str:
    """The name of a language of instruction, or its code where it has none."""
    return str(words.LANGUAGES.get(code, code))


@register.filter
def ends(slot: Slot) -> time:
    """When a weekly time is over."""
    begins = datetime.combine(slot.period.first_day, slot.start)
    return (begins + timedelta(minutes=slot.minutes)).time()
