"""Show the page where a plan is written: the draft, the week, what is found, the catalogue, a proposal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from byggsten.queries.plan_editor import desk
from byggsten.queries.plan_judging import judge, period_of
from byggsten.queries.plan_proposal import proposal_for, reachable
from byggsten.web.caseworker.planner.bar import bar_of
from byggsten.web.caseworker.planner.form import carried_draft, shown
from byggsten.web.caseworker.planner.found import found_of
from byggsten.web.caseworker.planner.offers import catalogue, chosen_cards
from byggsten.web.caseworker.planner.proposing import proposed
from byggsten.web.caseworker.planner.wanted import wanted_of
from byggsten.web.caseworker.planner.week import grid_of
from byggsten.web.caseworker.planner.words import GOALS, PARTIES, READY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpResponse

    from byggsten.domain.plan_draft import Draft
    from byggsten.queries.plan_editor import Desk
    from byggsten.web.caseworker.planner.conflict import Conflict
    from byggsten.web.caseworker.planner.form import Typed
    from byggsten.web.desk import StaffRequest


@dataclass(frozen=True, slots=True)
class Trouble:
    """What kept a form from being saved or adopted: sentences, or what somebody else saved."""

    sentences: tuple[str, ...] = ()
    conflict: Conflict | None = None
    status: int = 422


def show(
    request: StaffRequest, reference: str, *, typed: Typed | None = None, trouble: Trouble | None = None
) -> HttpResponse:
    """The page; with what was typed where it could not be saved."""
    found = desk(request.actor, reference)
    # What cannot be read is judged as it was last saved.
    draft = found.draft if typed is None or typed.all_errors else typed.draft
    asked = request.POST if request.method == "POST" else request.GET
    context = _context(request, found, draft, asked)
    context |= {
        "typed": typed or shown(found.draft),
        "trouble": trouble,
        "errors": typed.all_errors if typed else (),
        "saved_at": found.saved_at,
        "by_me": found.saved_by == request.actor.name,
    }
    context |= _rests_on(found, typed, trouble, asked)
    failed = bool(trouble) or bool(context["errors"])
    return render(
        request,
        "caseworker/planner.html",
        context | {"failed": failed},
        status=trouble.status if trouble else 422 if failed else 200,
    )


def _rests_on(
    found: Desk, typed: Typed | None, trouble: Trouble | None, asked: Mapping[str, str]
) -> dict[str, object]:
    """The stamp and the draft that go with the form.

    What is not saved still rests on what was opened, or it would overwrite what came after.
    """
    ended = trouble is not None and trouble.conflict is not None and trouble.conflict.ended
    if typed is None or ended or (found.kept and not typed.all_errors and typed.draft == found.draft):
        return {"stamp": str(found.stamp), "opened": carried_draft(found.draft)}
    return {name: asked.get(name, "") for name in ("stamp", "opened")}


def saved(
    request: StaffRequest,
    reference: str,
    trouble: str,
    *,
    kept: tuple[int, Draft] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The line that says when the draft was saved, or why it was not; ``kept`` is its new stamp and text."""
    context = {name: request.POST.get(name, "") for name in ("stamp", "opened")} | {"reference": reference}
    context |= {} if kept is None else {"stamp": str(kept[0]), "opened": carried_draft(kept[1])}
    told = {"saved_at": None if trouble else request.now, "by_me": True, "not_saved": trouble}
    return render(request, "caseworker/planner/saved.html", context | told, status=status)


def _context(request: StaffRequest, found: Desk, draft: Any, asked: Mapping[str, str]) -> dict[str, Any]:
    judged = judge(request.actor, found.person.reference, draft)
    proposal = proposal_for(judged)
    wanted = wanted_of(asked)
    situation = judged.situation
    return {
        "person": found.person,
        "desk": found,
        "draft": draft,
        "bar": bar_of(judged, reachable(judged, proposal), request.today),
        "grid": grid_of(judged, request.today),
        "chosen": chosen_cards(judged, found.versions.names),
        "found": found_of(judged),
        "stops": len(judged.stops),
        "wanted": wanted,
        "catalogue": catalogue(judged, wanted),
        "proposal": proposed(proposal, judged) if asked.get("forslag") == "1" else None,
        "situation": situation,
        "extent_address": f"{reverse('caseworker:rule', args=[found.person.reference, 'omfattning'])}"
        f"?dag={situation.first_day.isoformat()}",
        "goal_kinds": GOALS.items(),
        "parties": PARTIES.items(),
        "ready": tuple((n, {"who": PARTIES[one.party], "words": one.words}) for n, one in enumerate(READY)),
        "label_kind": gettext("Vad målet gäller"),
        "label_party": gettext("Vem"),
        "extent_words": gettext(situation.extent_words) if situation.extent_words else "",
        "extent_source": gettext(situation.extent_source) if situation.extent_source else "",
        "judged_period": period_of(draft, request.today),
        "next_version": max((one.number for one in found.versions.every), default=0) + 1,
    }
