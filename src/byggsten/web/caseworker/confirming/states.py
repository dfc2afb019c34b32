"""How far two parties have come, in words and with a colour."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from byggsten.domain.confirming import Confirmation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django_stubs_ext import StrPromise


@dataclass(frozen=True, slots=True)
class State:
    """``title`` heads the page; ``text`` says what follows; ``told`` is said when it has just been saved."""

    colour: str
    title: StrPromise
    text: StrPromise
    told: StrPromise


STATES: Mapping[Confirmation, State] = MappingProxyType({
    Confirmation.OPEN: State(
        "info", _("Ingen har svarat på den här texten"),
        _("Läs planen tillsammans. Svara sedan var för sig."), _("Svaret är sparat."),
    ),
    Confirmation.PERSON_AGREES: State(
        "info", _("Personen håller med"),
        _("Planen är bekräftad när du också har skrivit under."),
        _("Svaret är sparat. Skriv under för att bekräfta planen."),
    ),
    Confirmation.CASEWORKER_SIGNED: State(
        "info", _("Handläggaren har skrivit under"),
        _("Planen är bekräftad när personen också har sagt ja."),
        _("Underskriften är sparad. Nu väntar planen på personens svar."),
    ),
    Confirmation.DISAGREEMENT: State(
        "warning", _("Personen håller inte med"),
        _("Orden står i planen. Planen är kommunens erbjudande, men ingen är bunden av den."),
        _("Svaret är sparat. Ingen är bunden av planen."),
    ),
    Confirmation.COULD_NOT: State(
        "warning", _("Personen kunde inte ta ställning"),
        _("Skälet står i planen. Planen är kommunens erbjudande, men ingen är bunden av den."),
        _("Svaret är sparat. Ingen är bunden av planen."),
    ),
    Confirmation.CONFIRMED: State(
        "success", _("Planen är bekräftad av båda"),
        _("Planen binder båda. Ett felklick rättar du samma dag med ett nytt svar."),
        _("Planen är bekräftad av båda. Förhandsbeskeden är lämnade."),
    ),
})  # fmt: skip
