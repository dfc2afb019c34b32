"""The forms of a household: what all share, and the row of one member."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from byggsten.domain.people import Protection
from byggsten.domain.reception import GuardianKind
from byggsten.queries.reception_codes import grounds
from byggsten.web.caseworker.receiving.fields import DayField, LanguageField, NameField, choices_of
from byggsten.web.caseworker.receiving.identity_fields import WayHereForm, WhoForm
from byggsten.web.caseworker.receiving.words import GUARDIANS, PROTECTION_LEVELS

ADULTS, NAMED, UNKNOWN = "adults", "named", "unknown"
ANSWERS = (
    (ADULTS, _("De vuxna i formuläret")),
    (NAMED, _("Någon annan, se namnet")),
    (UNKNOWN, _("Vet inte än")),
)
SAME = _("Som alla")
# What is seen only in a row that says otherwise than all.
FOLDED = (
    "language", "ground", "permit_first", "received", "first_contact", "first_registered",
    "registered_here_from", "answers", "guardian_name",
)  # fmt: skip


class SharedForm(WayHereForm):
    """What holds for all in the household unless a row says otherwise."""

    language = LanguageField(label=_("Språk"), required=False)
    interpreter = forms.BooleanField(label=_("Behöver tolk"), required=False)
    moved_in = DayField(
        label=_("Bor tillsammans från"), required=False,
        help_text=_("Tomt: dagen de togs emot, annars i dag."),
    )  # fmt: skip
    joins = forms.CharField(
        label=_("Flyttar in hos någon som redan är registrerad"), required=False, max_length=64,
        help_text=_("Ärendenumret för någon i hushållet. Tomt: ett nytt hushåll."),
    )  # fmt: skip
    protection = forms.ChoiceField(
        label=_("Skyddade personuppgifter"),
        choices=[(str(code), label) for code, label in PROTECTION_LEVELS.items()],
        initial=Protection.NONE.value,
        widget=forms.RadioSelect,
        help_text=_("Gäller alla i hushållet. Bara du ser dem tills någon annan får ärendena."),
    )


class MemberForm(WhoForm):
    """One member; an empty row is nobody."""

    use_required_attribute = False
    language = LanguageField(label=_("Språk"), required=False)
    ground = forms.ChoiceField(label=_("Tillstånd, grund"), required=False)
    permit_first = DayField(label=_("Tillstånd från"), required=False)
    received = DayField(label=_("Först mottagen"), required=False)
    first_contact = DayField(label=_("Kommunens första kontakt"), required=False)
    first_registered = DayField(label=_("Först folkbokförd i Sverige"), required=False)
    registered_here_from = DayField(label=_("Folkbokförd här från"), required=False)
    answers = forms.ChoiceField(
        label=_("Vem svarar för barnet?"), choices=ANSWERS, required=False, initial=ADULTS
    )
    guardian_kind = forms.ChoiceField(
        label=_("Som vad?"), required=False, initial=GuardianKind.GUARDIAN.value,
        choices=[(str(code), label) for code, label in GUARDIANS.items()],
    )  # fmt: skip
    guardian_name = NameField(label=_("Namn på den som svarar"))

    def __init__(self, *args: Any, language: str = "sv", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ground = self.fields["ground"]
        assert isinstance(ground, forms.ChoiceField)  # noqa: S101 - declared above; the types cannot say so
        ground.choices = choices_of(dict(grounds(language)), SAME)
        self.fields["born"].help_text = ""
        self.fields["number"].help_text = ""

    def is_empty(self) -> bool:
        """Whether nothing tells of anybody in the row."""
        names = ("given_name", "family_name", "number", "born")
        return not any(str(self.data.get(self.add_prefix(name), "")).strip() for name in names)

    @property
    def has_own_words(self) -> bool:
        """Whether something in the folded part is filled in or wrong, so that it must be seen."""
        filled = any(self[name].value() not in {None, "", ADULTS} for name in FOLDED)
        return filled or any(name in self.errors for name in (*FOLDED, "guardian_kind"))

    @property
    def place(self) -> int:
        """Which person of the page it is, from one."""
        return int(str(self.prefix).removeprefix("r")) + 1

    def clean_answers(self) -> str:
        """The adults, unless something else is chosen."""
        return self.cleaned_data.get("answers") or ADULTS

    def clean_guardian_kind(self) -> str:
        """God man, unless something else is chosen."""
        return self.cleaned_data.get("guardian_kind") or GuardianKind.GUARDIAN.value
