"""The desk of the reception, and what becomes of one notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from byggsten.access.refusals import NothingHere
from byggsten.access.roles import May
from byggsten.actions.reception_notice_outcomes import reopen_notice, settle_notice
from byggsten.domain.reception import NoticeOutcome
from byggsten.domain.texts import Refusal
from byggsten.queries.duplicates import likely
from byggsten.queries.reception import one_notice, reception_desk
from byggsten.web.caseworker.duplicates.likely import dressed
from byggsten.web.caseworker.receiving.words import OUTCOMES, SENDERS
from byggsten.web.caseworker.words import LANGUAGES
from byggsten.web.desk import reads, shows, writes
from byggsten.web.spoken import said

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.web.desk import StaffRequest

BY_HAND, AGAIN = (NoticeOutcome.KNOWN.value, NoticeOutcome.NOT_OURS.value), "open"
WORDS = {"senders": SENDERS, "outcomes": OUTCOMES, "languages": LANGUAGES}


@reads(May.RECEIVE)
def page(request: StaffRequest) -> HttpResponse:
    """What waits, the oldest first, and the ways to register."""
    desk = reception_desk(request.actor)
    shows(request, [line.person for line in desk.handled if line.person], purpose="reception")
    return render(request, "caseworker/receiving/desk.html", {"desk": desk, **WORDS})


@writes(May.RECEIVE)
def notice(request: StaffRequest, pk: int) -> HttpResponse:
    """One notice: who may be meant, and what became of it."""
    line = one_notice(request.actor, pk)
    if request.method == "POST":
        return _handled(request, pk)
    alike = () if line.outcome else likely(
        request.actor, given_name=line.given_name, family_name=line.family_name,
        born=line.born, number=line.number,
    )  # fmt: skip
    shown = [one.reference for one in alike] + ([line.person] if line.person else [])
    shows(request, shown, purpose="reception")
    context = {"line": line, "alike": [dressed(one) for one in alike], **WORDS}
    return render(request, "caseworker/receiving/notice.html", context)


def _handled(request: StaffRequest, pk: int) -> HttpResponse:
    wanted, by, at = request.POST.get("outcome", ""), request.actor, request.now
    person = request.POST.get("person", "").strip() if wanted == NoticeOutcome.KNOWN.value else ""
    here = redirect("caseworker:notice", pk=pk)
    try:
        if wanted == AGAIN:
            reopen_notice(pk, by=by, at=at)
            messages.success(request, _("Aviseringen väntar igen. Inget annat är ändrat."))
            return here
        if wanted not in BY_HAND or (wanted == NoticeOutcome.KNOWN.value and not person):
            messages.error(request, _("Skriv ärendenumret för den som aviseringen gäller."))
            return here
        settle_notice(pk, outcome=NoticeOutcome(wanted), person=person, by=by, at=at)
    except NothingHere:
        messages.error(request, _("Inget är sparat. Det finns inget sådant ärende som du får se."))
        return here
    except Refusal as refusal:
        messages.error(request, said(refusal))
        return here
    messages.success(request, _("Aviseringen är hanterad. Du kan ångra det på aviseringens sida."))
    return redirect("caseworker:receive")
