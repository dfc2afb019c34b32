"""A year's reception against the municipal number, who is being received, and how people live now."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Q

from byggsten.access.roles import May
from byggsten.access.scopes import visible
from byggsten.domain.housing import HousingForm, over_limit
from byggsten.queries.reception_facts import ASSIGNED, QUOTA, Reception, receptions
from byggsten.queries.reception_steps import Step, steps_of
from byggsten.queries.unit_weeks import SMALLEST_GROUP
from byggsten.records.models import HousingSpell, MunicipalNumber, Person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from byggsten.access.actors import Actor

# As long as the state's grant for a reception: after that nobody is newly received.
BEING_RECEIVED = timedelta(days=730)


@dataclass(frozen=True, slots=True)
class InReception:
    """Somebody who is being received, with how much of the checklist is done."""

    reference: str
    name: str
    received: date | None
    done: int
    steps: int
    late: int
    following: Step | None


@dataclass(frozen=True, slots=True)
class FormCount:
    """How many live in a form; None: too few to be shown."""

    form: HousingForm
    people: int | None


@dataclass(frozen=True, slots=True)
class Number:
    """How many the county administrative board has decided that the municipality is to receive."""

    number: int
    source: str


@dataclass(frozen=True, slots=True)
class ReceptionYear:
    """Everything on the page; ``number`` is None while nobody has recorded the municipal number."""

    year: int
    received: int
    number: Number | None
    being_received: tuple[InReception, ...]
    forms: tuple[FormCount, ...]
    unknown_home: int | None
    opens: bool


def reception_year(actor: Actor, year: int) -> ReceptionYear:
    """As seen today, of those whom the reader may see, in a number of questions that does not grow."""
    people = visible(actor, May.SEE_HOUSING, Person)
    came = _those_who_came(people.filter(_ours()).values_list("pk", flat=True), actor.on)
    assigned = [one for one in came.values() if one.assigned]
    opens = actor.has(May.SEE_PERSON)
    forms = _forms(people, actor.on)
    least = 0 if opens else SMALLEST_GROUP
    known = sum(forms.values())
    return ReceptionYear(
        year=year,
        received=sum(
            one.received is not None and one.received.year == year and one.received <= actor.on
            for one in assigned
        ),
        number=_number(year),
        being_received=_being_received(people, came, actor.on),
        forms=tuple(FormCount(form, over_limit(forms[form.value], least)) for form in HousingForm),
        unknown_home=over_limit(people.count() - known, least),
        opens=opens,
    )


def _number(year: int) -> Number | None:
    row = MunicipalNumber.objects.filter(year=year).first()
    return Number(row.number, row.source) if row else None


def _ours() -> Q:
    told = Q(facts__code=ASSIGNED, facts__value=True, facts__replaced_at=None)
    return told | Q(permits__ground=QUOTA, permits__replaced_at=None)


def _those_who_came(people: Iterable[int], on: date) -> dict[int, Reception]:
    found = receptions(set(people), on)
    return {person: one for person, one in found.items() if one.ours}


def _forms(people: QuerySet[Person], on: date) -> Counter[str]:
    holds = Q(first_day__lte=on) & (Q(last_day__isnull=True) | Q(last_day__gte=on))
    rows = HousingSpell.objects.filter(holds, person__in=people, replaced_at=None)
    latest = dict(rows.order_by("first_day", "pk").values_list("person_id", "form"))
    return Counter(latest.values())


def _being_received(
    people: QuerySet[Person], came: dict[int, Reception], on: date
) -> tuple[InReception, ...]:
    recent = {
        person: one
        for person, one in came.items()
        if one.received is None or on - BEING_RECEIVED <= one.received <= on
    }
    steps = steps_of(recent, recent, on)
    found = [
        _row(row, recent[row.pk], steps[row.pk])
        for row in people.filter(pk__in=recent).order_by("family_name", "given_name")
    ]
    left = [one for one in found if one.done < one.steps]
    return tuple(sorted(left, key=lambda one: (-one.late, one.received or date.min)))


def _row(person: Person, came: Reception, steps: tuple[Step, ...]) -> InReception:
    undone = sorted((s for s in steps if s.done_on is None), key=lambda s: s.due or date.max)
    return InReception(
        reference=person.reference,
        name=person.as_domain().name,
        received=came.received,
        done=len(steps) - len(undone),
        steps=len(steps),
        late=sum(step.late for step in steps),
        following=undone[0] if undone else None,
    )
