"""The weekly times of a group as forms, as many as there is need of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from byggsten.domain.catalogue import Slot
from byggsten.domain.dates import Minutes, Period
from byggsten.web.catalogue import words
from byggsten.web.catalogue.fields import choice_field, choose, day_field, number_field

if TYPE_CHECKING:
    from datetime import date

    from byggsten.queries.catalogue_page import GroupOnPage

DAY = 24 * 60
# A week has no more times than this; a form that says more was not made here.
MOST_SLOTS = 40


class SlotForm(forms.Form):
    """A weekly time; an empty one is no time."""

    weekday = choice_field(_("Veckodag"))
    start = forms.TimeField(
        label=_("Börjar"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": _("Skriv klockslaget som 08:30.")},
    )
    minutes = number_field(_("Minuter undervisning"), most=DAY)
    first_day = day_field(_("Från och med (frivilligt)"))
    last_day = day_field(_("Till och med (frivilligt)"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "weekday", _("Ingen tid"), words.WEEKDAYS)

    def clean(self) -> dict[str, Any]:
        """All three or none of weekday, start and length; days in order."""
        told = super().clean() or self.cleaned_data
        asked = {
            "weekday": gettext("Välj veckodag, eller töm raden."),
            "start": gettext("Skriv när passet börjar."),
            "minutes": gettext("Skriv hur många minuter passet är."),
        }
        if any(told.get(name) for name in asked):
            for name, sentence in asked.items():
                if not told.get(name) and name not in self.errors:
                    self.add_error(name, sentence)
        first, last = told.get("first_day"), told.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", gettext("Sista dagen är före den första. Byt plats på dagarna."))
        return told

    def slot(self, first: date, last: date | None) -> Slot | None:
        """The time that a valid form says, or None; without days of its own it has the group's."""
        told = self.cleaned_data
        if not told.get("weekday"):
            return None
        begins = told["first_day"] or first
        ends = told["last_day"] or (last if last is None or last >= begins else begins)
        return Slot(int(told["weekday"]), told["start"], Minutes(told["minutes"]), Period(begins, ends))


SlotForms = forms.formset_factory(SlotForm, extra=2, max_num=MOST_SLOTS, absolute_max=MOST_SLOTS)


def initial_slots(group: GroupOnPage) -> list[dict[str, Any]]:
    """The weekly times that hold today or later, as the forms' values."""
    return [
        {
            "weekday": slot.weekday,
            "start": slot.start,
            "minutes": slot.minutes,
            "first_day": slot.period.first_day,
            "last_day": slot.period.last_day,
        }
        for slot in group.slots
    ]
