"""Changes to whom a person lives with and who answers for a child."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from byggsten.access.refusals import NothingHere
from byggsten.actions.reception_contact import change_guards, end_guard
from byggsten.actions.reception_homes import move_in, move_out
from byggsten.domain.dates import Period
from byggsten.domain.people import MemberRole
from byggsten.domain.reception import Guard, GuardianKind, guard_problems, majority
from byggsten.web.caseworker.receiving.changing import Change
from byggsten.web.caseworker.receiving.home_forms import EndForm, GuardForm, MoveInForm
from byggsten.web.numbers import number

if TYPE_CHECKING:
    from django import forms


class Guardian(Change):
    """Somebody answers for the child from a day."""

    def title(self) -> str:
        return _("Lägg till vårdnadshavare eller god man")

    def form(self, sent: Any = None) -> GuardForm:
        return GuardForm(sent, initial={"first_day": self.found.person.born})

    def carry_out(self, form: forms.Form) -> None:
        told, born = form.cleaned_data, self.found.person.born
        first, last = told["first_day"], told["last_day"]
        if bool(told["guardian"].strip()) == bool(told["guardian_name"]):
            self.add(form, (), _("Skriv antingen ett ärendenummer eller ett namn."), "guardian")
            return
        if self.add(form, guard_problems(born, first, last)):
            return
        if last is None and born is not None:
            last = majority(born) - timedelta(days=1)
        guardian = told["guardian"].strip()
        if guardian == self.reference:
            self.add(form, (), _("Ingen är sin egen vårdnadshavare. Skriv någon annans nummer."), "guardian")
            return
        guard = Guard(
            self.reference, GuardianKind(told["kind"]), Period(first, last), guardian, told["guardian_name"]
        )
        change_guards([guard], by=self.request.actor, at=self.request.now)


class MoveIn(Change):
    """The person lives with somebody from a day."""

    def title(self) -> str:
        return _("Lägg till i hushåll")

    def lead(self) -> str:
        return _("Den som redan hör till ett annat hushåll de dagarna måste lämna det först.")

    def form(self, sent: Any = None) -> MoveInForm:
        return MoveInForm(sent, initial={"first_day": self.request.today})

    def carry_out(self, form: forms.Form) -> None:
        told, born = form.cleaned_data, self.found.person.born
        if told["joins"].strip() == self.reference:
            self.add(form, (), _("Det är personens eget nummer. Skriv någon annans."), "joins")
            return
        if born and told["first_day"] < born:
            self.add(form, (), _("Dagen är före födelsedagen. Rätta den."), "first_day")
            return
        move_in(
            self.reference, joins=told["joins"].strip(), role=MemberRole(told["role"]),
            first_day=told["first_day"], by=self.request.actor, at=self.request.now,
        )  # fmt: skip


class _Ending(Change):
    def form(self, sent: Any = None) -> EndForm:
        return EndForm(sent, initial={"last_day": self.request.today})

    def key(self) -> int:
        """The row that ends.  Raises NothingHere."""
        found = number(self.about)
        if found is None:
            raise NothingHere
        return found


class EndStay(_Ending):
    """The person leaves a household."""

    def title(self) -> str:
        return _("Avsluta boendet i hushållet")

    def carry_out(self, form: forms.Form) -> None:
        last, by, at = form.cleaned_data["last_day"], self.request.actor, self.request.now
        move_out(self.reference, self.key(), last_day=last, by=by, at=at)


class EndGuard(_Ending):
    """Somebody no longer answers for the child."""

    def title(self) -> str:
        return _("Avsluta vårdnad eller godmanskap")

    def carry_out(self, form: forms.Form) -> None:
        last, by, at = form.cleaned_data["last_day"], self.request.actor, self.request.now
        end_guard(self.reference, self.key(), last_day=last, by=by, at=at)
