"""Register one person by hand, from nothing or from a partner's notice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from byggsten.access.roles import May
from byggsten.actions.reception import receive, saved_before
from byggsten.actions.reception_homes import Home
from byggsten.actions.reception_numbers import NumberCannotBeUsed
from byggsten.domain.texts import Refusal
from byggsten.queries.reception import one_notice
from byggsten.web.caseworker.receiving.asking import question, token_of
from byggsten.web.caseworker.receiving.household_home import roles_of
from byggsten.web.caseworker.receiving.identity_fields import ReachForm, SpeaksForm, WayHereForm, WhoForm
from byggsten.web.caseworker.receiving.newcomers import (
    newcomer_of,
    notices,
    problems,
    reach_problems,
    with_number,
)
from byggsten.web.caseworker.words import LANGUAGES
from byggsten.web.desk import writes
from byggsten.web.numbers import number
from byggsten.web.spoken import said, spoken

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django import forms
    from django.http import HttpResponse

    from byggsten.actions.reception import Received
    from byggsten.queries.reception import NoticeLine
    from byggsten.web.caseworker.receiving.asking import Question
    from byggsten.web.desk import StaffRequest


class PersonForm(WayHereForm, ReachForm, SpeaksForm, WhoForm):
    """Everything that is asked about one who is received."""

    def told(self) -> dict[str, Any]:
        """What is told, and what the number tells."""
        return with_number(self.cleaned_data)


@writes(May.RECEIVE)
def page(request: StaffRequest) -> HttpResponse:
    """The form; what cannot be saved is explained, with everything kept."""
    notice = _notice(request)
    if request.method != "POST":
        form = PersonForm(initial=_known(notice), language=request.language, today=request.today)
        return _page(request, form, notice)
    form = PersonForm(request.POST, language=request.language, today=request.today)
    if form.is_valid():
        form.add_problems((*problems(form.told(), request.today), *reach_problems(form.told())))
    if form.errors:
        return _page(request, form, notice)
    asked = question(request, [form.told()])
    if asked is not None:
        before = saved_before(token_of(request.POST))
        if before is not None:
            # Whom the question would be about is the one whom this very form has just registered.
            return landed(request, before)
        return _page(request, form, notice, asked=asked)
    try:
        received = _save(request, form, notice)
    except NumberCannotBeUsed as refusal:
        form.add_error("number", said(refusal))
    except Refusal as refusal:
        form.add_error(None, said(refusal))
    else:
        return landed(request, received, [form.told()])
    return _page(request, form, notice)


def _save(request: StaffRequest, form: PersonForm, notice: NoticeLine | None) -> Received:
    told = form.told()
    home = None
    if request.POST.get("alone"):
        day = told.get("received") or request.today
        home = Home(roles_of([told], request.today), (max(day, told["born"]),))
    return receive(
        [newcomer_of(told)],
        token=token_of(request.POST),
        by=request.actor,
        at=request.now,
        home=home,
        notice=notice.pk if notice and notice.outcome is None else None,
    )


def landed(request: StaffRequest, received: Received, told: Sequence[Mapping[str, Any]] = ()) -> HttpResponse:
    """To the page of whoever was registered first, with a message, and what is worth asking about each."""
    first = received.references[0]
    if received.again:
        messages.success(request, _("Blanketten var redan sparad. Inget nytt registrerades."))
    elif len(received.references) == 1:
        messages.success(request, _("Personen är registrerad. Ärendenummer: %(case)s.") % {"case": first})
    else:
        cases = {"cases": ", ".join(received.references)}
        messages.success(request, _("Hushållet är registrerat. Ärendenummer: %(cases)s.") % cases)
    for reference, one in zip(received.references, told, strict=False):
        for text in notices(one, request.today):
            asked = {"case": reference, "notice": spoken(text)}
            messages.warning(request, _("Ärende %(case)s: %(notice)s") % asked)
    return redirect("caseworker:person", reference=first)


def _notice(request: StaffRequest) -> NoticeLine | None:
    asked = request.GET.get("avisering", "")
    if not asked:
        return None
    return one_notice(request.actor, number(asked) or 0)


def _known(notice: NoticeLine | None) -> dict[str, Any]:
    if notice is None:
        return {}
    return {
        "given_name": notice.given_name,
        "family_name": notice.family_name,
        "number": notice.number,
        "born": notice.born,
        "language": notice.language,
        "way_origin": "Partner",
    }


def _page(
    request: StaffRequest, form: forms.Form, notice: NoticeLine | None, asked: Question | None = None
) -> HttpResponse:
    context = {
        "form": form,
        "forms": [form],
        "notice": notice,
        "asked": asked,
        "token": token_of(request.POST),
        "alone": bool(request.POST.get("alone")),
        "languages": LANGUAGES.values(),
    }
    status = 422 if asked is not None or (form.is_bound and form.errors) else 200
    return render(request, "caseworker/receiving/person.html", context, status=status)
