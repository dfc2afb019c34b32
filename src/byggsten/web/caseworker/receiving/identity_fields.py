"""The parts that the forms of the reception are made of: who, how reached, and how the person came."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from byggsten.domain.people import Protection
from byggsten.queries.reception_codes import grounds
from byggsten.web.caseworker.receiving.fields import (
    DayField,
    LanguageField,
    NameField,
    NumberField,
    ReceptionForm,
    choices_of,
)
from byggsten.web.caseworker.receiving.words import ORIGINS, PROTECTION_LEVELS, ROUTES, SEXES, WAYS


class WhoForm(ReceptionForm):
    """Who somebody is; a number tells the day of birth and the sex."""

    given_name = NameField(label=_("Förnamn"))
    family_name = NameField(label=_("Efternamn"))
    number = NumberField(
        label=_("Person- eller samordningsnummer"), required=False, help_text=_("Till exempel 19900303-1234.")
    )
    born = DayField(
        label=_("Födelsedag"), required=False, help_text=_("Behövs inte om det finns ett nummer.")
    )
    sex = forms.ChoiceField(label=_("Juridiskt kön"), required=False, choices=choices_of(SEXES))


class SpeaksForm(ReceptionForm):
    """What one speaks, whether the data are protected, and an interim number."""

    interim_number = forms.CharField(
        label=_("Tillfälligt nummer"),
        required=False,
        max_length=20,
        help_text=_("Till exempel numret hos Migrationsverket, tills det finns ett personnummer."),
    )
    language = LanguageField(label=_("Språk"), required=False)
    interpreter = forms.BooleanField(label=_("Behöver tolk"), required=False)
    protection = forms.ChoiceField(
        label=_("Skyddade personuppgifter"),
        choices=[(str(code), label) for code, label in PROTECTION_LEVELS.items()],
        initial=Protection.NONE.value,
        widget=forms.RadioSelect,
        help_text=_("Den som har skyddade uppgifter syns bara för den handläggare som har ärendet."),
    )


class ReachForm(ReceptionForm):
    """How one is reached."""

    contact_way = forms.ChoiceField(
        label=_("Så vill personen bli nådd"), required=False, choices=choices_of(WAYS)
    )
    phone = forms.CharField(label=_("Telefon"), required=False, max_length=30)
    email = forms.EmailField(
        label=_("E-post"),
        required=False,
        max_length=254,
        error_messages={"invalid": _("E-postadressen är inte hel. Skriv den som namn@exempel.se.")},
    )
    address = forms.CharField(
        label=_("Adress för brev"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    note = forms.CharField(
        label=_("Att tänka på"),
        required=False,
        max_length=500,
        help_text=_("Till exempel vem kontakten går genom. Skriv inget känsligt."),
    )


class WayHereForm(ReceptionForm):
    """How one came, the permit, and the days that the clocks run from."""

    route = forms.ChoiceField(label=_("Väg hit"), required=False, choices=choices_of(ROUTES))
    received = DayField(label=_("Först mottagen i en kommun"), required=False)
    first_contact = DayField(label=_("Kommunens första kontakt"), required=False)
    way_origin = forms.ChoiceField(label=_("Vem har sagt det?"), choices=ORIGINS, required=False)
    ground = forms.ChoiceField(label=_("Uppehållstillstånd, grund"), required=False)
    permit_first = DayField(
        label=_("Gäller från"), required=False, help_text=_("För den som söker asyl: dagen för ansökan.")
    )
    permit_last = DayField(label=_("Gäller till"), required=False, help_text=_("Tomt: tills vidare."))
    permit_origin = forms.ChoiceField(label=_("Vem har sagt det?"), choices=ORIGINS, required=False)
    first_registered = DayField(label=_("Först folkbokförd i Sverige"), required=False)
    registered_here_from = DayField(label=_("Folkbokförd här från"), required=False)
    not_registered = forms.BooleanField(label=_("Är inte folkbokförd än"), required=False)
    registration_origin = forms.ChoiceField(label=_("Vem har sagt det?"), choices=ORIGINS, required=False)
    mine = forms.BooleanField(label=_("Jag är handläggare i ärendet"), required=False, initial=True)

    def __init__(self, *args: Any, language: str = "sv", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ground = self.fields["ground"]
        assert isinstance(ground, forms.ChoiceField)  # noqa: S101 - declared above; the types cannot say so
        ground.choices = choices_of(dict(grounds(language)))

    def clean_not_registered(self) -> bool:
        """Both that one is registered and that one is not cannot be."""
        told = bool(self.cleaned_data.get("not_registered"))
        if told and (
            self.cleaned_data.get("first_registered") or self.cleaned_data.get("registered_here_from")
        ):
            raise forms.ValidationError(
                _("Det finns en dag för folkbokföringen. Ta bort den, eller krysset.")
            )
        return told
