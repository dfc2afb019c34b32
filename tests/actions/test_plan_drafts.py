"""Drafts: kept with a stamp, brought back, thrown away; a stale form writes nothing."""

from dataclasses import replace

import pytest

from byggsten.access.refusals import NothingHere, NotInYourRole
from byggsten.actions import plan_drafts
from byggsten.actions.lengths import TooLong, UnreadableText
from byggsten.actions.plan_drafts import StaleDraft
from byggsten.domain.plan_draft import Draft, Promise
from byggsten.domain.planning import Party
from byggsten.queries.draft_content import from_kept
from byggsten.records.models import Event, PlanDraft
from tests.domain.drafts import DRAFT
from tests.people import NOW, acting, enrol, hire, school

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_amina")]
OTHER = replace(DRAFT, evidence="Läkarintyg den 3 november")


@pytest.fixture
def _amina():
    hire("karin", "omar", "eva", "maria", "sara")
    enrol("amina", "yusuf")
    school(teacher="eva")


def save(draft=DRAFT, stamp=0, by="karin", person="amina", **options):
    return plan_drafts.save_draft(person=person, draft=draft, stamp=stamp, by=acting(by), at=NOW, **options)


def undo(stamp, by="karin"):
    return plan_drafts.undo_draft(person="amina", stamp=stamp, by=acting(by), at=NOW)


def kept():
    return from_kept(PlanDraft.objects.get().content)


def test_each_change_gets_a_new_stamp_and_the_same_again_changes_nothing():
    assert save() == 1
    assert save(stamp=1) == 1
    assert save(OTHER, stamp=1) == 2
    assert (kept().draft, kept().before) == (OTHER, DRAFT)
    assert PlanDraft.objects.get().saved_by == "karin"


def test_what_is_kept_is_tidy():
    save(replace(DRAFT, promises=(*DRAFT.promises, Promise(Party.OTHER, " "))))
    assert kept().draft == DRAFT


def test_a_stale_form_writes_nothing_and_learns_what_the_other_saved():
    save()
    save(OTHER, stamp=1, by="omar")
    with pytest.raises(StaleDraft, match="Omar Haddad har sparat") as caught:
        save(replace(DRAFT, goals=()), stamp=1)
    assert (caught.value.theirs, caught.value.saved_at, caught.value.stamp) == (OTHER, NOW, 2)
    assert kept().draft == OTHER


def test_two_who_begin_at_once_do_not_write_over_each_other():
    save()
    with pytest.raises(StaleDraft):
        save(OTHER, by="omar")
    assert kept().draft == DRAFT


def test_the_last_change_is_undone_and_done_again():
    save()
    save(OTHER, stamp=1)
    assert undo(2) == 3
    assert kept().draft == DRAFT
    assert undo(3) == 4
    assert kept().draft == OTHER
    with pytest.raises(StaleDraft):
        undo(3)


def test_there_is_nothing_before_the_first():
    assert undo(0) == 0
    save()
    assert undo(1) == 1
    assert kept().draft == DRAFT


def test_a_draft_thrown_away_leaves_no_text_and_old_forms_cannot_bring_it_back():
    save()
    plan_drafts.discard_draft(person="amina", stamp=1, by=acting("omar"), at=NOW)
    assert "undersköterska" not in str(PlanDraft.objects.get().content)
    with pytest.raises(StaleDraft, match="Omar Haddad avslutade det") as caught:
        save(stamp=1)
    assert caught.value.theirs is None
    assert save(stamp=2) == 3


def test_the_diary_has_no_words_of_the_draft():
    save()
    plan_drafts.discard_draft(person="amina", stamp=1, by=acting("karin"), at=NOW)
    codes = list(
        Event.objects.filter(person="amina", code__startswith="plan.").values_list("code", flat=True)
    )
    assert codes == ["plan.draft_begun", "plan.draft_discarded"]
    assert "undersköterska" not in str(list(Event.objects.values()))


@pytest.mark.parametrize(
    ("by", "person", "refusal"),
    [
        ("eva", "amina", NotInYourRole),
        ("maria", "amina", NotInYourRole),
        ("sara", "amina", NothingHere),
        ("karin", "yusuf", NothingHere),
        ("karin", "ingen", NothingHere),
    ],
)
def test_only_who_plans_for_the_person_writes(by, person, refusal):
    with pytest.raises(refusal):
        save(by=by, person=person)
    assert not PlanDraft.objects.exists()


@pytest.mark.parametrize("words", ["ሰላም " * 40, "x" * 2000, "سلام"])
def test_long_words_and_other_scripts_are_kept(words):
    save(replace(DRAFT, evidence=words))
    assert kept().draft.evidence == words.strip()


@pytest.mark.parametrize(
    ("words", "refusal"), [("x" * 2001, TooLong), ("a\0b", UnreadableText), ("\ud83d", UnreadableText)]
)
def test_words_that_cannot_be_kept_are_refused(words, refusal):
    with pytest.raises(refusal):
        save(replace(DRAFT, evidence=words))
    assert not PlanDraft.objects.exists()


def test_more_rows_than_anybody_writes_are_refused():
    with pytest.raises(TooLong):
        save(Draft(promises=(Promise(Party.PERSON, "x"),) * 61))
