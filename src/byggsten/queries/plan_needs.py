"""Where people stand when plans are written for them, in a fixed number of questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand, visible
from byggsten.optimise.needs import Around, situated
from byggsten.queries.cases import load_people
from byggsten.queries.merged import records_of
from byggsten.queries.plan_surroundings import busy_blocks, homes, profiles
from byggsten.queries.rules import rules_here
from byggsten.records.models import Person

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from byggsten.access.actors import Actor
    from byggsten.domain.plan_findings import Situation


def situation_of(actor: Actor, reference: str, first_day: date) -> Situation:
    """The person's situation on the first day of a plan.  Raises NothingHere, NotInYourRole."""
    demand(actor, May.PLAN, Subject.PERSON, reference)
    return _situations([reference], first_day)[0]


def situations_of(actor: Actor, references: Iterable[str], first_day: date) -> tuple[Situation, ...]:
    """The same for many, in the order of the references; those that the actor may not plan for are left out.

    Raises NotInYourRole.
    """
    actor.demand(May.PLAN)
    wanted = list(dict.fromkeys(references))
    mine = visible(actor, May.PLAN, Person).filter(reference__in=wanted)
    allowed = set(mine.values_list("reference", flat=True))
    return _situations([reference for reference in wanted if reference in allowed], first_day)


def _situations(references: list[str], first_day: date) -> tuple[Situation, ...]:
    cases, rules = load_people(references), rules_here()
    records = records_of(references)
    known, places = profiles(records, first_day), homes(records, first_day)
    busy = busy_blocks(cases, first_day)
    return tuple(
        situated(
            case,
            rules,
            first_day,
            Around(places.get(reference), known.get(reference), busy.get(reference, ())),
        )
        for reference, case in cases.items()
    )
