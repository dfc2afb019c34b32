"""How far two parties have come, in words and with a colour."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from django.utils import formats
from django.utils.translation import gettext_lazy as _

from byggsten.domain.confirming import Confirmation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django_stubs_ext import StrPromise

    from byggsten.queries.plan_sheet import Sheet


@dataclass(frozen=True, slots=True)
class State:
    """``title`` heads the page; ``text`` says what follows; ``told`` is said when it has just been saved."""

    colour: str
    title: StrPromise
    text: StrPromise | str
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
    Confirmation.NO_ELSEWHERE: State(
        "warning", _("Personen har senast inte hållit med"),
        _("Svaret gällde ett annat språk eller en äldre text. Fråga igen innan du skriver under."),
        _("Svaret är sparat. Ingen är bunden av planen."),
    ),
    Confirmation.CHANGED_MIND: State(
        "warning", _("Planen är bekräftad, men personen har sagt något annat sedan dess"),
        _("Planen är fortfarande bekräftad. Gör en ny version tillsammans med personen."),
        _(
            "Svaret är sparat och skrivs ut i planen. Planen är fortfarande bekräftad. "
            "Gör en ny version tillsammans med personen."
        ),
    ),
    Confirmation.CONFIRMED_ELSEWHERE: State(
        "info", _("Planen är bekräftad enligt ett annat system"),
        _("Bekräftad enligt ett annat system den %(day)s. Inget svar från personen är antecknat här."),
        _("Svaret är sparat."),
    ),
    Confirmation.CONFIRMED: State(
        "success", _("Planen är bekräftad av båda"),
        _("Planen binder båda. Ett felklick rättar du samma dag med ett nytt svar."),
        _("Planen är bekräftad av båda. Förhandsbeskeden är lämnade."),
    ),
})  # fmt: skip
# What differs where the plan is an offer: nothing of it is ever asked of the person.
OFFERED: Mapping[Confirmation, State] = MappingProxyType({**STATES,
    Confirmation.CONFIRMED: State(
        "success", _("Ni är överens om erbjudandet"),
        _("Det binder kommunen, inte personen. Ett felklick rättar du samma dag med ett nytt svar."),
        _("Ni är överens om erbjudandet. Inga förhandsbesked lämnas."),
    ),
})  # fmt: skip


def state_of(state: Confirmation, sheet: Sheet) -> State:
    """The state in words, with the day of a confirmation that another system tells of."""
    found = (OFFERED if sheet.offer else STATES)[state]
    day = sheet.document.confirmed_on
    if state is not Confirmation.CONFIRMED_ELSEWHERE or day is None:
        return found
    return replace(found, text=str(found.text) % {"day": formats.date_format(day, "j F Y")})
