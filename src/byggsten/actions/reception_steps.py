"""Tick the steps of a reception, undo that, and set the year's municipal number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.access.refusals import NothingHere
from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.actions import diary
from byggsten.actions.lengths import refuse_too_long
from byggsten.actions.lookups import locked_person
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.queries.rules import checklist_here
from byggsten.records.models import MunicipalNumber, ReceptionStep

if TYPE_CHECKING:
    from datetime import date, datetime

    from byggsten.access.actors import Actor

FIRST_YEAR, MOST = 2016, 5000


class NotYet(Refusal):
    """Something is said to be done on a day that has not been."""


class NoSource(Refusal):
    """A number that nobody stands behind."""


class UnlikelyNumber(Refusal):
    """A year or a number that cannot be."""


@dataclass(frozen=True, slots=True)
class StepDetails:
    """What the municipality has settled about a step for this person."""

    due: date | None = None
    responsible: str = ""
    note: str = ""


@transaction.atomic
def tick(person: str, code: str, *, done_on: date, by: Actor, at: datetime) -> None:
    """Say that a step is done; done already, it stays as it was.  Raises NotYet, NothingHere."""
    if done_on > by.on:
        raise NotYet(Text(N_("%(day)s har inte varit än. Skriv dagen då det gjordes."), {"day": done_on}))
    step = _step(person, code, by=by)
    if step.done_on is None:
        step.done_on, step.done_by = done_on, by.username
        step.save()
        diary.write(
            "reception.step_done", person=person, by=by.username, at=at, step=code, on=done_on.isoformat()
        )


@transaction.atomic
def untick(person: str, code: str, *, by: Actor, at: datetime) -> None:
    """Take back that a step is done; the diary keeps that it was said.  Raises NothingHere, NotInYourRole."""
    step = _step(person, code, by=by)
    if step.done_on is not None:
        step.done_on, step.done_by = None, ""
        step.save()
        diary.write("reception.step_undone", person=person, by=by.username, at=at, step=code)


@transaction.atomic
def settle_step(person: str, code: str, details: StepDetails, *, by: Actor, at: datetime) -> None:
    """Say by when, by whom and how a step is to be done for this person.  Raises TooLong, NothingHere."""
    refuse_too_long(ReceptionStep, {"responsible": details.responsible})
    step = _step(person, code, by=by)
    step.due, step.responsible, step.note = details.due, details.responsible, details.note
    step.save()
    due = details.due.isoformat() if details.due else ""
    diary.write("reception.step_settled", person=person, by=by.username, at=at, step=code, due=due)


@transaction.atomic
def set_municipal_number(*, year: int, number: int, source: str, by: Actor, at: datetime) -> None:
    """Record how many assigned people the municipality is to receive in a year, as the county board decided.

    Raises NotInYourRole, NoSource, UnlikelyNumber.
    """
    # Only who answers for a unit; the number itself is the county administrative board's.
    by.demand(May.SEE_UNIT)
    if not source.strip():
        raise NoSource(Text(N_("Kommuntalet har ingen källa. Skriv beslutet det står i.")))
    if not (FIRST_YEAR <= year <= by.on.year + 1 and 0 <= number <= MOST):
        raise UnlikelyNumber(
            Text(
                N_("%(number)s personer år %(year)s kan inte stämma. Se över talet och året."),
                {"number": number, "year": year},
            )
        )
    refuse_too_long(MunicipalNumber, {"source": source})
    told = {"number": number, "source": source.strip(), "recorded_at": at, "recorded_by": by.username}
    MunicipalNumber.objects.update_or_create(year=year, defaults=told)
    diary.write("municipal_number.set", by=by.username, at=at, year=year, number=number)


def _step(person: str, code: str, *, by: Actor) -> ReceptionStep:
    demand(by, May.CHANGE_PERSON, Subject.PERSON, person)
    if code not in {line.code for line in checklist_here()}:
        raise NothingHere
    row = locked_person(person)
    step, _ = ReceptionStep.objects.get_or_create(person=row, code=code)
    return step
