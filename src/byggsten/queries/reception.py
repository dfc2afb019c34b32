"""The desk of the reception: partners' notices that wait, the oldest first, and what became of the rest."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Q

from byggsten.access.refusals import NothingHere
from byggsten.access.roles import May
from byggsten.access.scopes import visible
from byggsten.domain.people import PersonalNumber
from byggsten.domain.reception import NoticeOutcome, NoticeSender
from byggsten.queries.readings import called
from byggsten.queries.rules import rules_here
from byggsten.records.models import PartnerNotice, Person, Unit

if TYPE_CHECKING:
    from datetime import date, datetime

    from django.db.models import QuerySet

    from byggsten.access.actors import Actor

CONTACT_WITHIN = "kontakt_dagar"
# The desk shows so many that wait, and so many of those that are handled.
MOST_WAITING, MOST_HANDLED = 200, 10


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """A notice as the desk and its own page show it; ``due`` None: the municipality has not decided."""

    pk: int
    sender: NoticeSender
    message: str
    received_on: date
    waited: int
    due: date | None
    late: bool
    given_name: str = field(repr=False)
    family_name: str = field(repr=False)
    number: PersonalNumber | None
    born: date | None
    language: str
    words: str = field(repr=False)
    outcome: NoticeOutcome | None
    person: str
    person_name: str = field(repr=False)
    handled_at: datetime | None
    handled_by: str

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()


@dataclass(frozen=True, slots=True)
class Desk:
    """The notices; ``within`` is the municipality's own norm in days for the first contact."""

    waiting: tuple[NoticeLine, ...]
    handled: tuple[NoticeLine, ...]
    within: int | None
    late: int


def reception_desk(actor: Actor) -> Desk:
    """What waits for the actor's unit.  Raises NotInYourRole."""
    actor.demand(May.RECEIVE)
    seen, within = _seen(actor), contact_within(actor.on)
    waiting = list(seen.filter(outcome="").order_by("received_on", "pk")[:MOST_WAITING])
    handled = list(seen.exclude(outcome="").order_by("-handled_at", "-pk")[:MOST_HANDLED])
    names = called({row.handled_by for row in handled})
    lines = tuple(_line(row, actor.on, within, names) for row in waiting)
    return Desk(
        lines,
        tuple(_line(row, actor.on, within, names) for row in handled),
        within,
        sum(line.late for line in lines),
    )


def one_notice(actor: Actor, pk: int) -> NoticeLine:
    """A notice of the actor's unit.  Raises NotInYourRole, NothingHere."""
    actor.demand(May.RECEIVE)
    row = _seen(actor).filter(pk=pk).first()
    if row is None:
        raise NothingHere
    return _line(row, actor.on, contact_within(actor.on), called({row.handled_by}))


def contact_within(on: date) -> int | None:
    """In how many days the municipality makes contact, by its own norm."""
    found = rules_here().duty.parameters[CONTACT_WITHIN].on(on.toordinal())
    return None if found is None else found.number


def _seen(actor: Actor) -> QuerySet[PartnerNotice]:
    """Those of the unit, but for those about somebody whom the actor may not see."""
    people = visible(actor, May.SEE_PERSON, Person)
    about = Q(person__isnull=True) | Q(person__in=people)
    own = PartnerNotice.objects.filter(about, unit__in=visible(actor, May.RECEIVE, Unit))
    return own.select_related("person")


def _line(row: PartnerNotice, on: date, within: int | None, names: dict[str, str]) -> NoticeLine:
    due = row.received_on + timedelta(days=within) if within is not None else None
    return NoticeLine(
        row.pk,
        NoticeSender(row.sender),
        row.message,
        row.received_on,
        max(0, (on - row.received_on).days),
        due,
        due is not None and on > due,
        row.given_name,
        row.family_name,
        PersonalNumber(row.number) if row.number else None,
        row.born,
        row.language,
        row.words,
        NoticeOutcome(row.outcome) if row.outcome else None,
        row.person.reference if row.person else "",
        row.person.as_domain().name if row.person else "",
        row.handled_at,
        names.get(row.handled_by, row.handled_by),
    )
