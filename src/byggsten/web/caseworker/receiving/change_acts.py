"""What each change starts from and does: one class for each kind of change to a person's record."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from byggsten.access.refusals import NothingHere
from byggsten.actions.reception_changes import tell_facts, tell_permit
from byggsten.actions.reception_contact import change_reach
from byggsten.domain.dates import FIRST_YEAR, Period
from byggsten.domain.people import Fact, Permit
from byggsten.domain.reception import Arrival
from byggsten.queries.reception_codes import tellable_facts
from byggsten.web.caseworker.receiving.change_forms import NO, YES, FactForm, PermitForm
from byggsten.web.caseworker.receiving.change_homes import EndGuard, EndStay, Guardian, MoveIn
from byggsten.web.caseworker.receiving.change_identity import WhoTheyAre
from byggsten.web.caseworker.receiving.changing import Change
from byggsten.web.caseworker.receiving.identity_fields import ReachForm
from byggsten.web.caseworker.receiving.newcomers import reach_of, reach_problems

if TYPE_CHECKING:
    from django import forms

__all__ = ["CHANGES", "Change"]


class HowReached(Change):
    """How the person is reached from now on."""

    def title(self) -> str:
        return _("Ändra kontaktväg")

    def form(self, sent: Any = None) -> ReachForm:
        reach = self.found.reach.reach if self.found.reach else None
        known = {} if reach is None else {
            "contact_way": reach.way.value, "phone": reach.phone, "email": reach.email,
            "address": reach.address, "note": reach.note,
        }  # fmt: skip
        return ReachForm(sent, initial=known)

    def carry_out(self, form: forms.Form) -> None:
        reach = reach_of(form.cleaned_data)
        problems = reach_problems(form.cleaned_data)
        if problems or reach is None:
            self.add(form, problems, _("Välj hur personen vill bli nådd."), "contact_way")
            return
        change_reach(self.reference, reach, by=self.request.actor, at=self.request.now)


class OnePermit(Change):
    """A new permit, or another end of a known one."""

    def title(self) -> str:
        return _("Lägg till tillstånd")

    def lead(self) -> str:
        return _("Samma grund och första dag som ett känt tillstånd: det nya gäller i stället.")

    def form(self, sent: Any = None) -> PermitForm:
        return PermitForm(sent, language=self.request.language)

    def carry_out(self, form: forms.Form) -> None:
        told = form.cleaned_data
        first, last = told["permit_first"], told["permit_last"]
        arrival = Arrival(
            self.request.today, self.found.person.born,
            ground=told["ground"], permit_first=first, permit_last=last,
        )  # fmt: skip
        if self.add(form, arrival.problems()):
            return
        applied = {YES: True, NO: False}.get(told["extension_applied"])
        permit = Permit(told["ground"], Period(first, last), applied, told["origin"])
        tell_permit(self.reference, permit, by=self.request.actor, at=self.request.now)


class OneFact(Change):
    """A fact of the rule book; a day holds always, everything else from a day."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        spec = tellable_facts().get(self.about)
        if spec is None:
            raise NothingHere
        self.spec = spec

    def title(self) -> str:
        return str(self.spec.label.text(self.request.language))

    def form(self, sent: Any = None) -> FactForm:
        return FactForm(
            self.spec, sent, initial={"first_day": self.request.today}, language=self.request.language
        )

    def carry_out(self, form: forms.Form) -> None:
        told = form.cleaned_data
        value: Any = told.get("value")
        if value in {YES, NO} and not self.spec.codes:
            value = value == YES
        if isinstance(value, date):
            arrival = Arrival(self.request.today, self.found.person.born, received=value)
            if self.add(form, arrival.problems(), names={"received": "value"}):
                return
        period = Period(told.get("first_day") or date(FIRST_YEAR, 1, 1), told.get("last_day"))
        fact = Fact(self.about, None if told.get("not_happened") else value, period, told["origin"])
        tell_facts(self.reference, [fact], by=self.request.actor, at=self.request.now)


CHANGES: dict[str, type[Change]] = {
    "identitet": WhoTheyAre,
    "kontakt": HowReached,
    "tillstand": OnePermit,
    "uppgift": OneFact,
    "vardnad": Guardian,
    "avsluta-vardnad": EndGuard,
    "hushall": MoveIn,
    "avsluta-hushall": EndStay,
}
