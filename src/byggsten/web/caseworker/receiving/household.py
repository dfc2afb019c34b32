"""Register a whole household on one page: saved whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from byggsten.access.refusals import NothingHere
from byggsten.access.roles import May
from byggsten.actions.reception import receive, saved_before
from byggsten.actions.reception_numbers import NumberCannotBeUsed
from byggsten.domain.texts import Refusal
from byggsten.web.caseworker.receiving.asking import question, token_of
from byggsten.web.caseworker.receiving.household_form import Household
from byggsten.web.caseworker.receiving.newcomers import newcomer_of
from byggsten.web.caseworker.receiving.person import landed
from byggsten.web.caseworker.words import LANGUAGES
from byggsten.web.desk import writes
from byggsten.web.spoken import said, spoken

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.web.caseworker.receiving.asking import Question
    from byggsten.web.desk import StaffRequest


@writes(May.RECEIVE)
def page(request: StaffRequest) -> HttpResponse:
    """The form with a row for each member; «more rows» is a way back to it with all that was written."""
    if request.method != "POST":
        return _page(request, Household.empty(request.language))
    if "more" in request.POST:
        return _page(request, Household.longer(request.POST, request.language))
    household = Household.sent(request.POST, request.language, request.today)
    if not household.is_right(request.today):
        return _page(request, household, failed=True)
    return _register(request, household)


def _register(request: StaffRequest, household: Household) -> HttpResponse:
    asked = question(request, household.told)
    if asked is not None:
        before = saved_before(token_of(request.POST))
        if before is not None:
            # Whom the question would be about is the one whom this very form has just registered.
            return landed(request, before)
        return _page(request, household, asked=asked)
    try:
        received = receive(
            [newcomer_of(told) for told in household.told],
            token=token_of(request.POST),
            by=request.actor,
            at=request.now,
            home=household.home(request.today),
        )
    except NumberCannotBeUsed as refusal:
        household.number_is_taken(refusal.number, said(refusal))
    except NothingHere as refusal:
        household.shared.add_error("joins", spoken(refusal.text))
    except Refusal as refusal:
        household.shared.add_error(None, said(refusal))
    else:
        return landed(request, received, household.told)
    return _page(request, household, failed=True)


def _page(
    request: StaffRequest, household: Household, *, failed: bool = False, asked: Question | None = None
) -> HttpResponse:
    context = {
        "form": household.shared,
        "rows": household.rows,
        "forms": [household.shared, *household.rows] if failed else [],
        "asked": asked,
        "failed": failed,
        "token": token_of(request.POST),
        "languages": LANGUAGES.values(),
    }
    status = 422 if failed or asked is not None else 200
    return render(request, "caseworker/receiving/household.html", context, status=status)
