"""What a teacher sees: the sessions to register, and the register of one session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F, Q
from django.db.models.functions import Coalesce

from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.domain.attendance import Witness
from byggsten.domain.reasons import Validity, reason_on
from byggsten.queries.registers import expected
from byggsten.queries.rules import rules_here
from byggsten.queries.teacher_sessions import SessionLine, lines_of
from byggsten.records.models import Person as PersonRow
from byggsten.records.models import Session

if TYPE_CHECKING:
    from datetime import date

    from byggsten.access.actors import Actor

TEACHER = "teacher"


@dataclass(frozen=True, slots=True)
class Pupil:
    """A person in the register: what the teacher's own last mark says, and what the person has told ahead.

    ``attended`` None: no mark yet.  ``notice`` is "", or the validity of the person's own notice.
    """

    reference: str
    name: str
    attended: int | None
    reason: str
    notice: str


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """The register of one session, and its neighbours in the group."""

    session: SessionLine
    pupils: tuple[Pupil, ...]
    previous: str
    next: str
    reasons: tuple[tuple[str, str], ...]


def register_page(actor: Actor, reference: str, language: str) -> RegisterPage:
    """The register of a session that is the teacher's own.

    Raises NothingHere, NotInYourRole.
    """
    demand(actor, May.SEE_REGISTER, Subject.SESSION, reference)
    (line,) = lines_of(Session.objects.filter(reference=reference))
    row = Session.objects.select_related("group").get(reference=reference)
    neighbours = Session.objects.filter(group=row.group)
    earlier = neighbours.filter(Q(day__lt=row.day) | Q(day=row.day, start__lt=row.start))
    later = neighbours.filter(Q(day__gt=row.day) | Q(day=row.day, start__gt=row.start))
    return RegisterPage(
        session=line,
        pupils=_pupils(row),
        previous=earlier.order_by("-day", "-start").values_list("reference", flat=True).first() or "",
        next=later.order_by("day", "start").values_list("reference", flat=True).first() or "",
        reasons=reasons_on(row.day, language),
    )


def reasons_on(day: date, language: str) -> tuple[tuple[str, str], ...]:
    """The reasons that a teacher may know and give on the day: code and label."""
    table = rules_here().reasons
    found = ((code, reason_on(table, code, day)) for code in table)
    return tuple(
        (code, reason.label_en if language == "en" else reason.label_sv)
        for code, reason in found
        # «late» and «none» are the buttons themselves; the school's own codes are for its system.
        if reason and TEACHER in reason.seen_by and code not in ("none", "late") and "school_" not in code
    )


def _pupils(row: Session) -> tuple[Pupil, ...]:
    people = expected(row.reference)
    marks: dict[int, tuple[int, str]] = {}
    notices: dict[int, str] = {}
    # A mark of a merged record is about the one it is read as, as the place in the group is.
    told = row.accounts.annotate(read_as=Coalesce("person__merged_into_id", F("person_id")))
    for person, witness, attended, absent, reason in told.order_by("recorded_at", "pk").values_list(
        "read_as", "witness", "attended", "absent", "reason"
    ):
        if witness == Witness.TEACHER.value:
            marks[person] = (attended, reason)
        elif witness == Witness.PARTICIPANT.value and absent:
            notices[person] = _validity(reason, row.day)
    names = PersonRow.objects.filter(reference__in=people).order_by("given_name", "family_name")
    return tuple(
        Pupil(
            person.reference,
            person.as_domain().name,
            marks[person.pk][0] if person.pk in marks else None,
            marks[person.pk][1] if person.pk in marks else "",
            notices.get(person.pk, ""),
        )
        for person in names
    )


def _validity(code: str, day: date) -> str:
    reason = reason_on(rules_here().reasons, code, day)
    return (reason.validity if reason else Validity.TO_BE_TRIED).value
