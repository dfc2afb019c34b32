"""The form of an activity: everything but its name and its provider may wait until it is published."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from byggsten.queries.catalogue_entries import all_providers
from byggsten.web.catalogue import words
from byggsten.web.catalogue.fields import (
    choice_field,
    choose,
    day_field,
    number_field,
    words_field,
    yes_field,
)
from byggsten.web.words import BLOCK_ICONS, KINDS

UP, DOWN = "up_", "down_"
MOST_KRONOR = 1_000_000


class ActivityForm(forms.Form):
    """What the activity says.  ``stamp`` is that of the activity when the form was opened."""

    stamp = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = words_field(_("Namn"))
    kind = choice_field(_("Slags tid"), widget=forms.RadioSelect)
    provider = choice_field(_("Anordnare"))
    new_provider = words_field(_("Ny anordnare (frivilligt)"), _("Om anordnaren inte finns i listan."))
    new_provider_kind = choice_field(_("Vad är den nya anordnaren? (frivilligt)"))
    description = words_field(
        _("Beskrivning (frivilligt)"), _("Vad man gör, med några enkla meningar."), rows=3
    )
    target_group = words_field(_("Målgrupp"), _("Vem den är till för, och vem den inte passar."), rows=3)
    swedish_from = choice_field(_("Svenska som krävs"))
    swedish_to = choice_field(_("Passar till och med (frivilligt)"))
    weakens_nothing = words_field(
        _("Om inget försvagas: varför inte?"),
        _("Fyll i bara om du inte har skrivit något under Kan försvaga."),
        rows=2,
    )
    forgone_benefit = words_field(
        _("Vad kunde samma tid ha gett i stället?"),
        _("Till exempel: samma tid i praktik hade gett kontakter men mindre svenska."),
        rows=3,
    )
    cost_per_place = number_field(
        _("Kostnad per plats och vecka, i kronor"), _("Är den gratis, skriv 0."), most=MOST_KRONOR
    )
    cost_source = words_field(
        _("Varifrån kommer kostnaden?"), _("Till exempel ett avtal eller en beräkning, med år.")
    )
    self_reported = yes_field(_("Egen tid: deltagarens egen uppgift räcker, utan schema och lista"))
    duty_marked = yes_field(_("Räknas i integrationsplikten"))
    project = yes_field(_("Det är ett projekt, med utvärdering och slut"))
    evaluation = words_field(
        _("Hur och när utvärderas projektet?"), _("Fyll i om det är ett projekt."), rows=3
    )
    first_day = day_field(_("Första dagen (frivilligt)"))
    last_day = day_field(_("Sista dagen"), _("Ett projekt har alltid ett slut. Annars frivilligt."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(kind.value, label) for kind, (_colour, label) in KINDS.items()]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        choose(self, "provider", _("Välj anordnare"), {one.name: one.name for one in all_providers()})
        choose(self, "new_provider_kind", _("Välj"), words.PROVIDERS)
        choose(self, "swedish_from", _("Välj nivå"), words.LEVELS)
        choose(self, "swedish_to", _("Ingen övre gräns"), words.KNOWS)
        for block in words.BLOCKS:
            self.fields[f"{UP}{block.value}"] = words_field(_("Stärker: hur?"), rows=2)
            self.fields[f"{DOWN}{block.value}"] = words_field(_("Kan försvaga: hur?"), rows=2)

    def clean(self) -> dict[str, Any]:
        """A name, and one provider, known or new: without them not even a draft can be kept."""
        told = super().clean() or self.cleaned_data
        if not told.get("name") and "name" not in self.errors:
            self.add_error("name", gettext("Skriv vad aktiviteten heter."))
        new = told.get("new_provider")
        if not new and not told.get("provider") and "provider" not in self.errors:
            self.add_error("provider", gettext("Välj vem som anordnar, eller skriv en ny."))
        if new and not told.get("new_provider_kind") and "new_provider_kind" not in self.errors:
            self.add_error("new_provider_kind", gettext("Välj vad den nya anordnaren är."))
        return told

    def blocks(self) -> list[dict[str, Any]]:
        """The building blocks with their two fields each, as the page draws them."""
        return [
            {
                "name": gettext(name),
                "icon": BLOCK_ICONS[block],
                "up": self[f"{UP}{block.value}"],
                "down": self[f"{DOWN}{block.value}"],
            }
            for block, name in words.BLOCKS.items()
        ]
