"""A domain's sentence in the language of the page."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils import formats
from django.utils.translation import gettext

from byggsten.domain.texts import Text

if TYPE_CHECKING:
    from byggsten.domain.texts import Refusal


def spoken(text: Text) -> str:
    """The sentence translated, its blanks filled: days as «27 november 2026», sentences translated too."""
    sentence = gettext(text.sentence)
    return sentence % {name: _told(value) for name, value in text.blanks.items()} if text.blanks else sentence


def said(refusal: Refusal) -> str:
    """What the refusal says."""
    return spoken(refusal.text)


def _told(value: object) -> object:
    if isinstance(value, Text):
        return spoken(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return formats.date_format(value, "j F Y")
    return value
