"""Records that may be one person's, side by side, and the answers: the same person, or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from byggsten.access.refusals import NothingHere
from byggsten.access.roles import May
from byggsten.actions.merging import merge, not_the_same, take_back_not_the_same, undo_merge
from byggsten.domain.texts import Refusal
from byggsten.queries.merge_answers import merged, told_apart
from byggsten.queries.proposals import proposed, side_by_side
from byggsten.web.caseworker.duplicates.comparing import compared
from byggsten.web.desk import reads, shows, writes
from byggsten.web.spoken import said

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.web.desk import StaffRequest

# As many pairs as somebody answers before a pause.
A_PAGE = 10


@writes(May.RECEIVE)
def page(request: StaffRequest) -> HttpResponse:
    """The pairs that nobody has answered, or the answer to one."""
    if request.method != "POST":
        return _page(request)
    try:
        told = _answer(request)
    except NothingHere:
        # Somebody else may have answered meanwhile.
        told = _("Inget är ändrat. Paret finns inte längre, eller är inte ditt att svara på.")
        messages.warning(request, told)
    except Refusal as refusal:
        return _page(request, error=said(refusal))
    else:
        messages.success(request, told)
    return redirect("caseworker:duplicates")


@reads(May.RECEIVE)
def count(request: StaffRequest) -> HttpResponse:
    """A link with how many pairs there are, or nothing: a part of other pages, fetched after them."""
    return render(request, "caseworker/duplicates/count.html", {"count": len(proposed(request.actor))})


def _answer(request: StaffRequest) -> str:
    sent, by, at = request.POST, request.actor, request.now
    one, other, answer = (sent.get(name, "") for name in ("one", "other", "answer"))
    if answer == "same":
        kept = other if sent.get("kept") == other else one
        merge(kept=kept, absorbed=one if kept == other else other, by=by, at=at)
        return _("Posterna läses nu som en person. Du kan ångra det längre ner på sidan.")
    if answer == "apart":
        not_the_same(one=one, other=other, by=by, at=at)
        return _("Svaret är sparat: två olika personer. Paret visas inte igen.")
    if answer == "undo":
        undo_merge(absorbed=other, by=by, at=at)
        return _("Sammanslagningen är tillbakatagen. Finns skyddade personuppgifter gäller skyddet båda.")
    if answer == "forget":
        take_back_not_the_same(one=one, other=other, by=by, at=at)
        return _("Svaret är tillbakataget. Paret visas igen om posterna fortfarande liknar varandra.")
    raise Refusal(_("Välj «Samma person» eller «Inte samma»."))


def _page(request: StaffRequest, error: str = "") -> HttpResponse:
    found = proposed(request.actor)
    shown = Paginator(found, A_PAGE).get_page(request.GET.get("sida"))
    pairs = [compared(pair) for pair in side_by_side(tuple(shown))]
    answers = {"merged": merged(request.actor), "apart": told_apart(request.actor)}
    people = [side.reference for pair in pairs for side in (pair.one, pair.other)]
    people += [who for told in answers.values() for answer in told for who in (answer.one, answer.other)]
    shows(request, people, purpose="duplicates")
    sent = {name: request.POST.get(name, "") for name in ("one", "other", "kept")}
    return render(
        request,
        "caseworker/duplicates/page.html",
        {"page": shown, "pairs": pairs, "total": len(found), "error": error, "sent": sent, **answers},
        status=422 if error else 200,
    )
