"""Write down a partner's notice that came by telephone, on paper or by visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from byggsten.access.roles import May
from byggsten.actions.reception_notice_refusals import NoticeIsNoted
from byggsten.actions.reception_notices import Notice, tell_notice
from byggsten.domain.reception import NoticeSender, born_of
from byggsten.domain.texts import Refusal
from byggsten.web.caseworker.receiving.asking import token_of
from byggsten.web.caseworker.receiving.fields import (
    DayField,
    LanguageField,
    NameField,
    NumberField,
    ReceptionForm,
    choices_of,
)
from byggsten.web.caseworker.receiving.words import SENDERS
from byggsten.web.caseworker.words import LANGUAGES
from byggsten.web.desk import writes
from byggsten.web.spoken import said

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpResponse

    from byggsten.web.desk import StaffRequest


class NoticeForm(ReceptionForm):
    """A notice that came by telephone, on paper or by visit."""

    sender = forms.ChoiceField(label=gettext_lazy("Vem aviserar?"), choices=choices_of(SENDERS))
    message = forms.CharField(
        label=gettext_lazy("Avsändarens beteckning"), required=False, max_length=200,
        help_text=gettext_lazy("Om det finns en. Samma beteckning igen blir samma avisering."),
    )  # fmt: skip
    received_on = DayField(label=gettext_lazy("Kom den"))
    given_name = NameField(label=gettext_lazy("Förnamn"))
    family_name = NameField(label=gettext_lazy("Efternamn"))
    number = NumberField(label=gettext_lazy("Personnummer eller samordningsnummer"), required=False)
    born = DayField(label=gettext_lazy("Födelsedag"), required=False)
    language = LanguageField(label=gettext_lazy("Språk"), required=False)
    words = forms.CharField(
        label=gettext_lazy("Det som behövs för att nå personen"), required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}), help_text=gettext_lazy("Skriv inget annat känsligt."),
    )  # fmt: skip

    def check(self, on: date) -> None:
        """Say what cannot be."""
        told = self.cleaned_data
        if told["received_on"] > on:
            self.add_error("received_on", _("Dagen har inte varit än. Rätta den."))
        if not (told["given_name"] or told["family_name"] or told["number"]):
            self.add_error("given_name", _("Skriv vem aviseringen gäller: ett namn eller ett nummer."))
        if told["number"] and told["born"] and born_of(told["number"]) != told["born"]:
            self.add_error(
                "born", _("Numret och födelsedagen säger olika dagar. Jämför båda med handlingen.")
            )

    def notice(self, token: str) -> Notice:
        """The notice; the token of the form names one that the sender has given no name."""
        told = self.cleaned_data
        born = told["born"] or (born_of(told["number"]) if told["number"] else None)
        message = told["message"].strip() or token
        return Notice(**{**told, "sender": NoticeSender(told["sender"]), "born": born, "message": message})


@writes(May.RECEIVE)
def page(request: StaffRequest) -> HttpResponse:
    """The form; what cannot be saved is explained, with everything kept."""
    token = token_of(request.POST)
    form = NoticeForm(request.POST or None, today=request.today, initial={"received_on": request.today})
    if request.method == "POST" and form.is_valid():
        form.check(request.today)
    known = 0
    if form.is_bound and not form.errors:
        try:
            pk = tell_notice(form.notice(token), by=request.actor, at=request.now)
        except Refusal as refusal:
            form.add_error(None, said(refusal))
            known = refusal.known if isinstance(refusal, NoticeIsNoted) else 0
        else:
            messages.success(request, _("Aviseringen är antecknad och väntar."))
            return redirect("caseworker:notice", pk=pk)
    context = {"form": form, "forms": [form], "token": token, "known": known, "languages": LANGUAGES.values()}
    status = 422 if form.is_bound else 200
    return render(request, "caseworker/receiving/new_notice.html", context, status=status)
