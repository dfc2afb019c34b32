"""How people may be searched for: by name, personal number or case number, and by nothing else.

Förordning 2001:637, 15 §.
"""

from __future__ import annotations

from django.db.models import Q

from byggsten.records.models import Person

NUMBER_LENGTH, MOST_WORDS = 12, 8


def found_by(search: str) -> Q:
    """People whose names have every word, or whose whole personal number or case number it is.

    What a merged record says finds the one that it was merged into.
    """
    own = _said(search)
    merged = Person.objects.filter(own, merged_into__isnull=False).values("merged_into")
    return own | Q(pk__in=merged)


def _said(search: str) -> Q:
    words = search.split()[:MOST_WORDS]
    digits = "".join(filter(str.isdigit, search))
    # SQLite folds only English letters, so the forms that people type are asked for one by one.
    typed = search.strip()
    case = Q(reference__in={typed, typed.upper(), typed.lower()})
    if digits:
        return case | Q(number=digits) if len(digits) == NUMBER_LENGTH else case
    found = Q()
    for word in words:
        found &= Q(given_name__icontains=word) | Q(family_name__icontains=word)
    return found | case
