"""The forms that change what is recorded about a person; each says what it starts from and what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from byggsten.domain.rules import Type
from byggsten.queries.reception_codes import grounds
from byggsten.web.caseworker.receiving.fields import (
    DayField,
    SeenForm,
    choices_of,
)
from byggsten.web.caseworker.receiving.identity_fields import ReachForm, SpeaksForm, WhoForm
from byggsten.web.caseworker.receiving.words import ORIGINS

if TYPE_CHECKING:
    from byggsten.domain.rules import Fact

YES, NO = "ja", "nej"


class IdentityForm(SpeaksForm, WhoForm):
    """Who the person is; ``stamp`` is what the person looked like when the form was drawn."""

    stamp = forms.IntegerField(widget=forms.HiddenInput)
    # Shown only when something is recorded before the day of birth that is written.
    earlier = forms.BooleanField(
        label=gettext_lazy("Födelsedagen är rätt ändå. Jag rättar de andra uppgifterna."),
        required=False,
        widget=forms.HiddenInput,
    )


class ContactForm(SeenForm, ReachForm):
    """How the person is reached from now on."""


class PermitForm(SeenForm):
    """A permit; one of the same ground and first day takes the place of what was known of it."""

    ground = forms.ChoiceField(label=gettext_lazy("Grund"))
    permit_first = DayField(
        label=gettext_lazy("Gäller från"),
        help_text=gettext_lazy("För den som söker asyl: dagen för ansökan."),
    )
    permit_last = DayField(
        label=gettext_lazy("Gäller till"), required=False, help_text=gettext_lazy("Tomt: tills vidare.")
    )
    extension_applied = forms.ChoiceField(
        label=gettext_lazy("Är förlängning sökt i tid?"),
        required=False,
        choices=[("", gettext_lazy("Vet inte")), (YES, gettext_lazy("Ja")), (NO, gettext_lazy("Nej"))],
    )
    origin = forms.ChoiceField(label=gettext_lazy("Vem har sagt det?"), choices=ORIGINS)

    def __init__(self, *args: Any, language: str = "sv", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ground = self.fields["ground"]
        assert isinstance(ground, forms.ChoiceField)  # noqa: S101 - declared above; the types cannot say so
        ground.choices = choices_of(dict(grounds(language)))


class FactForm(SeenForm):
    """One fact of the rule book, with the kind of value that it has."""

    not_happened = forms.BooleanField(label=gettext_lazy("Det har inte hänt"), required=False)
    first_day = DayField(label=gettext_lazy("Gäller från"), required=False)
    last_day = DayField(
        label=gettext_lazy("Gäller till"), required=False, help_text=gettext_lazy("Tomt: tills vidare.")
    )
    origin = forms.ChoiceField(label=gettext_lazy("Vem har sagt det?"), choices=ORIGINS)

    def __init__(self, spec: Fact, *args: Any, language: str = "sv", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.of_day = spec.type is Type.DATE
        self.fields = {"value": _value_field(spec, language), **self.fields}
        for name in ("first_day", "last_day") if self.of_day else ("not_happened",):
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """A value, or that it never came; and days in their order."""
        told = super().clean() or self.cleaned_data
        if told.get("value") in {None, ""} and not told.get("not_happened") and "value" not in self.errors:
            self.add_error("value", _("Fyll i det här."))
        if told.get("value") and told.get("not_happened"):
            self.add_error("not_happened", _("Det finns en dag. Ta bort den, eller krysset."))
        first, last = told.get("first_day"), told.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("Slutar före den börjar. Rätta en av dagarna."))
        return told


def _value_field(spec: Fact, language: str) -> forms.Field:
    label = spec.label.text(language)
    if spec.type is Type.DATE:
        return DayField(label=label, required=False)
    if spec.type is Type.NUMBER:
        unit = spec.unit
        return forms.IntegerField(
            label=f"{label} ({unit})" if unit else label, required=False, min_value=0, max_value=1_000_000,
            error_messages={"invalid": _("Skriv ett helt tal."), "min_value": _("Skriv 0 eller mer.")},
        )  # fmt: skip
    words = [(YES, _("Ja")), (NO, _("Nej"))]
    if spec.type is Type.CODE:
        words = [(code.code, code.label.text(language)) for code in spec.codes]
    return forms.ChoiceField(label=label, required=False, choices=choices_of(dict(words)))
