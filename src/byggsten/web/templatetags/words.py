"""How minutes, days and times are written on the pages, in the language of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils import formats, timezone, translation
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime, time

    from byggsten.domain.rules.kinds import Words

register = template.Library()
HOUR = 60


@register.filter
def hours(minutes: int | None) -> str:
    """2250 minutes as «37,5»; at most two decimals, none that says nothing."""
    if minutes is None:
        return "–"
    whole, rest = divmod(abs(minutes), HOUR)
    # Hundredths of an hour, rounded to the nearest: the figure is for reading, the ledger keeps minutes.
    decimals = f"{(rest * 100 + HOUR // 2) // HOUR:02}".rstrip("0")
    mark = "." if (translation.get_language() or "sv").startswith("en") else ","
    return f"{'-' if minutes < 0 else ''}{whole}{mark + decimals if decimals else ''}"


@register.filter
def said(words: Words | None) -> str:
    """The words of the rule book in the language of the page."""
    return "" if words is None else words.text(translation.get_language() or "sv")


@register.filter
def named(names: Mapping[str, object], code: str) -> object:
    """The name of a code, or the code itself where it has none."""
    return names.get(code, code)


@register.filter
def whole_hours(minutes: int) -> str:
    """Hours to the nearest whole, thousands apart; for sums of many people."""
    return formats.number_format((minutes + HOUR // 2) // HOUR, use_l10n=True, force_grouping=True)


@register.filter
def translated(sentence: str) -> str:
    """A marked sentence of the domain in the language of the page."""
    return translation.gettext(sentence) if sentence else ""


@register.filter
def in_hours(minutes: int | None) -> str:
    """2250 minutes as «37,5 timmar», 60 as «1 timme»."""
    number = 1 if minutes == HOUR else 2
    return ngettext("%(hours)s timme", "%(hours)s timmar", number) % {"hours": hours(minutes)}


@register.filter
def day(value: date | None) -> str:
    """«27 november 2026»."""
    return "" if value is None else formats.date_format(value, "j F Y")


@register.filter
def short_day(value: date | None) -> str:
    """«fre 27 nov»."""
    return "" if value is None else formats.date_format(value, "D j M").lower().replace(".", "")


@register.filter
def clock(value: time | None) -> str:
    """«08.30», and «08:30» in English."""
    mark = ":" if (translation.get_language() or "sv").startswith("en") else "."
    return "" if value is None else f"{value.hour:02}{mark}{value.minute:02}"


@register.filter
def share(part: int | None, whole: int | None) -> SafeString:
    """A part of a whole as a CSS percentage, «62.5%», whatever the language."""
    if not part or not whole:
        return mark_safe("0%")
    return mark_safe(f"{min(1000, part * 1000 // whole) / 10}%")  # noqa: S308 - a number and a sign


@register.filter
def weekday(value: date) -> str:
    """«Måndag»."""
    return formats.date_format(value, "l").capitalize()


@register.filter
def day_and_month(value: date) -> str:
    """«23/11»."""
    return f"{value.day}/{value.month}"


@register.filter
def local_day(value: datetime) -> str:
    """The day in Sweden of a moment, «27 november 2026»."""
    return day(timezone.localtime(value).date())


@register.filter
def moment(value: datetime | None) -> str:
    """The moment in Sweden: «27 november 2026 08.30»."""
    if value is None:
        return ""
    here = timezone.localtime(value)
    return f"{day(here.date())} {clock(here.time())}"


@register.filter
def hour_of(value: datetime | None) -> str:
    """The time of day in Sweden of a moment: «08.30»."""
    return "" if value is None else clock(timezone.localtime(value).time())
