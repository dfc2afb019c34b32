"""Searching while one types: any order, beginnings first, accents or not, Swedish and English."""

import time

import pytest

from byggsten.actions.taxonomy import ConceptToKeep, keep_concepts
from byggsten.gateways.taking_in import FileNote, Tally
from byggsten.gateways.taxonomy.parse import NoConcepts
from byggsten.gateways.taxonomy.receive import TaxonomyFiles
from byggsten.queries.plain_words import plain, searchable
from byggsten.queries.taxonomy import is_loaded, label_of, search
from tests.people import NOW

pytestmark = pytest.mark.django_db
OCCUPATIONS = ("occupation-name",)


@pytest.fixture
def loaded():
    told = [
        ConceptToKeep("g1", "ssyk-level-4", "Lastbilsförare m.fl."),
        ConceptToKeep("o1", "occupation-name", "Lastbilsförare", broader="g1", words=("truck driver",)),
        ConceptToKeep("o2", "occupation-name", "Förare, buss", words=("bus driver",)),
        ConceptToKeep("o3", "occupation-name", "Städare"),
        ConceptToKeep("o4", "occupation-name", "Stadsarkitekt"),
        ConceptToKeep("o5", "occupation-name", "Hotellstädare", "Hotel cleaner"),
        ConceptToKeep("s1", "skill", "Lastbilslackering"),
    ]
    keep_concepts(told, whole=(), by="test", at=NOW)


def found(words, kinds=OCCUPATIONS, **options):
    return [hit.label for hit in search(words, kinds, **options)]


def test_nothing_is_found_before_a_taxonomy_is_loaded_or_anything_is_typed():
    assert search("kock", OCCUPATIONS) == ()
    assert not is_loaded()


def test_the_beginning_of_a_label_comes_before_the_beginning_of_a_word_and_that_before_the_middle(loaded):
    assert found("förare") == ["Förare, buss", "Lastbilsförare"]
    assert found("städ") == ["Städare", "Stadsarkitekt", "Hotellstädare"]


@pytest.mark.parametrize("words", ["buss förare", "forare  BUSS", "bus för"])
def test_the_words_in_any_order_with_or_without_accents(loaded, words):
    assert found(words) == ["Förare, buss"]


def test_english_words_find_and_an_english_label_is_shown_where_there_is_one(loaded):
    assert found("truck") == ["Lastbilsförare"]
    assert found("cleaner", language="en") == ["Hotel cleaner"]
    assert found("cleaner") == ["Hotellstädare"]
    assert label_of("o5", OCCUPATIONS, "en") == "Hotel cleaner"
    assert label_of("s1", OCCUPATIONS) == ""


def test_only_the_kinds_that_were_asked_for_and_what_stands_above(loaded):
    assert found("lastbil", ("skill",)) == ["Lastbilslackering"]
    assert search("lastbil", OCCUPATIONS)[0].broader == "Lastbilsförare m.fl."


@pytest.mark.parametrize("words", ["", "   ", "%", "'; --", "_", "x" * 5000, "\0"])
def test_whatever_is_typed_is_only_words(loaded, words):
    assert search(words, OCCUPATIONS) == ()


def test_words_as_they_are_searched():
    assert plain("Förskollärare/Fritidspedagog (C++)") == "forskollarare fritidspedagog c++"
    assert searchable("Kock, fartyg", "cook", "kock") == " kock fartyg cook"


def test_the_real_dumps_are_loaded_and_searched_at_once(shared):
    folder = shared / "data" / "jobtech-taxonomy"
    files = [(file.name, file.read_bytes()) for file in sorted(folder.glob("*.json"))]
    taxonomy, tally = TaxonomyFiles(), Tally()
    taxonomy.take_in(files, FileNote("jobtech", "taxonomy", "x", "test", NOW), tally)
    assert (taxonomy.kinds["skill"], taxonomy.kinds["occupation-name"]) == (6657, 2412)
    again = Tally()
    taxonomy.take_in(files, FileNote("jobtech", "taxonomy", "x", "test", NOW), again)
    assert (again.counts.written, taxonomy.gone) == (0, 0)
    assert found("stadare")[0] == "Städare"
    assert "Städare" in found("cleaner")
    began = time.perf_counter()
    for words in ("s", "sn", "snickare", "nurse", "förare last"):
        search(words, ("occupation-name", "skill"))
    # Five searches; a person takes a tenth of a second for «at once».
    assert time.perf_counter() - began < 5 * 0.5
    with pytest.raises(NoConcepts):
        taxonomy.take_in([("x.json", b"{}")], FileNote("x", "taxonomy", "y", "test", NOW), Tally())
