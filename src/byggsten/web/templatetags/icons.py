"""Icons, each drawn once: a page has dozens of the same few, and drawing one copies a tree of XML."""

from __future__ import annotations

import functools

from django import template
from lucide.templatetags import lucide as library

register = template.Library()


@register.simple_tag
@functools.lru_cache(maxsize=512)
def lucide(name: str, *, size: int | None = 24, **attributes: str | int) -> str:
    """The package's tag by its own name; templates load this library instead."""
    drawn: str = library.lucide(name, size=size, **attributes)
    return drawn
