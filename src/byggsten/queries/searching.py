"""How people may be searched for: by name or personal number, and by nothing else (2001:637, 15 §)."""

from __future__ import annotations

from django.db.models import Q

from byggsten.records.models import Person

NUMBER_LENGTH, MOST_WORDS = 12, 8


def found_by(search: str) -> Q:
    """People whose names have every word, or whose whole personal number it is.

    What a merged record says finds the one that it was merged into.
    """
    own = _said(search)
    merged = Person.objects.filter(own, merged_into__isnull=False).values("merged_into")
    return own | Q(pk__in=merged)


def _said(search: str) -> Q:
    words = search.split()[:MOST_WORDS]
    digits = "".join(filter(str.isdigit, search))
    if digits:
        return Q(number=digits) if len(digits) == NUMBER_LENGTH else Q(pk__in=[])
    found = Q()
    for word in words:
        found &= Q(given_name__icontains=word) | Q(family_name__icontains=word)
    return found
