"""The page of the meeting: the plan in both languages, and what each party says of exactly that text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.actions.confirming import Answer, TextChanged, fingerprint, take_stance
from byggsten.actions.prior_notices import notices_read
from byggsten.domain.confirming import WordsMissing, latest, standing
from byggsten.domain.planning import ReadHow, Signatory, Stance
from byggsten.domain.texts import Refusal
from byggsten.queries.plan_document import plan_called, plan_document
from byggsten.queries.plan_in_words import everything_said, plan_sheet
from byggsten.queries.prior_notices import notices_of
from byggsten.web.caseworker.confirming.answers import CaseworkerForm, PersonForm
from byggsten.web.caseworker.confirming.files import language_for
from byggsten.web.caseworker.confirming.states import state_of
from byggsten.web.desk import shows, writes
from byggsten.web.spoken import said
from byggsten.wording import LANGUAGES

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.queries.plan_sheet import Sheet
    from byggsten.web.desk import StaffRequest


@writes(May.PLAN)
def plan_confirm(request: StaffRequest, reference: str, version: int) -> HttpResponse:
    """Show the text that is taken a stand on, or take down what somebody says of it."""
    demand(request.actor, May.PLAN, Subject.PERSON, reference)
    sheet = _sheet(request, reference, version)
    shows(request, [reference, *sheet.document.guardians], purpose="casework")
    signatory = sheet.document.signatory
    if request.method != "POST":
        return _page(request, sheet, PersonForm(signatory=signatory, initial=_known(sheet)))
    if "read" in request.POST:
        notices_read(
            plan=sheet.document.reference, how=ReadHow.CONFIRMED_ORALLY, by=request.actor, at=request.now
        )
        messages.success(request, _("Antecknat att förhandsbeskeden är lästa."))
        return _again(sheet)
    if "sign" in request.POST:
        form = PersonForm(signatory=signatory, initial=_known(sheet))
        signed = CaseworkerForm(request.POST)
        signed.is_valid()
        answer = Answer(sheet.language, _seen(request), Signatory.CASEWORKER, Stance.AGREES)
        return _taken(request, sheet, form, answer, read_aloud=signed.cleaned_data["read_aloud"])
    form = PersonForm(request.POST, signatory=signatory)
    if not form.is_valid():
        return _page(request, sheet, form)
    if _answered_meanwhile(request, sheet, form):
        words = _("Någon har svarat medan sidan var öppen. Inget är sparat. Läs svaret och svara sedan.")
        return _page(request, sheet, form, error=words)
    return _taken(request, sheet, form, form.answer(sheet, _seen(request)))


def _answered_meanwhile(request: StaffRequest, sheet: Sheet, form: PersonForm) -> bool:
    """Whether somebody else answered while the page was open; the same click twice is no other answer."""
    plan = sheet.document
    if request.POST.get("answers", str(len(plan.stances))) == str(len(plan.stances)):
        return False
    last = next((one for one in reversed(plan.stances) if one.party is plan.signatory), None)
    told = form.cleaned_data
    return last is None or (last.stance.value, last.words) != (told["stance"], told["words"])


def _taken(
    request: StaffRequest, sheet: Sheet, form: PersonForm, answer: Answer, *, read_aloud: bool = False
) -> HttpResponse:
    plan = sheet.document.reference
    try:
        state = take_stance(plan=plan, answer=answer, read_aloud=read_aloud, by=request.actor, at=request.now)
    except WordsMissing as refusal:
        form.add_error("words", said(refusal))
    except (TextChanged, Refusal) as refusal:
        return _page(request, sheet, form, error=said(refusal))
    else:
        messages.success(request, str(state_of(state, sheet).told))
        return _again(sheet)
    return _page(request, sheet, form)


def _again(sheet: Sheet) -> HttpResponse:
    plan = sheet.document
    address = reverse("caseworker:plan_confirm", args=[plan.person.reference, plan.version])
    return redirect(f"{address}?sprak={sheet.language}#answers")


def _seen(request: StaffRequest) -> str:
    return request.POST.get("seen", "")


def _known(sheet: Sheet) -> dict[str, str]:
    """What the person's side last said of this text."""
    plan = sheet.document
    last = latest(plan.stances, plan.signatory, fingerprint(sheet))
    return {"stance": last.stance.value, "words": last.words} if last else {}


def _sheet(request: StaffRequest, reference: str, version: int) -> Sheet:
    plan = plan_document(request.actor, plan_called(request.actor, reference, version))
    asked = request.POST.get("sprak") or request.GET.get("sprak", "")
    return plan_sheet(plan, language_for(plan, asked))


def _page(request: StaffRequest, sheet: Sheet, form: PersonForm, *, error: str = "") -> HttpResponse:
    plan, seen = sheet.document, fingerprint(sheet)
    state = standing(plan.stances, plan.signatory, seen, plan.confirmed_on)
    wrong = bool(error or form.errors)
    return render(
        request,
        "caseworker/confirming/meeting.html",
        {
            "sheet": sheet,
            "said": everything_said(plan, sheet.language),
            "plan": plan,
            "person": plan.person,
            "languages": LANGUAGES.values(),
            "seen": seen,
            "state": state_of(state, sheet),
            "answered": latest(plan.stances, plan.signatory, seen),
            "signed": latest(plan.stances, Signatory.CASEWORKER, seen),
            "guardian": plan.signatory is Signatory.GUARDIAN,
            "notices": notices_of(request.actor, plan.reference),
            "form": form,
            "caseworker_form": CaseworkerForm(),
            "error": error,
            "wrong": wrong,
        },
        status=422 if wrong else 200,
    )
