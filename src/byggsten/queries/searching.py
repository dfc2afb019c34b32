"""How people may be searched for: by name or personal number, and by nothing else (2001:637, 15 §)."""

from __future__ import annotations

from django.db.models import Q

NUMBER_LENGTH, MOST_WORDS = 12, 8


def found_by(search: str) -> Q:
    """People whose names have every word, or whose whole personal number it is."""
    words = search.split()[:MOST_WORDS]
    digits = "".join(filter(str.isdigit, search))
    if digits:
        return Q(number=digits) if len(digits) == NUMBER_LENGTH else Q(pk__in=[])
    found = Q()
    for word in words:
        found &= Q(given_name__icontains=word) | Q(family_name__icontains=word)
    return found
