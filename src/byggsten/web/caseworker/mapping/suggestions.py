"""Suggestions from the taxonomy while one types: a part of a page, or a page of its own without script."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from django.shortcuts import render

from byggsten.access.refusals import NothingHere
from byggsten.access.roles import May
from byggsten.domain.competence import Topic, shape_of
from byggsten.domain.competence.values import Word
from byggsten.queries.taxonomy import is_loaded, search
from byggsten.web.caseworker.mapping.labels import LABELS
from byggsten.web.desk import reads

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.web.desk import StaffRequest

LONGEST = 200


@reads(May.SEE_PERSON)
def taxonomy_search(request: StaffRequest) -> HttpResponse:
    """What fits the words in the field; nothing about any person is asked or told."""
    topic, name = request.GET.get("topic", Topic.OCCUPATION.value), request.GET.get("of", "occupation")
    kinds = _kinds(topic, name)
    words = request.GET.get(name, "")[:LONGEST]
    context = {
        "topic": topic,
        "name": name,
        "label": LABELS[Topic(topic), name],
        "words": words,
        "hits": search(words, kinds, request.language),
        "loaded": is_loaded(),
    }
    part = "HX-Request" in request.headers
    return render(
        request, "caseworker/mapping/hits.html" if part else "caseworker/mapping/search.html", context
    )


def _kinds(topic: str, name: str) -> tuple[str, ...]:
    if topic in set(Topic):
        for one in fields(shape_of(Topic(topic))):  # type: ignore[arg-type]
            if one.name == name and isinstance(one.metadata["kind"], Word):
                return one.metadata["kind"].kinds
    raise NothingHere
