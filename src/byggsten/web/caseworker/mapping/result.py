"""What the mapping comes to: a proposal for each block and a track; a person judges, and finishes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from byggsten.access.roles import May
from byggsten.actions.mapping import UnreasonedEstimate, finish_talk
from byggsten.domain.competence import Track
from byggsten.domain.competence_estimate import estimates, suggest
from byggsten.domain.competence_estimate.given_facts import given_facts
from byggsten.domain.texts import Refusal
from byggsten.queries.building_blocks import NAMES
from byggsten.queries.mapping_page import mapping_page
from byggsten.web.caseworker.mapping.parts import parts_of, progress
from byggsten.web.caseworker.mapping.steps import BY_TOPIC, TITLES
from byggsten.web.caseworker.mapping.words import FACTS, LEVELS, TRACKS
from byggsten.web.desk import shows, writes
from byggsten.web.spoken import said, spoken
from byggsten.web.words import BLOCK_ICONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpResponse

    from byggsten.domain.competence_estimate import Estimate
    from byggsten.domain.planning import BuildingBlock
    from byggsten.queries.mapping_shown import Judged, MappingPage
    from byggsten.web.desk import StaffRequest

LONGEST = 1000


@dataclass(frozen=True, slots=True)
class ToldBlock:
    """A block with what is proposed and why, and what a person has judged, or is judging."""

    block: BuildingBlock
    name: str
    icon: str
    proposed: str
    why: tuple[str, ...]
    level: str
    words: str
    judged: Judged | None
    error: str = ""

    @property
    def level_name(self) -> str:
        """The judged level in words."""
        return str(LEVELS[self.judged.level]) if self.judged else ""


def told_blocks(
    page: MappingPage,
    found: Iterable[Estimate],
    sent: dict[str, str] | None = None,
    error: UnreasonedEstimate | None = None,
) -> tuple[ToldBlock, ...]:
    """The six blocks in the language of the page; ``sent`` is what a form that is shown again held."""
    blocks = []
    for one in found:
        why, judged = tuple(spoken(text) for text in one.why), page.judged.get(one.block)
        level = str(judged.level if judged else "" if one.level is None else one.level)
        words = judged.words if judged else " ".join(why) if one.level is not None else ""
        if sent is not None:
            level, words = sent.get(f"level-{one.block}", ""), sent.get(f"words-{one.block}", "")
        blocks.append(ToldBlock(
            one.block, _(NAMES[one.block]), BLOCK_ICONS[one.block],
            _("Okänt") if one.level is None else str(LEVELS[one.level]), why, level, words, judged,
            said(error) if error is not None and error.block is one.block else "",
        ))  # fmt: skip
    return tuple(blocks)


@writes(May.CHANGE_PERSON)
def result(request: StaffRequest, reference: str) -> HttpResponse:
    """Show the proposal, or finish with what a person has judged."""
    page = mapping_page(request.actor, reference)
    shows(request, [reference], purpose="casework")
    if request.method != "POST":
        return _page(request, page)
    track = request.POST.get("track", "")
    try:
        finish_talk(
            person=reference,
            judged=_judged(request, page),
            track=Track(track) if track in set(Track) else None,
            track_words=request.POST.get("track_words", "")[:LONGEST],
            by=request.actor,
            at=request.now,
        )
    except Refusal as refusal:
        return _page(request, page, refusal)
    messages.success(request, _("Kartläggningen är avslutad. Reglerna och planen använder det ni har sagt."))
    return redirect("caseworker:mapping", reference=reference)


def _judged(request: StaffRequest, page: MappingPage) -> dict[BuildingBlock, tuple[int, str]]:
    found = {}
    for one in estimates(page.told, request.today):
        level = request.POST.get(f"level-{one.block}", "")
        if level:
            words = request.POST.get(f"words-{one.block}", "")[:LONGEST]
            found[one.block] = (int(level) if level in {"0", "1", "2", "3"} else -1, words)
    return found


def _page(request: StaffRequest, page: MappingPage, refusal: Refusal | None = None) -> HttpResponse:
    suggestion = suggest(page.told, request.today)
    sent = {key: str(value) for key, value in request.POST.items()} if refusal else None
    wrong = refusal if isinstance(refusal, UnreasonedEstimate) else None
    chosen = page.talk.track if page.talk and page.talk.track else suggestion.track
    context = progress(parts_of(page)) | {
        "page": page,
        "person": page,
        "blocks": told_blocks(page, estimates(page.told, request.today), sent, wrong),
        "levels": [(str(number), name) for number, name in enumerate(LEVELS)],
        "tracks": [(track.value, *TRACKS[track]) for track in Track],
        "suggested": TRACKS[suggestion.track][0] if suggestion.track else "",
        "others": [TRACKS[track][0] for track in suggestion.others],
        "why": [spoken(text) for text in suggestion.why],
        "advice": [spoken(text) for text in suggestion.advice],
        "track": sent.get("track", "") if sent else (chosen.value if chosen else ""),
        "track_words": sent.get("track_words", "") if sent else (page.talk.track_words if page.talk else ""),
        "unknown": [(TITLES[topic], BY_TOPIC[topic]) for topic in page.told.unknown],
        "facts": [(FACTS[fact.code], fact) for fact in given_facts(page.told, request.today)],
        "error": said(refusal) if refusal else "",
    }
    return render(request, "caseworker/mapping/result.html", context, status=422 if refusal else 200)
