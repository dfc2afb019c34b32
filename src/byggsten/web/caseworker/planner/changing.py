"""What the buttons of the page change in a draft: groups in and out, a proposal used, a ready promise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from byggsten.domain.plan_draft import Choice, Draft, Promise
from byggsten.queries.catalogue import offers
from byggsten.queries.plan_judging import period_of
from byggsten.web.caseworker.planner.reading import read_choices
from byggsten.web.caseworker.planner.words import READY
from byggsten.web.numbers import number

if TYPE_CHECKING:
    from datetime import date

    from byggsten.domain.catalogue import Offer
    from byggsten.domain.dates import Period
    from byggsten.web.desk import StaffRequest

WEEK = timedelta(weeks=1)
ADD, REMOVE, USE, USE_ALL, BEGIN = "add", "remove", "use", "use_all", "ready"


@dataclass(frozen=True, slots=True)
class Changed:
    """The draft as it becomes, what to say of it, and where on the page it is."""

    draft: Draft
    told: str
    anchor: str


def change_of(act: str, draft: Draft, request: StaffRequest) -> Changed | None:
    """What the button asks for; None: nothing of the draft."""
    verb, _colon, about = act.partition(":")
    if verb == ADD:
        return _added(draft, about, request.today)
    if verb == REMOVE:
        return Changed(draft.without(about), _("Aktiviteten är borttagen ur utkastet."), "chosen")
    if verb in (USE, USE_ALL):
        return _used(draft, about, read_choices(request.POST.get("proposed", "[]")))
    ready = number(about) if verb == BEGIN else None
    if ready is not None and ready < len(READY):
        return _begun(draft, ready, request.today)
    return None


def _added(draft: Draft, group: str, today: date) -> Changed | None:
    period = period_of(draft, today)
    offer = next(iter(offers(period, groups=[group])), None)
    if offer is None:
        return None
    words = _("%(group)s är tillagd i utkastet.") % {"group": offer.name}
    return Changed(draft.with_choice(_choice(offer, period)), words, "catalogue")


def _choice(offer: Offer, period: Period) -> Choice:
    """The place from when the group meets, where that is not as long as the plan."""
    first, last = offer.period.first_day, offer.period.last_day
    ends = last is not None and (period.last_day is None or last < period.last_day)
    return Choice(offer.group, first if first > period.first_day else None, last if ends else None)


def _used(draft: Draft, group: str, proposed: tuple[Choice, ...]) -> Changed:
    """The whole proposal instead of what was chosen, or one group of it beside."""
    if not group:
        words = _("Förslaget är inlagt i utkastet. Du kan ändra allt. Ångra tar tillbaka ditt eget val.")
        return Changed(replace(draft, choices=proposed), words, "draft")
    chosen = next((choice for choice in proposed if choice.group == group), None)
    words = _("Aktiviteten ur förslaget är tillagd i utkastet.")
    return Changed(draft.with_choice(chosen) if chosen else draft, words, "proposal")


def _begun(draft: Draft, number: int, today: date) -> Changed:
    ready = READY[number]
    first = period_of(draft, today).first_day
    due = None if ready.weeks is None else first + ready.weeks * WEEK
    promise = Promise(ready.party, str(ready.words), due)
    if any((one.party, one.words) == (promise.party, promise.words) for one in draft.promises):
        return Changed(draft, _("Det åtagandet finns redan."), "promises")
    return Changed(
        replace(draft, promises=(*draft.promises, promise)), _("Åtagandet är tillagt."), "promises"
    )
