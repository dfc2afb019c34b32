"""The list of activities, kept to what one asks for."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.translation import gettext

from byggsten.access.roles import May
from byggsten.domain.planning import ActivityKind, BuildingBlock, Publication, SwedishLevel
from byggsten.queries.catalogue_entries import all_places
from byggsten.queries.catalogue_list import Wanted, catalogue_lines, counted
from byggsten.web.catalogue import words
from byggsten.web.desk import reads
from byggsten.web.words import KINDS

if TYPE_CHECKING:
    from django.http import HttpResponse, QueryDict

    from byggsten.web.desk import StaffRequest

    Word = TypeVar("Word", bound=StrEnum)

ON_A_PAGE = 25
LONGEST = 100


@reads(May.SEE_CATALOGUE)
def activities(request: StaffRequest) -> HttpResponse:
    """What can be offered, with a filter; drafts only for the one who keeps the catalogue."""
    wanted = wanted_of(request.GET)
    lines = catalogue_lines(request.actor, wanted)
    page = Paginator(lines, ON_A_PAGE).get_page(request.GET.get("sida"))
    numbers = counted(request.actor)
    edits = request.actor.has(May.EDIT_CATALOGUE)
    states = [
        (state.value, str(words.COUNTED[state]), numbers.get(state, 0), *words.STATES[state][:2])
        for state in Publication
        if edits or state is not Publication.DRAFT
    ]
    context = {
        "page": page,
        "wanted": wanted,
        "asked": any(
            request.GET.get(name) for name in ("sok", "byggsten", "slag", "plats", "niva", "lediga")
        ),
        "states": sorted(states, key=lambda row: row[0] != Publication.PUBLISHED),
        "places": [place.name for place in all_places()],
        "blocks": [(block.value, gettext(name)) for block, name in words.BLOCKS.items()],
        "kinds": [(kind.value, str(label)) for kind, (_, label) in KINDS.items()],
        "levels": [(level.value, str(label)) for level, label in words.KNOWS.items()],
        "edits": edits,
        "words": words,
    }
    return render(request, "catalogue/activities.html", context)


def wanted_of(asked: QueryDict) -> Wanted:
    """What is asked for; a word that nobody knows is passed over."""
    return Wanted(
        publication=_word(Publication, asked.get("visa")) or Publication.PUBLISHED,
        words=asked.get("sok", "")[:LONGEST].strip(),
        block=_word(BuildingBlock, asked.get("byggsten")),
        kind=_word(ActivityKind, asked.get("slag")),
        place=asked.get("plats", "")[:200].replace("\0", ""),
        level=_word(SwedishLevel, asked.get("niva")),
        free=asked.get("lediga") == "1",
    )


def _word(of: type[Word], told: str | None) -> Word | None:
    return of(told) if told in {word.value for word in of} else None
