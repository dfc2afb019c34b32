"""The form of a group: its seats, its place, its teacher and its days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from byggsten.domain.catalogue import GroupDraft
from byggsten.queries.catalogue_entries import all_places
from byggsten.queries.catalogue_page import teachers
from byggsten.web.catalogue import words
from byggsten.web.catalogue.fields import (
    choice_field,
    choose,
    day_field,
    number_field,
    words_field,
    yes_field,
)

if TYPE_CHECKING:
    from byggsten.domain.catalogue import Slot
    from byggsten.queries.catalogue_page import GroupOnPage

MOST_SEATS = 9_999


class GroupForm(forms.Form):
    """The group itself.  ``stamp`` is that of its activity when the form was opened."""

    stamp = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = words_field(_("Namn"), _("Till exempel: Sfi C, förmiddag."))
    capacity = number_field(_("Antal platser"), most=MOST_SEATS)
    language = choice_field(_("Undervisningsspråk"))
    place = choice_field(_("Plats (frivilligt)"))
    new_place = words_field(_("Ny plats (frivilligt)"), _("Om platsen inte finns i listan."))
    latitude = forms.FloatField(label=_("Den nya platsens latitud"), required=False, localize=True)
    longitude = forms.FloatField(label=_("Den nya platsens longitud"), required=False, localize=True)
    ferry = yes_field(_("Dit kommer man bara med båt eller färja"))
    teacher = choice_field(_("Lärare som för närvaro (frivilligt)"))
    first_day = day_field(_("Första dagen (frivilligt)"))
    last_day = day_field(_("Sista dagen (frivilligt)"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = {code: label for code, label in words.LANGUAGES.items() if code}
        given = self.initial.get("language", "")
        choose(
            self, "language", _("svenska"), known | ({given: given} if given and given not in known else {})
        )
        choose(self, "place", _("Ingen plats än"), {place.name: place.name for place in all_places()})
        choose(self, "teacher", _("Ingen lärare än"), dict(teachers()))
        for name in ("latitude", "longitude"):
            self.fields[name].error_messages["invalid"] = _("Skriv ett tal, till exempel 59,76.")

    def clean(self) -> dict[str, Any]:
        """A name; a new place needs to be found on the map."""
        told = super().clean() or self.cleaned_data
        if not told.get("name") and "name" not in self.errors:
            self.add_error("name", gettext("Skriv vad gruppen heter."))
        for name in ("latitude", "longitude"):
            if told.get("new_place") and told.get(name) is None and name not in self.errors:
                self.add_error(name, gettext("Skriv var den nya platsen ligger, så att restiden kan räknas."))
        return told

    def draft(self, reference: str, slots: tuple[Slot, ...]) -> GroupDraft:
        """What a valid form says."""
        told = self.cleaned_data
        return GroupDraft(
            reference=reference,
            name=told["name"],
            place=told["new_place"] or told["place"],
            capacity=told["capacity"],
            language=told["language"],
            first_day=told["first_day"],
            last_day=told["last_day"],
            slots=slots,
        )


def initial_of(group: GroupOnPage) -> dict[str, Any]:
    """The group as the form's values."""
    same = ("name", "capacity", "language", "place", "first_day", "last_day")
    return {name: getattr(group.draft, name) for name in same} | {"teacher": group.username}
