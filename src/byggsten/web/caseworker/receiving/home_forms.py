"""The forms of whom a person lives with and who answers for a child."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from byggsten.domain.people import MemberRole
from byggsten.domain.reception import GuardianKind
from byggsten.web.caseworker.receiving.fields import DayField, NameField, ReceptionForm
from byggsten.web.caseworker.receiving.words import GUARDIANS


class GuardForm(ReceptionForm):
    """Who answers for the child, and when."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Som vad?"),
        choices=[(str(code), label) for code, label in GUARDIANS.items()],
        initial=GuardianKind.CUSTODIAN.value,
    )
    guardian = forms.CharField(
        label=gettext_lazy("Ärendenummer"), required=False, max_length=64,
        help_text=gettext_lazy("När den som svarar för barnet är registrerad här."),
    )  # fmt: skip
    guardian_name = NameField(
        label=gettext_lazy("Annars namnet"), help_text=gettext_lazy("Till exempel gode mannens namn.")
    )
    first_day = DayField(label=gettext_lazy("Från"))
    last_day = DayField(
        label=gettext_lazy("Till"), required=False, help_text=gettext_lazy("Tomt: till 18-årsdagen.")
    )


class MoveInForm(ReceptionForm):
    """With whom the person lives from a day."""

    joins = forms.CharField(
        label=gettext_lazy("Flyttar ihop med"), max_length=64,
        help_text=gettext_lazy("Ärendenumret för någon i hushållet."),
    )  # fmt: skip
    role = forms.ChoiceField(
        label=gettext_lazy("Som"), choices=[(MemberRole.ADULT.value, gettext_lazy("Vuxen")),
                                            (MemberRole.CHILD.value, gettext_lazy("Barn"))],
    )  # fmt: skip
    first_day = DayField(label=gettext_lazy("Från"))


class EndForm(ReceptionForm):
    """The last day of something."""

    last_day = DayField(label=gettext_lazy("Sista dag"))
