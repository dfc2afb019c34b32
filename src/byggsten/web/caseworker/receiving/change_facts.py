"""A fact of the rule book is told, changed or told never to have happened."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.contrib import messages

from byggsten.access.refusals import NothingHere
from byggsten.actions.reception_seen import tell_seen_fact
from byggsten.domain.dates import FIRST_YEAR, Period
from byggsten.domain.people import Fact
from byggsten.domain.reception import Arrival
from byggsten.queries.reception_codes import tellable_facts
from byggsten.web.caseworker.receiving.change_forms import NO, YES, FactForm
from byggsten.web.caseworker.receiving.change_seen import SeenChange
from byggsten.web.caseworker.receiving.newcomers import ARRIVAL_DAYS
from byggsten.web.spoken import spoken

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django import forms

    from byggsten.queries.reception_details import FactLine


class OneFact(SeenChange):
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
        known = next((line for line in self.lines() if line.counts), None)
        first = {"first_day": self.request.today, "seen": self.latest()}
        return FactForm(self.spec, sent, initial=_value(known) | first, language=self.request.language)

    def lines(self) -> Sequence[FactLine]:
        return [line for line in self.found.facts if line.fact.code == self.about]

    def saved(self, form: forms.Form) -> Mapping[str, Any]:  # noqa: ARG002
        told = max(self.lines(), key=lambda line: line.known.pk)
        period = told.fact.period
        days = {"first_day": period.first_day, "last_day": period.last_day}
        return {**_value(told), **days, "origin": told.fact.origin}

    def carry_out(self, form: forms.Form) -> None:
        told = form.cleaned_data
        value: Any = told.get("value")
        if value in {YES, NO} and not self.spec.codes:
            value = value == YES
        arrival = None
        if isinstance(value, date):
            # Of other days than those of the arrival it is only known that they come after birth.
            name = self.about if self.about in ARRIVAL_DAYS else "received"
            ahead = max(self.request.today, value) if name != self.about else self.request.today
            arrival = Arrival(ahead, self.found.person.born, **{name: value})  # type: ignore[arg-type]
            if self.add(form, arrival.problems(), names={name: "value"}):
                return
        period = Period(told.get("first_day") or date(FIRST_YEAR, 1, 1), told.get("last_day"))
        fact = Fact(self.about, None if told.get("not_happened") else value, period, told["origin"])
        seen, by, at = told["seen"] or 0, self.request.actor, self.request.now
        tell_seen_fact(self.reference, fact, seen=seen, by=by, at=at)
        for text in arrival.notices() if arrival else ():
            messages.warning(self.request, spoken(text))


def _value(line: FactLine | None) -> dict[str, Any]:
    if line is None:
        return {}
    value = line.fact.value
    if isinstance(value, bool):
        return {"value": YES if value else NO}
    return {"value": "" if value is None else value, "not_happened": value is None}
