"""The fields of the reception's forms: a day, a number, a language, and refusals in plain Swedish."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from byggsten.domain.dates import parse_day
from byggsten.domain.people import PersonalNumber
from byggsten.domain.reception import whole_number
from byggsten.domain.texts import Refusal
from byggsten.web.caseworker.receiving.written_days import plain_day
from byggsten.web.caseworker.words import LANGUAGES
from byggsten.web.spoken import said, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from byggsten.domain.reception import Problem

LONGEST_NAME, LONGEST_LANGUAGE = 200, 35
NOTHING_CHOSEN = _("Inte valt")


class ReceptionForm(forms.Form):
    """A plain form whose sentences say what to do; ``today`` tells the century of a short number."""

    def __init__(self, *args: Any, today: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages["required"] = _("Fyll i det här.")
            field.error_messages["invalid_choice"] = _("Välj något i listan.")
            if isinstance(field, forms.CharField) and not isinstance(field, NameField):
                field.error_messages["max_length"] = _(
                    "Texten har %(show_value)d tecken. Skriv högst %(limit_value)d."
                )
            if isinstance(field, NumberField):
                field.today = today
            # A browser cuts what is longer without a word; here it is kept and explained.
            field.widget.attrs.pop("maxlength", None)

    def add_problems(self, problems: Iterable[Problem], names: Mapping[str, str] | None = None) -> None:
        """Put the domain's sentences at their fields; one sentence a field is enough."""
        for problem in problems:
            name = (names or {}).get(problem.field, problem.field)
            if name not in self.errors:
                self.add_error(name if name in self.fields else None, spoken(problem.text))


class DayField(forms.Field):
    """A day written 2026-11-24, «24 november 2026» or «24/11 2026»; one that does not exist is explained."""

    widget = forms.TextInput(attrs={"placeholder": "ÅÅÅÅ-MM-DD", "autocomplete": "off"})

    def to_python(self, value: Any) -> date | None:
        """The day.  Raises ValidationError with a sentence."""
        if value in self.empty_values or isinstance(value, date):
            return value or None
        try:
            return parse_day(plain_day(str(value)))
        except Refusal as refusal:
            raise forms.ValidationError(said(refusal)) from None


class NumberField(forms.Field):
    """A personal identity number or coordination number, with its century or without."""

    widget = forms.TextInput(attrs={"autocomplete": "off"})
    today: date | None = None

    def to_python(self, value: Any) -> PersonalNumber | None:
        """The number.  Raises ValidationError with a sentence."""
        if isinstance(value, PersonalNumber):
            return value
        if not str(value or "").strip():
            return None
        try:
            return PersonalNumber(whole_number(str(value), self.today) if self.today else str(value))
        except Refusal as refusal:
            raise forms.ValidationError(said(refusal)) from None

    def prepare_value(self, value: Any) -> Any:
        """The number as it is written; a form is the one place where it is shown."""
        if isinstance(value, PersonalNumber):
            digits = value.reveal()
            return f"{digits[:8]}-{digits[8:]}"
        return value


class LanguageField(forms.Field):
    """A language by its name in the list, or by any code of ISO 639."""

    widget = forms.TextInput(attrs={"list": "languages", "autocomplete": "off"})

    def to_python(self, value: Any) -> str:
        """The code.  Raises ValidationError with a sentence."""
        text = str(value or "").strip().casefold()
        named = {str(name).casefold(): code for code, name in LANGUAGES.items()}
        if not text or text in LANGUAGES:
            return text
        if text in named:
            return named[text]
        if len(text) <= LONGEST_LANGUAGE and re.fullmatch(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", text):
            return text
        raise forms.ValidationError(
            _("Språket finns inte i listan. Välj ett i listan, eller skriv språkets kod, till exempel ckb.")
        )

    def prepare_value(self, value: Any) -> Any:
        """The name where there is one."""
        return LANGUAGES.get(value, value) if isinstance(value, str) else value


class SeenForm(ReceptionForm):
    """A form that knows the latest row that stood when it was drawn, so that no later one is overwritten."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)


class NameField(forms.CharField):
    """A name in any script."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, max_length=LONGEST_NAME, **options)
        self.error_messages["max_length"] = _(
            "Namnet har %(show_value)d tecken. Skriv högst %(limit_value)d."
        )
        self.widget.attrs |= {"autocomplete": "off"}

    def to_python(self, value: Any) -> str:
        """The name with single spaces."""
        return " ".join(str(super().to_python(value) or "").split())


def choices_of(words: Mapping[Any, Any], empty: Any = NOTHING_CHOSEN) -> list[tuple[str, Any]]:
    """The words as choices, after the one that chooses nothing."""
    return [("", empty), *((str(code), label) for code, label in words.items())]
