"""From the fields of a content to the fields of a form, and back to the JSON that the domain reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _

from byggsten.domain.competence.care import WEEKDAYS, CareHours
from byggsten.domain.competence.values import Code, Day, Whole, Word, Words, YesNo
from byggsten.web.caseworker.mapping.labels import HELP, LABELS, SEARCH_HELP
from byggsten.web.caseworker.mapping.words import CODES
from byggsten.web.caseworker.mapping.words import WEEKDAYS as DAY_NAMES

if TYPE_CHECKING:
    from dataclasses import Field

    from byggsten.domain.competence import Topic
    from byggsten.queries.taxonomy import Hit

CONCEPT = "_concept"
YES, NO = "yes", "no"
LONG_TEXT = 300


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the form: a plain field, a word with its suggestions, or the hours of a week."""

    field: Any = None
    concept: str = ""
    hits: tuple[Hit, ...] | None = None
    days: tuple[tuple[Any, Any, Any], ...] = ()
    word: bool = False


def fields_for(topic: Topic, one: Field[Any]) -> dict[str, forms.Field]:
    """The form's fields for a field of the content."""
    kind, label = one.metadata["kind"], _label(topic, one)
    help_ = HELP.get((topic, one.name), "")
    if isinstance(kind, CareHours):
        return _care_fields(one.name)
    if isinstance(kind, Word):
        text = forms.CharField(
            label=label, required=False, help_text=help_ or SEARCH_HELP,
            widget=forms.TextInput(attrs=_asks(topic, one.name) | {"maxlength": kind.most}),
        )  # fmt: skip
        return {one.name: text, one.name + CONCEPT: forms.CharField(required=False, max_length=41)}
    return {one.name: _plain(kind, label, help_, needed=one.metadata["needed"])}


def _asks(topic: Topic, name: str) -> dict[str, str]:
    """What makes a word ask for suggestions while it is typed; without script there is a button."""
    address = f"{reverse('caseworker:taxonomy_search')}?topic={topic.value}&of={name}"
    return {
        "autocomplete": "off",
        "hx-get": address,
        "hx-trigger": "input changed delay:150ms",
        "hx-target": f"#hits-{topic.value}_{name}",
    }


def _label(topic: Topic, one: Field[Any]) -> str:
    label = str(LABELS[topic, one.name])
    return label if one.metadata["needed"] else _("%(label)s (frivilligt)") % {"label": label}


def _plain(kind: Any, label: str, help_: Any, *, needed: bool) -> forms.Field:
    common: dict[str, Any] = {"label": label, "help_text": help_, "required": False}
    if isinstance(kind, Code):
        chosen = [(code.value, CODES[kind.codes][code]) for code in kind.codes]
        return forms.ChoiceField(choices=[("", _("Välj")), *chosen], **common)
    if isinstance(kind, YesNo):
        unsaid = [] if needed else [("", _("Inte sagt"))]
        choices = [(YES, _("Ja")), (NO, _("Nej")), *unsaid]
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **common)
    if isinstance(kind, Whole):
        widget = forms.NumberInput(attrs={"min": kind.least, "max": kind.most, "inputmode": "numeric"})
        return forms.IntegerField(widget=widget, **common)
    if isinstance(kind, Day):
        return forms.DateField(
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            input_formats=["%Y-%m-%d"],
            **common,
        )
    assert isinstance(kind, Words)  # noqa: S101 - there is no other kind
    if kind.most <= LONG_TEXT:
        return forms.CharField(widget=forms.TextInput(attrs={"maxlength": kind.most}), **common)
    return forms.CharField(widget=forms.Textarea(attrs={"rows": 3, "maxlength": kind.most}), **common)


def _care_fields(name: str) -> dict[str, forms.Field]:
    found: dict[str, forms.Field] = {}
    for weekday in WEEKDAYS:
        for end, label in (("start", _("%(day)s från")), ("end", _("%(day)s till"))):
            found[f"{name}_{weekday}_{end}"] = forms.TimeField(
                label=label % {"day": DAY_NAMES[weekday - 1]},
                required=False,
                widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            )
    return found
