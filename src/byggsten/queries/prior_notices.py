"""The prior notices of a plan, and whether they have been read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone

from byggsten.access.roles import May
from byggsten.access.scopes import visible
from byggsten.domain.confirming import Notice
from byggsten.queries.rules import rules_here
from byggsten.records.models import Person, PriorNotice

if TYPE_CHECKING:
    from datetime import date, datetime

    from byggsten.access.actors import Actor


@dataclass(frozen=True, slots=True)
class NoticeGiven:
    """A notice of an activity; ``read_at`` None: nobody knows that it was read."""

    activity: str
    text: str
    sent_at: datetime
    read_at: datetime | None

    def as_domain(self) -> Notice:
        """What the rule about its age asks for."""
        read = timezone.localtime(self.read_at).date() if self.read_at else None
        return Notice(timezone.localtime(self.sent_at).date(), read)


def least_days(day: date) -> int | None:
    """How many days ahead the municipality has decided that a notice must come; None: not decided."""
    bound = rules_here().attendance.parameters["avisering_dagar"].on(day.toordinal())
    return bound.number if bound else None


def notices_of(actor: Actor, plan: str) -> tuple[NoticeGiven, ...]:
    """The plan's notices, oldest first; none while nobody is bound, or for one who may not see the person."""
    people = visible(actor, May.SEE_PERSON, Person)
    bound = PriorNotice.objects.filter(plan__reference=plan, plan__confirmed_on__isnull=False)
    rows = bound.filter(plan__person__in=people).order_by("sent_at", "pk")
    return tuple(
        NoticeGiven(name, text, sent, read)
        for name, text, sent, read in rows.values_list("group__activity__name", "text", "sent_at", "read_at")
    )
