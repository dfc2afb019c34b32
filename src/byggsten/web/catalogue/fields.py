"""The kinds of fields that the forms are made of, each with Swedish sentences for what is wrong."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

NUMBER = {
    "invalid": _("Skriv ett heltal, till exempel 850."),
    "min_value": _("Skriv noll eller mer."),
    "max_value": _("Talet är för stort."),
}
DAY = {"invalid": _("Skriv dagen som 2026-11-23.")}
CHOICE = {"invalid_choice": _("Välj något i listan.")}
TOO_LONG = {
    "max_length": _("Skriv högst %(limit_value)d tecken. Nu är det %(show_value)d."),
    "required": _("Fyll i det här."),
}


def day_field(label: Any, help_text: Any = "") -> forms.DateField:
    """A day that may be left empty."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages=DAY,
        input_formats=["%Y-%m-%d"],
    )


def words_field(label: Any, help_text: Any = "", *, most: int = 200, rows: int = 0, **options: Any) -> Any:
    """Words that may be left empty; with ``rows`` there is room for several sentences."""
    told = {"label": label, "help_text": help_text, "required": False, "error_messages": TOO_LONG}
    if rows:
        told["widget"] = forms.Textarea(attrs={"rows": rows})
        most = 2000
    return forms.CharField(max_length=most, **told | options)


def number_field(label: Any, help_text: Any = "", *, most: int) -> forms.IntegerField:
    """A whole number that may be left empty."""
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        required=False,
        min_value=0,
        max_value=most,
        error_messages=NUMBER,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )


def choice_field(label: Any, help_text: Any = "", **options: Any) -> forms.ChoiceField:
    """One of a few words, or none; the words are given when the form is made."""
    return forms.ChoiceField(
        label=label, help_text=help_text, required=False, error_messages=CHOICE, **options
    )


def yes_field(label: Any, help_text: Any = "") -> forms.BooleanField:
    """Yes, or nothing."""
    return forms.BooleanField(label=label, help_text=help_text, required=False)


def choose(form: forms.Form, field: str, empty: Any, known: Any) -> None:
    """Give a field its choices, the empty one first."""
    form.fields[field].choices = [("", empty), *((str(code), label) for code, label in known.items())]  # type: ignore[attr-defined]
