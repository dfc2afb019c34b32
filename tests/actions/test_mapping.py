"""The mapping in the records: each claim by itself, never over another's, and what finishing gives."""

from datetime import date, timedelta

import pytest

from byggsten.access.refusals import NothingHere, NotInYourRole
from byggsten.actions import mapping, mapping_claims
from byggsten.actions.mapping import NothingMapped, UnreasonedEstimate
from byggsten.actions.mapping_claims import ClaimsStand, Said
from byggsten.actions.mapping_rows import ClaimChanged
from byggsten.domain.competence import Absence, Evidence, Speaker, Topic, Track, content_from
from byggsten.domain.planning import BuildingBlock
from byggsten.domain.texts import Refusal
from byggsten.queries.cases import load_people
from byggsten.queries.mapping import judged_levels, profile, told_about
from byggsten.queries.mapping_page import chain_of, mapping_page, next_key
from byggsten.records.models import BlockEstimate, Claim, Event, MappingTalk, Person
from tests import people

pytestmark = pytest.mark.django_db
LATER = people.NOW + timedelta(minutes=5)


@pytest.fixture(autouse=True)
def _staff():
    people.hire("karin", "omar", "sara", "eva", "maria")
    people.enrol("amina")


def said(topic, evidence=Evidence.NONE, by=Speaker.PERSON, **content):
    return Said(Topic(topic), content_from(Topic(topic), content), by, evidence)


def skill(label="Svets", **more):
    return said("skill", skill={"label": label}, **more)


def add(what, key="", who="karin", at=people.NOW):
    return mapping_claims.add_claim(person="amina", said=what, key=key, by=people.acting(who), at=at)


def change(claim, what, who="karin", at=LATER):
    return mapping_claims.change_claim(person="amina", claim=claim, said=what, by=people.acting(who), at=at)


def take_back(claim, why="Hon tog fel", who="karin"):
    mapping_claims.take_back_claim(person="amina", claim=claim, why=why, by=people.acting(who), at=LATER)


def finish(judged=None, track=None, on=people.TODAY, at=LATER):
    mapping.finish_talk(
        person="amina", judged=judged or {}, track=track, track_words="", by=people.acting("karin", on), at=at
    )


def standing():
    return list(Claim.objects.filter(replaced_at__isnull=True).order_by("pk"))


def test_what_is_said_begins_a_conversation_and_stays_when_one_leaves():
    add(skill())
    assert MappingTalk.objects.get().started_by == "karin"
    add(skill("Kök"), who="omar")
    assert MappingTalk.objects.count() == 1
    assert [c.content for c in told_about("amina").about(Topic.SKILL)] == [
        skill().content, skill("Kök").content
    ]  # fmt: skip


def test_the_same_form_sent_twice_saves_once_and_two_alike_forms_save_both():
    key = next_key(mapping_page(people.acting("karin"), "amina"), Topic.SKILL)
    assert add(skill(), key) == add(skill(), key)
    # Omar had the same empty form open, and wrote something else.
    add(skill("Kök"), key, who="omar")
    assert len({claim.key for claim in standing()}) == 2


def test_a_change_is_remembered_and_its_chain_is_shown():
    first = add(skill())
    second = change(first, skill("Svetsteknik", evidence=Evidence.COPY))
    chain = chain_of(people.acting("karin"), "amina", second)
    assert [claim.pk for claim in chain] == [second, first]
    assert [claim.stands for claim in chain] == [True, False]
    assert chain[0].changes == 1
    assert Claim.objects.get(pk=first).replaced_at == LATER


def test_a_change_that_changes_nothing_writes_nothing():
    first = add(skill())
    assert change(first, skill()) == first
    assert Claim.objects.count() == 1


def test_of_two_who_change_the_same_claim_the_second_is_shown_both():
    first = add(skill())
    theirs = change(first, skill("Svetsteknik"))
    with pytest.raises(ClaimChanged) as caught:
        change(first, skill("Gassvets"), who="omar")
    assert caught.value.theirs == theirs
    # Having seen it, Omar may still say that his is right.
    change(theirs, skill("Gassvets"), who="omar", at=LATER + timedelta(minutes=1))
    assert Claim.objects.count() == 3


def test_a_topic_with_one_answer_is_changed_and_never_doubled():
    first = add(said("swedish", level="sfi_a"))
    with pytest.raises(ClaimChanged) as caught:
        add(said("swedish", level="sfi_b"), who="omar")
    assert caught.value.theirs == first


def test_a_claim_is_taken_back_with_a_reason_and_stays_in_its_chain():
    first = add(skill())
    with pytest.raises(Refusal, match="varför"):
        take_back(first, " ")
    take_back(first)
    take_back(first)
    assert not told_about("amina").claims
    chain = chain_of(people.acting("karin"), "amina", first)
    assert [claim.content for claim in chain] == [Absence.TAKEN_BACK, skill().content]
    assert chain[0].evidence_words == "Hon tog fel"
    # A name that was used is not used for another.
    add(skill("Kök"), "skill-1")
    assert len({claim.key for claim in standing()}) == 2


def test_nothing_to_tell_gives_way_to_an_answer_and_not_the_other_way():
    nothing = Said(Topic.SKILL, Absence.NOTHING, Speaker.PERSON, Evidence.NONE)
    assert add(nothing) == add(nothing)
    assert told_about("amina").nothing(Topic.SKILL)
    add(skill())
    assert not told_about("amina").nothing(Topic.SKILL)
    with pytest.raises(ClaimsStand):
        add(nothing)


def test_finishing_tells_the_rules_and_keeps_the_judgement():
    add(said("education", level="post_secondary", country={"label": "Syrien"}, years=16))
    add(said("swedish", level="sfi_a", needs_sfi=True))
    finish({BuildingBlock.LANGUAGE: (1, "Läser kurs A")}, Track.VALIDATION)
    facts = {f.code: f for f in load_people(["amina"])["amina"].facts if f.origin == "kartläggning"}
    assert {code: fact.value for code, fact in facts.items()} == {
        "mapped": people.TODAY, "schooling_years": 16, "higher_education": True, "needs_sfi": True,
    }  # fmt: skip
    assert MappingTalk.objects.get().finished_at is not None
    found = profile("amina", people.TODAY)
    assert (found.levels[BuildingBlock.LANGUAGE], found.track) == (1, Track.VALIDATION)
    assert Event.objects.filter(code="mapping.finished", person="amina").count() == 1


def test_a_later_judgement_stands_beside_the_earlier_and_the_same_day_replaces():
    add(skill())
    finish({BuildingBlock.LANGUAGE: (1, "Kurs A")}, on=date(2026, 11, 23))
    finish({BuildingBlock.LANGUAGE: (2, "Kurs C")}, at=LATER + timedelta(hours=1))
    finish({BuildingBlock.LANGUAGE: (3, "Klar")}, at=LATER + timedelta(hours=2))
    assert judged_levels("amina", people.TODAY) == {BuildingBlock.LANGUAGE: 3}
    assert judged_levels("amina", date(2026, 11, 23)) == {BuildingBlock.LANGUAGE: 1}
    assert BlockEstimate.objects.filter(replaced_at__isnull=True).count() == 2


@pytest.mark.parametrize("judged", [(4, "x"), (-1, "x"), (2, "  ")])
def test_a_judgement_without_level_or_words_saves_nothing(judged):
    add(skill())
    with pytest.raises(UnreasonedEstimate):
        finish({BuildingBlock.NORMS: judged})
    assert not BlockEstimate.objects.exists()
    assert MappingTalk.objects.get().finished_at is None


def test_an_empty_mapping_is_not_finished():
    with pytest.raises(NothingMapped):
        finish()


def test_the_diary_has_no_words_of_anybody():
    health = add(said("health", words="Hemlig sjukdom"))
    change(health, said("health", words="Hemlig sjukdom, bättre nu"))
    take_back(add(said("health", words="Hemlig oro")), "Hemligt skäl")
    finish({BuildingBlock.SECURITY: (1, "Hemlig bedömning")})
    written = " ".join(str(facts) for facts in Event.objects.values_list("facts", flat=True))
    assert "emlig" not in written


@pytest.mark.parametrize(("who", "refused"), [
    ("sara", NothingHere), ("eva", NotInYourRole), ("maria", NotInYourRole),
])  # fmt: skip
def test_others_write_nothing(who, refused):
    first = add(skill())
    for act in (lambda: add(skill("x"), who=who), lambda: change(first, skill("x"), who=who),
                lambda: take_back(first, who=who)):  # fmt: skip
        with pytest.raises(refused):
            act()
    with pytest.raises(refused):
        chain_of(people.acting(who), "amina", first)


def test_a_claim_of_somebody_else_is_not_there():
    people.enrol("nyfiken")
    first = add(skill())
    with pytest.raises(NothingHere):
        mapping_claims.change_claim(
            person="nyfiken", claim=first, said=skill("x"), by=people.acting("karin"), at=LATER
        )


def test_claims_of_a_merged_record_are_read_and_changed_as_one_persons():
    people.enrol("amina-2")
    other = mapping_claims.add_claim(
        person="amina-2", said=skill("Kök"), key="skill-1", by=people.acting("karin"), at=people.NOW
    )
    add(skill(), "skill-1")
    Person.objects.filter(reference="amina-2").update(merged_into=Person.objects.get(reference="amina"))
    assert len(told_about("amina").about(Topic.SKILL)) == 2
    change(other, skill("Storkök"))
    assert {c.content.skill.label for c in told_about("amina").about(Topic.SKILL)} == {"Svets", "Storkök"}


def test_a_conversation_says_its_language_and_can_be_begun_again():
    begin = {"person": "amina", "by": people.acting("karin"), "at": people.NOW}
    first = mapping.begin_talk(**begin, language="ar", interpreter=True)
    assert mapping.begin_talk(**begin, language="so") == first
    talk = mapping_page(people.acting("karin"), "amina").talk
    assert (talk.language, talk.interpreter, talk.open) == ("so", False, True)
    add(skill())
    finish()
    assert mapping.begin_talk(**begin) != first
