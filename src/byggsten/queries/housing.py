"""How people live: the home that a day's travel is counted from, and one person's housing and reception."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.domain.dates import Period
from byggsten.domain.housing import HousingForm, Spell, lives_on
from byggsten.queries.reception_facts import Reception, receptions
from byggsten.queries.reception_steps import Step, steps_of
from byggsten.records.models import HousingSpell, Person, PlanGoal

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from byggsten.access.actors import Actor
    from byggsten.domain import people as domain
    from byggsten.domain.organisations import Place

HOUSING_GOAL = "housing"


@dataclass(frozen=True, slots=True)
class Home:
    """A home with what names its row, so that a form can say which it has seen."""

    row: int
    spell: Spell
    recorded_by: str
    recorded_at: object


@dataclass(frozen=True, slots=True)
class HousingPage:
    """Everything on a person's page about housing; ``steps`` is empty when the checklist is not used."""

    person: domain.Person
    homes: tuple[Home, ...]
    now: Home | None
    reception: Reception
    steps: tuple[Step, ...]
    goal: str | None


def home_of(reference: str, on: date) -> Place | None:
    """Where the person lives on the day, if somebody has recorded the place."""
    holds = Q(first_day__lte=on) & (Q(last_day__isnull=True) | Q(last_day__gte=on))
    spell = spells_of(reference).filter(holds).order_by("-first_day", "-pk").first()
    return spell.place.as_domain() if spell and spell.place else None


def spells_of(reference: str) -> QuerySet[HousingSpell]:
    """What is known now of how the person lives, also from a record that was merged into the person's."""
    about = Q(person__reference=reference) | Q(person__merged_into__reference=reference)
    return HousingSpell.objects.filter(about, replaced_at__isnull=True).select_related("place")


def housing_page(actor: Actor, reference: str, *, with_checklist: bool = False) -> HousingPage:
    """One person's homes, newest first, and the reception.  Raises NothingHere, NotInYourRole."""
    demand(actor, May.SEE_PERSON, Subject.PERSON, reference)
    row = Person.objects.get(reference=reference)
    homes = tuple(_home(one) for one in spells_of(reference).order_by("-first_day", "-pk"))
    living = lives_on([home.spell for home in homes], actor.on)
    reception = receptions([row.pk], actor.on)[row.pk]
    steps = steps_of([row.pk], {row.pk: reception}, actor.on)[row.pk]
    used = with_checklist or reception.ours or any(step.known for step in steps)
    return HousingPage(
        person=row.as_domain(),
        homes=homes,
        now=next((home for home in homes if home.spell is living), None),
        reception=reception,
        steps=steps if used else (),
        goal=_goal(row, actor.on),
    )


def home(actor: Actor, reference: str, first_day: date) -> Home | None:
    """The home that begins on the day, to be put right.  Raises NothingHere, NotInYourRole."""
    demand(actor, May.SEE_PERSON, Subject.PERSON, reference)
    # Only the person's own record can be put right; what came by a merge is put right where it came from.
    row = spells_of(reference).filter(person__reference=reference, first_day=first_day).first()
    return _home(row) if row else None


def _home(row: HousingSpell) -> Home:
    place = row.place.name if row.place else ""
    spell = Spell(HousingForm(row.form), Period(row.first_day, row.last_day), place, row.origin)
    return Home(row.pk, spell, row.recorded_by, row.recorded_at)


def _goal(person: Person, on: date) -> str | None:
    """The words of the housing goal of the plan that holds; None when no such plan has one."""
    holds = Q(plan__first_day__lte=on) & (Q(plan__last_day__isnull=True) | Q(plan__last_day__gte=on))
    goals = PlanGoal.objects.filter(
        holds, plan__person=person, plan__withdrawn_at__isnull=True, kind=HOUSING_GOAL
    )
    return goals.order_by("-pk").values_list("words", flat=True).first()
