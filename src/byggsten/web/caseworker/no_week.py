"""The answer to a week or a day that cannot be shown: a sentence that says why, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import gettext

from byggsten.access.refusals import NothingHere, NotInYourRole
from byggsten.domain.texts import Refusal

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.domain.rules import RulebookError
    from byggsten.web.desk import StaffRequest


def no_week(request: StaffRequest, reference: str, refusal: Refusal | RulebookError) -> HttpResponse:
    """Say what is wrong.  What one may not see goes on to the page that says so."""
    if isinstance(refusal, NothingHere | NotInYourRole):
        raise refusal
    context = {"sentence": sentence(refusal), "reference": reference}
    return render(request, "caseworker/no_week.html", context, status=404)


def sentence(refusal: Refusal | RulebookError) -> str:
    """The refusal in the language of the page."""
    if not isinstance(refusal, Refusal):
        return str(refusal)
    text = refusal.text
    return gettext(text.sentence) % text.blanks if text.blanks else gettext(text.sentence)
