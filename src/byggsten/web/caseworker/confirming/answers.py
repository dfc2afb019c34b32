"""The answers of a meeting as forms: one for the person's side, one for the caseworker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from byggsten.actions.confirming import LONGEST_WORDS, Answer
from byggsten.domain.planning import Signatory, Stance

if TYPE_CHECKING:
    from byggsten.queries.plan_sheet import Sheet

STANCES = (
    (Stance.AGREES.value, _("Håller med")),
    (Stance.DISAGREES.value, _("Håller inte med")),
    (Stance.COULD_NOT.value, _("Kunde inte ta ställning")),
)


class PersonForm(forms.Form):
    """What the person, or the guardian, says of the plan."""

    stance = forms.ChoiceField(
        label=_("Vad säger personen om planen?"),
        choices=STANCES,
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vad personen säger."), "invalid_choice": _("Välj ett svar.")},
    )
    words = forms.CharField(
        label=_("Personens egna ord (vid nej eller inget svar)"),
        help_text=_("Skriv på det språk personen talar. Orden står sedan i planen."),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        error_messages={"max_length": _("Texten är för lång. Korta den till högst 4000 tecken.")},
    )

    def __init__(self, *args: Any, signatory: Signatory, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if signatory is Signatory.GUARDIAN:
            self.fields["stance"].label = _("Vad säger vårdnadshavaren eller den gode mannen om planen?")
            self.fields["words"].label = _("Egna ord (vid nej eller inget svar)")

    def answer(self, sheet: Sheet, seen: str) -> Answer:
        """The answer of the person's side about the text that was shown."""
        told = self.cleaned_data
        return Answer(sheet.language, seen, sheet.document.signatory, Stance(told["stance"]), told["words"])


class CaseworkerForm(forms.Form):
    """The caseworker's signature, and whether the notices were read at the meeting."""

    read_aloud = forms.BooleanField(
        label=_("Vi har läst förhandsbeskeden tillsammans på mötet"), required=False
    )
