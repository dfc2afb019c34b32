"""A change of who the person is; when somebody else was first, both values are shown and nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _

from byggsten.actions.reception_changes import Identity, StalePerson, change_identity
from byggsten.actions.reception_numbers import NumberCannotBeUsed
from byggsten.queries.reception_details import details
from byggsten.web.caseworker.receiving.change_born import before_birth
from byggsten.web.caseworker.receiving.change_forms import IdentityForm
from byggsten.web.caseworker.receiving.changing import Change, Difference
from byggsten.web.caseworker.receiving.newcomers import person_of, problems, with_number
from byggsten.web.caseworker.receiving.words import PROTECTION_LEVELS, SEXES
from byggsten.web.spoken import said

if TYPE_CHECKING:
    from byggsten.domain.texts import Refusal
    from byggsten.queries.reception_details import Details


class WhoTheyAre(Change):
    """Names, numbers, day of birth, language and protection."""

    def title(self) -> str:
        return _("Ändra vem personen är")

    def form(self, sent: Any = None) -> IdentityForm:
        return IdentityForm(sent, initial=known(self.found), today=self.request.today)

    def carry_out(self, form: forms.Form) -> None:
        told = with_number(form.cleaned_data)
        if self.add(form, problems(told, self.request.today)):
            return
        early: tuple[str, ...] = ()
        if told["born"] != self.found.person.born:
            early = before_birth(self.found, told["born"], self.request.language)
        if early and not told["earlier"]:
            for sentence in early:
                form.add_error("born", sentence)
            form.fields["earlier"].widget = forms.CheckboxInput()
            return
        identity = Identity(
            person_of(told, self.reference), told["interim_number"].strip(), bool(told["interpreter"])
        )
        change_identity(identity, stamp=told["stamp"], by=self.request.actor, at=self.request.now)

    def refused(self, form: forms.Form, refusal: Refusal) -> None:
        if isinstance(refusal, NumberCannotBeUsed):
            form.add_error("number", said(refusal))
            return
        form.add_error(None, said(refusal))
        if not isinstance(refusal, StalePerson):
            return
        now = details(self.request.actor, self.reference)
        self.stale = tuple(differences(form, known(now)))
        # Saved once more, the form now overwrites what its writer has seen.
        form.data = self.request.POST.copy()
        form.data["stamp"] = str(now.stamp)


def known(found: Details) -> dict[str, Any]:
    """The form's fields as they are saved."""
    person = found.person
    return {
        "given_name": person.given_name,
        "family_name": person.family_name,
        "number": person.number,
        "born": person.born,
        "sex": person.sex.value if person.sex else "",
        "interim_number": found.interim_number,
        "language": person.language,
        "interpreter": found.interpreter,
        "protection": person.protection.value,
        "stamp": found.stamp,
    }


def differences(form: forms.Form, saved: dict[str, Any]) -> list[Difference]:
    """Each field where the form and what is saved now say different things."""
    told = with_number(form.cleaned_data)
    return [
        Difference(str(form.fields[name].label), _words(name, saved[name]), _words(name, told[name]))
        for name in form.fields
        if name in saved and name != "stamp" and (told[name] or "") != (saved[name] or "")
    ]


def _words(name: str, value: Any) -> str:
    if value in {None, ""}:
        return _("(tomt)")
    if isinstance(value, bool):
        return _("Ja") if value else _("Nej")
    if name == "number":
        # That they differ is enough; the number stands in the field.
        return f"{value.reveal()[:8]}-{value.reveal()[8:]}"
    words: dict[str, Any] = {}
    if name in {"sex", "protection"}:
        words |= {str(code): label for code, label in SEXES.items()}
        words |= {str(code): label for code, label in PROTECTION_LEVELS.items()}
    return str(words.get(str(value), value))
