"""A draft of a plan judged: what is asked, what is chosen and on offer, and everything found about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from byggsten.domain.dates import Period, Week
from byggsten.domain.plan_draft import Draft, Extent, wrong_days
from byggsten.domain.plan_findings import Finding, Severity, findings
from byggsten.domain.planning import Publication
from byggsten.domain.texts import N_
from byggsten.domain.week_grid import grid, narrowed, week_minutes
from byggsten.queries.catalogue import offers
from byggsten.queries.plan_needs import situation_of
from byggsten.queries.rules import rules_here
from byggsten.records.models import Group

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from byggsten.access.actors import Actor
    from byggsten.domain.catalogue import Offer
    from byggsten.domain.plan_findings import Situation
    from byggsten.domain.week_grid import Block

DAYS = N_("Byggsten: en plan ser framåt, högst tolv månader")
# Said with more weight when the days stop the plan.
SOFTER = frozenset({"no_end", "too_long"})
UNKNOWN_EXTENT = "unknown"
YEAR = timedelta(days=364)


@dataclass(frozen=True, slots=True)
class Judged:
    """The draft with what it is judged by: ``blocks`` of the week, ``chosen`` minutes of the fullest one."""

    draft: Draft
    situation: Situation
    offers: tuple[Offer, ...]
    blocks: tuple[Block, ...]
    chosen: int
    findings: tuple[Finding, ...]

    @property
    def stops(self) -> tuple[Finding, ...]:
        """What keeps the draft from becoming a plan."""
        return tuple(found for found in self.findings if found.severity is Severity.STOP)

    def extent(self, reachable: int) -> Extent:
        """How much the plan asks for, and why so much."""
        situation = self.situation
        return Extent(
            situation.required,
            reachable,
            self.chosen,
            situation.extent or UNKNOWN_EXTENT,
            self.draft.evidence,
            rules_here().version,
        )


def judge(actor: Actor, reference: str, draft: Draft) -> Judged:
    """The draft judged today, in a number of questions that does not grow with the draft.

    Raises NothingHere, NotInYourRole.
    """
    period = period_of(draft, actor.on)
    situation = situation_of(actor, reference, period.first_day)
    offered = offers(period, besides=reference)
    publications = publications_of(draft.groups - {offer.group for offer in offered})
    return judged(draft, situation, offered, actor.on, publications)


def judged(
    draft: Draft,
    situation: Situation,
    offered: Iterable[Offer],
    today: date,
    publications: Mapping[str, Publication] = MappingProxyType({}),
) -> Judged:
    """The same from what is known already; ``publications`` of chosen groups that are not on offer."""
    known = tuple(offered)
    blocks = chosen_blocks(draft, known, period_of(draft, today))
    days = tuple(
        Finding("wrong_days", Severity.STOP, text, DAYS, ("period",)) for text in wrong_days(draft, today)
    )
    found = findings(draft, known, situation, publications=publications)
    if days:
        found = tuple(one for one in found if one.code not in SOFTER)
    return Judged(draft, situation, known, blocks, week_minutes(blocks), (*days, *found))


def chosen_blocks(draft: Draft, offered: Iterable[Offer], period: Period) -> tuple[Block, ...]:
    """The week of the chosen groups, each on its own days within the plan."""
    by_group = {offer.group: offer for offer in offered}
    parts = []
    for choice in draft.choices:
        first, last = choice.first_day or period.first_day, choice.last_day or period.last_day
        if choice.group in by_group and (last is None or first <= last):
            parts.append(narrowed(by_group[choice.group], Period(first, last)))
    return grid(part for part in parts if part is not None)


def publications_of(groups: Collection[str]) -> Mapping[str, Publication]:
    """Whether the activities of the groups are drafts, published or closed."""
    if not groups:
        return {}
    rows = Group.objects.filter(reference__in=groups).values_list("reference", "activity__publication")
    return {reference: Publication(publication) for reference, publication in rows}


def period_of(draft: Draft, today: date) -> Period:
    """The days of the draft, or those that a new plan would have: twelve months from next Monday."""
    return draft.period or next_period(today)


def next_period(today: date) -> Period:
    """Twelve months from next Monday."""
    monday = Week.of(today).plus(1).monday
    return Period(monday, monday + YEAR)
