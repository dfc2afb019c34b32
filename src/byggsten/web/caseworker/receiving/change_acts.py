"""What each change starts from and does: one class for each kind of change to a person's record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from byggsten.actions.reception_seen import change_seen_reach, tell_seen_permit
from byggsten.domain.dates import Period
from byggsten.domain.people import Permit
from byggsten.domain.reception import Arrival
from byggsten.web.caseworker.receiving.change_facts import OneFact
from byggsten.web.caseworker.receiving.change_forms import NO, YES, ContactForm, PermitForm
from byggsten.web.caseworker.receiving.change_homes import EndGuard, EndStay, Guardian, MoveIn
from byggsten.web.caseworker.receiving.change_identity import WhoTheyAre
from byggsten.web.caseworker.receiving.change_seen import SeenChange
from byggsten.web.caseworker.receiving.changing import Change
from byggsten.web.caseworker.receiving.newcomers import reach_of, reach_problems

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django import forms

    from byggsten.queries.reception_details import PermitLine, ReachLine

__all__ = ["CHANGES", "Change"]


class HowReached(SeenChange):
    """How the person is reached from now on."""

    def title(self) -> str:
        return _("Ändra kontaktväg")

    def form(self, sent: Any = None) -> ContactForm:
        return ContactForm(sent, initial={**self._known(), "seen": self.latest()})

    def lines(self) -> Iterable[ReachLine]:
        return (self.found.reach,) if self.found.reach else ()

    def saved(self, form: forms.Form) -> Mapping[str, Any]:  # noqa: ARG002
        return self._known()

    def _known(self) -> dict[str, Any]:
        reach = self.found.reach.reach if self.found.reach else None
        return {} if reach is None else {
            "contact_way": reach.way.value, "phone": reach.phone, "email": reach.email,
            "address": reach.address, "note": reach.note,
        }  # fmt: skip

    def carry_out(self, form: forms.Form) -> None:
        reach = reach_of(form.cleaned_data)
        problems = reach_problems(form.cleaned_data)
        if problems or reach is None:
            self.add(form, problems, _("Välj hur personen vill bli nådd."), "contact_way")
            return
        seen = form.cleaned_data["seen"] or 0
        change_seen_reach(self.reference, reach, seen=seen, by=self.request.actor, at=self.request.now)


class OnePermit(SeenChange):
    """A new permit, or another end of a known one."""

    def title(self) -> str:
        return _("Lägg till tillstånd")

    def lead(self) -> str:
        return _("Samma grund och första dag som ett känt tillstånd: det nya gäller i stället.")

    def form(self, sent: Any = None) -> PermitForm:
        return PermitForm(sent, initial={"seen": self.latest()}, language=self.request.language)

    def lines(self) -> Iterable[PermitLine]:
        return self.found.permits

    def saved(self, form: forms.Form) -> Mapping[str, Any]:
        told = form.cleaned_data
        same = (told["ground"], told["permit_first"])
        for permit in (line.permit for line in self.found.permits):
            if (permit.ground, permit.period.first_day) == same:
                applied = {True: YES, False: NO, None: ""}[permit.extension_applied]
                return {
                    "ground": permit.ground, "permit_first": permit.period.first_day,
                    "permit_last": permit.period.last_day, "extension_applied": applied,
                    "origin": permit.origin,
                }  # fmt: skip
        return {}

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
        seen, by, at = told["seen"] or 0, self.request.actor, self.request.now
        tell_seen_permit(self.reference, permit, seen=seen, by=by, at=at)


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
