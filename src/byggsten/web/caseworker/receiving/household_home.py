"""Who is what in a household that is received: a child is one who is not eighteen yet."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from byggsten.actions.reception_homes import Home, Ward
from byggsten.domain.people import MemberRole
from byggsten.domain.reception import GuardianKind, majority
from byggsten.web.caseworker.receiving.household_rows import ADULTS, NAMED
from byggsten.web.templatetags.words import day

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    Told = Mapping[str, Any]


def home_of(shared: Told, members: Sequence[Told], on: date) -> Home:
    """The home that the members move into; nobody moves in before birth."""
    first = shared["moved_in"] or shared["received"] or on
    moved_in = tuple(max(first, told["born"]) for told in members)
    return Home(roles_of(members, on), moved_in, shared["joins"].strip(), tuple(_wards(members, on)))


def roles_of(members: Sequence[Told], on: date) -> tuple[MemberRole, ...]:
    """What each member is on the day."""
    return tuple(MemberRole.CHILD if majority(told["born"]) > on else MemberRole.ADULT for told in members)


def before_birth(told: Told) -> str:
    """A day that holds for all and is before this one was born."""
    name = " ".join(told[part] for part in ("given_name", "family_name") if told.get(part))
    born = day(told["born"])
    if not name:
        return _("Född %(born)s, efter dagen för alla. Skriv barnets egna dagar i barnets rad.") % {
            "born": born
        }
    sentence = _("%(name)s är född %(born)s, efter dagen för alla. Skriv barnets egna dagar i barnets rad.")
    return sentence % {"name": name, "born": born}


def _wards(members: Sequence[Told], on: date) -> Iterator[Ward]:
    roles = roles_of(members, on)
    adults = tuple(place for place, role in enumerate(roles) if role is MemberRole.ADULT)
    for place, told in enumerate(members):
        if roles[place] is not MemberRole.CHILD:
            continue
        last = majority(told["born"]) - timedelta(days=1)
        if told["answers"] == ADULTS and adults:
            yield Ward(place, GuardianKind.CUSTODIAN, told["born"], last, adults)
        elif told["answers"] == NAMED:
            first = max(told["born"], told["received"] or told["born"])
            kind = GuardianKind(told["guardian_kind"])
            yield Ward(place, kind, first, last, (), told["guardian_name"])
