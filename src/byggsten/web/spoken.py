"""A domain's sentence in the language of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext

if TYPE_CHECKING:
    from byggsten.domain.texts import Refusal, Text


def spoken(text: Text) -> str:
    """The sentence translated, its blanks filled."""
    sentence = gettext(text.sentence)
    return sentence % text.blanks if text.blanks else sentence


def said(refusal: Refusal) -> str:
    """What the refusal says."""
    return spoken(refusal.text)
