"""Concepts are kept: twice is once, what has gone stays marked, and a broken source is stopped."""

import pytest

from byggsten.actions.taxonomy import ConceptToKeep, TooManyGone, keep_concepts
from byggsten.records.models import Concept, Event
from tests.people import NOW

pytestmark = pytest.mark.django_db


def skills(*labels):
    return [ConceptToKeep(f"id-{label}", "skill", label) for label in labels]


def keep(told, whole=("skill",), **options):
    return keep_concepts(told, whole=whole, by="test", at=NOW, **options)


def test_the_same_twice_changes_nothing_and_writes_no_diary():
    assert keep(skills("Svets", "Kök"))[0].created == 2
    counts, gone = keep(skills("Svets", "Kök"))
    assert (counts.created, counts.changed, counts.unchanged, gone) == (0, 0, 2, 0)
    assert Event.objects.filter(code="taxonomy.imported").count() == 1


def test_one_that_has_gone_is_kept_and_marked_and_one_that_comes_back_is_current_again():
    keep(skills("Svets", "Kök"))
    assert keep(skills("Svets"))[1] == 1
    assert Concept.objects.get(label_sv="Kök").deprecated
    assert keep(skills("Svets", "Kök"))[0].changed == 1
    assert not Concept.objects.get(label_sv="Kök").deprecated


def test_a_kind_that_the_source_has_only_some_of_loses_none():
    keep(skills("Svets", "Kök"))
    assert keep(skills("Svets"), whole=())[1] == 0


def test_when_much_has_gone_somebody_must_say_that_it_is_meant():
    many = skills(*(f"Kunskap {n}" for n in range(100)))
    keep(many)
    with pytest.raises(TooManyGone, match="saknar 50 av 100"):
        keep(many[:50])
    assert not Concept.objects.filter(deprecated=True).exists()
    assert keep(many[:50], allow_fewer=True)[1] == 50


def test_a_source_that_says_less_takes_nothing_away():
    keep([ConceptToKeep("o1", "occupation-name", "Vårdbiträde", "", "no_requirement", "g1", ("Äldrevård",))])
    assert keep([ConceptToKeep("o1", "occupation-name", "Vårdbiträde")])[0].unchanged == 1
    row = Concept.objects.get(concept_id="o1")
    assert (row.code, row.broader) == ("no_requirement", "g1")
    assert "aldrevard" in row.search


def test_a_new_label_is_taken_over():
    keep(skills("Svets"))
    assert keep([ConceptToKeep("id-Svets", "skill", "Svetsning")])[0].changed == 1
    assert Concept.objects.get(concept_id="id-Svets").search == " svetsning"
