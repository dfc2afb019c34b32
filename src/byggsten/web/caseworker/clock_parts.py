"""What a clock's last day is worked out from: how long it runs, and the time that is not counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.rules.blanks import blanks
from byggsten.domain.rules.expressions import Role, Type, references
from byggsten.web.caseworker.evidence import told_fact, told_number

if TYPE_CHECKING:
    from datetime import date

    from byggsten.domain.duty import Assessment
    from byggsten.domain.rules import Rulebook, Step
    from byggsten.web.caseworker.evidence import ToldFact, ToldNumber


def last_day_of(step: Step, book: Rulebook) -> str:
    """The name of the derived day that the deciding row speaks of last, or "" when it speaks of none."""
    derived = book.derived
    spoken = (name for name in reversed(blanks(step.row.text.sv)) if name in derived)
    return next((name for name in spoken if derived[name].type is Type.DATE), "")


def lengths(step: Step, book: Rulebook, language: str) -> tuple[ToldNumber, ...]:
    """The dated numbers of the law or the council that say how long it runs."""
    names = _read_by(last_day_of(step, book), book)
    return tuple(
        told_number(number, language)
        for number in step.parameters
        if number.name in names and book.parameters[number.name].type is Type.NUMBER
    )


def pauses(step: Step, assessment: Assessment, language: str, day: date | None) -> tuple[ToldFact, ...]:
    """The recorded time that moves the last day; what is nought or not known is left out."""
    names = _read_by(last_day_of(step, assessment.rules.duty), assessment.rules.duty)
    person = assessment.case.person.reference
    return tuple(
        told_fact(fact, person, language, day, None)
        for fact in step.facts
        if fact.name in names and fact.role is Role.FACT and fact.ref.type is Type.NUMBER and fact.number
    )


def _read_by(name: str, book: Rulebook) -> frozenset[str]:
    """Everything that the derived day rests on, however far down."""
    if name not in book.derived:
        return frozenset()
    direct = {ref.name for ref in references(book.derived[name].expression)}
    return frozenset(direct).union(*(_read_by(one, book) for one in direct))
