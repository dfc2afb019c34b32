"""The fields of a home, of a step of the reception and of the municipal number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from byggsten.domain.dates import FIRST_YEAR, LAST_YEAR, Period
from byggsten.domain.housing import HousingForm, Spell
from byggsten.web.housing.words import FORMS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

UNREADABLE = {"invalid": _("Skriv dagen som år, månad och dag, till exempel 2026-11-24.")}


def day_field(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    """A day, by the browser's own calendar."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    missing = {"required": _("Ange dagen.")}
    return forms.DateField(
        label=label,
        required=required,
        help_text=help_text,
        widget=widget,
        error_messages=UNREADABLE | missing,
    )


def refuse_far_away(day: date | None) -> date | None:
    """A day that no rule can count with is a slip of the pen."""
    if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise forms.ValidationError(_("Året kan inte stämma. Skriv året med fyra siffror."))
    return day


class HomeForm(forms.Form):
    """How somebody lives, from when, and who said so."""

    form = forms.ChoiceField(
        label=_("Boendeform"),
        choices=[("", _("Välj boendeform")), *((form.value, label) for form, label in FORMS.items())],
        error_messages={
            "required": _("Välj en boendeform."),
            "invalid_choice": _("Välj en boendeform i listan."),
        },
    )
    first_day = day_field(_("Första dag"))
    last_day = day_field(
        _("Sista dag (frivilligt)"), required=False, help_text=_("Lämna tomt om det gäller tills vidare.")
    )
    place = forms.ChoiceField(
        label=_("Ort (frivilligt)"),
        required=False,
        help_text=_("Härifrån räknas resvägen till aktiviteterna. Skriv ingen adress."),
        error_messages={"invalid_choice": _("Välj en ort i listan.")},
    )
    origin = forms.CharField(
        label=_("Vem har berättat det?"),
        max_length=200,
        help_text=_("Till exempel personen själv eller hyresavtalet."),
        error_messages={"required": _("Skriv vem som har berättat det.")},
    )

    def __init__(self, *args: Any, places: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = [("", _("Ingen ort")), *((name, name) for name in places)]  # type: ignore[attr-defined]

    def clean_first_day(self) -> date | None:
        """The day, within reason."""
        return refuse_far_away(self.cleaned_data["first_day"])

    def clean_last_day(self) -> date | None:
        """The day, within reason."""
        return refuse_far_away(self.cleaned_data["last_day"])

    def clean(self) -> dict[str, Any]:
        """A home ends on or after the day it begins."""
        first, last = self.cleaned_data.get("first_day"), self.cleaned_data.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("Sista dagen är före den första. Byt plats på dagarna."))
        return self.cleaned_data

    def spell(self) -> Spell:
        """What was filled in, as a value; ask only when the form is valid."""
        told = self.cleaned_data
        return Spell(
            HousingForm(told["form"]),
            Period(told["first_day"], told["last_day"]),
            told["place"],
            told["origin"],
        )


class StepForm(forms.Form):
    """By when, by whom and how a step is to be done."""

    due = day_field(_("Senast (frivilligt)"), required=False)
    responsible = forms.CharField(label=_("Ansvarig (frivilligt)"), required=False, max_length=200)
    note = forms.CharField(
        label=_("Anteckning (frivilligt)"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean_due(self) -> date | None:
        """The day, within reason."""
        return refuse_far_away(self.cleaned_data["due"])


class NumberForm(forms.Form):
    """The municipal number and the decision that it stands in."""

    number = forms.IntegerField(
        label=_("Kommuntal"),
        min_value=0,
        max_value=5000,
        error_messages={"required": _("Skriv kommuntalet."), "invalid": _("Skriv ett heltal.")},
    )
    source = forms.CharField(
        label=_("Källa"),
        max_length=200,
        help_text=_("Länsstyrelsens beslut, med datum eller nummer."),
        error_messages={"required": _("Skriv beslutet som talet står i.")},
    )
