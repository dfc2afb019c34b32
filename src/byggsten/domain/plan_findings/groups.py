"""Findings about single groups: not offered, full, outside the plan, late to begin, chosen twice."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from byggsten.domain.plan_findings.finding import Finding, Severity
from byggsten.domain.plan_findings.looking import HOUSE, KNOWN
from byggsten.domain.planning import Publication
from byggsten.domain.texts import N_, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from byggsten.domain.plan_findings.looking import Looked, View

CATALOGUE = N_("Katalogen över det som erbjuds")


def offered(view: View) -> Iterator[Finding]:
    """Each group can be given a place in."""
    for choice in view.choices:
        told, about = {"group": choice.name}, (choice.group,)
        if choice.offer is None:
            yield _not_offered(view, choice)
        elif choice.within is None or (choice.offer.slots and not choice.within.slots):
            text = N_("%(group)s träffas inte under planens tid. Byt grupp eller ändra dagarna.")
            yield Finding("outside_plan", Severity.STOP, Text(text, told), CATALOGUE, about)
        elif choice.group in view.situation.held_groups:
            continue
        elif choice.offer.seats is None:
            text = N_("Ingen har sagt hur många platser %(group)s har. Fråga anordnaren.")
            yield Finding("seats_unknown", Severity.NOTE, Text(text, told), KNOWN, about)
        elif choice.offer.seats < 1:
            text = N_("%(group)s är full. Välj en annan grupp.")
            yield Finding("group_full", Severity.STOP, Text(text, told), CATALOGUE, about)


def chosen_once(view: View) -> Iterator[Finding]:
    """A place in a group is given once."""
    for group, times in sorted(Counter(choice.group for choice in view.choices).items()):
        if times > 1:
            text = N_("%(group)s är vald %(times)s gånger. Ta bort alla utom en.")
            told = {"group": group, "times": times}
            yield Finding("chosen_twice", Severity.STOP, Text(text, told), HOUSE, (group,))


def late_start(view: View) -> Iterator[Finding]:
    """What is chosen begins soon."""
    norm = view.situation.norms.start_weeks
    if norm is None:
        return
    latest = view.period.first_day + timedelta(weeks=norm.value)
    for offer in view.offers:
        if offer.period.first_day > latest:
            text = N_("%(group)s börjar först %(day)s, mer än %(weeks)s veckor efter planens första dag.")
            told = {"group": offer.name, "day": offer.period.first_day, "weeks": norm.value}
            yield Finding("starts_late", Severity.WARN, Text(text, told), norm.source, (offer.group,))


def _not_offered(view: View, choice: Looked) -> Finding:
    text = {
        Publication.DRAFT: N_("%(group)s hör till en aktivitet som inte är publicerad. Den kan inte väljas."),
        Publication.CLOSED: N_("%(group)s hör till en aktivitet som är stängd. Välj en annan grupp."),
    }.get(
        view.publications.get(choice.group, Publication.PUBLISHED),
        N_("%(group)s erbjuds inte under planens tid. Välj en annan grupp."),
    )
    told = {"group": choice.name}
    return Finding("not_offered", Severity.STOP, Text(text, told), CATALOGUE, (choice.group,))
