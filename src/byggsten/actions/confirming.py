"""Take down what each party says of a plan, with exactly the text they saw; nothing of it is ever changed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.actions import diary
from byggsten.actions.lookups import locked_person
from byggsten.actions.plan_rows import current_plan
from byggsten.actions.planning import confirm_plan
from byggsten.actions.prior_notices import give_notices, take_back_notices
from byggsten.domain import confirming as domain
from byggsten.domain.planning import Signatory, Stance
from byggsten.domain.texts import N_, Refusal
from byggsten.queries.plan_document import plan_document
from byggsten.queries.plan_in_words import plan_sheet
from byggsten.queries.plan_parties import stances_of
from byggsten.records.models import Plan, PlanSight, PlanStance

if TYPE_CHECKING:
    from datetime import datetime

    from byggsten.access.actors import Actor
    from byggsten.domain.confirming import Confirmation
    from byggsten.queries.plan_sheet import Sheet

LONGEST_WORDS = 4000


class TextChanged(Refusal):
    """A stance is about another text than the plan has now."""


class TooManyWords(Refusal):
    """Words of one's own that are too long to keep."""


def fingerprint(sheet: Sheet) -> str:
    """The name of exactly the text that is shown."""
    return hashlib.sha256(sheet.as_text().encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a party says, of the text in a language that has the fingerprint ``seen``."""

    language: str
    seen: str
    party: Signatory
    stance: Stance
    words: str = ""


@transaction.atomic
def take_stance(
    *, plan: str, answer: Answer, read_aloud: bool = False, by: Actor, at: datetime
) -> Confirmation:
    """Note what a party says of a plan, and how far the two have come.

    The plan is confirmed when both have said yes to one and the same text, and the person's side has not
    said no since in any language; prior notices are then given.
    The same said twice changes nothing.  A wrong click is put right by saying it again, the same day.
    Raises SaidNoElsewhere, TextChanged, WordsMissing, WrongSignatory, UnknownPlan, or that one may not.
    """
    by.demand(May.PLAN)
    row = current_plan(plan)
    demand(by, May.PLAN, Subject.PERSON, row.person.reference)
    # Two who save at once take turns, so that the second sees what the first said.
    locked_person(row.person.reference)
    row = current_plan(plan)
    sheet = plan_sheet(plan_document(by, plan), answer.language)
    signatory = sheet.document.signatory
    domain.check_stance(answer.party, answer.stance, answer.words, signatory)
    _refuse_unkept(answer, sheet)
    if answer.party is Signatory.CASEWORKER:
        domain.refuse_no_elsewhere(stances_of(row), signatory, answer.seen)
    _say(_kept(row, sheet, by=by, at=at), answer, by=by, at=at)
    said = stances_of(row)
    state = domain.confirmation(said, signatory, answer.seen)
    if state is domain.Confirmation.CONFIRMED:
        confirm_plan(plan=plan, on=by.on, by=by, at=at)
        give_notices(row, sheet, read=read_aloud, by=by, at=at)
    elif domain.undone(row.confirmed_on, by.on, answer.stance):
        _unconfirm(row, by=by, at=at)
    elif row.confirmed_on and answer.stance is not Stance.AGREES:
        return domain.standing(said, signatory, answer.seen, row.confirmed_on)
    return state


def _refuse_unkept(answer: Answer, sheet: Sheet) -> None:
    if len(answer.words) > LONGEST_WORDS:
        raise TooManyWords(N_("Texten är för lång. Korta den till högst 4000 tecken."))
    if fingerprint(sheet) != answer.seen:
        raise TextChanged(
            N_("Planens text har ändrats sedan sidan öppnades. Läs den nya texten och svara igen.")
        )


def _kept(row: Plan, sheet: Sheet, *, by: Actor, at: datetime) -> PlanSight:
    """What was shown, kept once; the versions are those of the first time."""
    versions = sheet.document.versions
    sight, _ = PlanSight.objects.get_or_create(
        plan=row,
        language=sheet.language,
        sha256=fingerprint(sheet),
        defaults={
            "text": sheet.as_text(),
            "wording_version": versions.wording,
            "catalogue_version": versions.catalogue,
            "rules_version": versions.rules,
            "shown_at": at,
            "shown_by": by.username,
        },
    )
    return sight


def _say(sight: PlanSight, answer: Answer, *, by: Actor, at: datetime) -> None:
    told = {"sight_id": sight.pk, "stance": answer.stance.value, "words": answer.words.strip()}
    own = PlanStance.objects.filter(plan_id=sight.plan_id, party=answer.party.value)
    last = own.order_by("at", "pk").values("sight_id", "stance", "words").last()
    if last == told:
        return
    PlanStance.objects.create(**told, plan_id=sight.plan_id, party=answer.party.value, at=at, by=by.username)
    diary.write(
        "plan.stance",
        person=sight.plan.person.reference,
        by=by.username,
        at=at,
        plan=sight.plan.reference,
        party=answer.party.value,
        stance=answer.stance.value,
        language=sight.language,
        sight=sight.sha256,
    )


def _unconfirm(row: Plan, *, by: Actor, at: datetime) -> None:
    """Bind nobody any more: the confirmation was a wrong click, and so were its notices."""
    written = Plan.objects.filter(pk=row.pk, confirmed_on=by.on).update(confirmed_on=None, confirmed_at=None)
    if not written:
        return
    diary.write("plan.unconfirmed", person=row.person.reference, by=by.username, at=at, plan=row.reference)
    take_back_notices(row, by=by, at=at)
