"""Which records are one person's, and what is found of those who may be."""

from datetime import date, timedelta

import pytest

from byggsten.actions import merging, people
from byggsten.domain.people import Person
from byggsten.queries.duplicates import MOST, likely
from byggsten.queries.merge_answers import merged, told_apart
from byggsten.queries.merged import family, kin_of, one_person, records_of, roots_of
from byggsten.queries.proposals import proposed, side_by_side
from byggsten.records.models import Person as PersonRow
from tests.people import BEFORE, CAST, NOW, UNIT, acting, enrol, hire

pytestmark = pytest.mark.django_db


@pytest.fixture
def karin():
    hire("karin")
    enrol("a", "b", "c", "d")
    return acting("karin")


def test_a_chain_has_one_root_and_a_ring_hangs_nothing():
    assert roots_of([(1, 2), (2, 3), (4, 3)]) == {1: 3, 2: 3, 4: 3}
    assert set(roots_of([(1, 2), (2, 1)])) == {1, 2}


def test_all_the_records_of_one_person_are_found_from_any_of_them(karin):
    merging.merge(kept="b", absorbed="c", by=karin, at=NOW)
    merging.merge(kept="a", absorbed="b", by=karin, at=NOW)
    keys = dict(PersonRow.objects.values_list("reference", "pk"))
    assert {one_person(r) for r in "abc"} == {("a", "b", "c")}
    assert one_person("d") == ("d",)
    assert one_person("ingen") == ("ingen",)
    assert set(family(keys["c"])) == {keys[r] for r in "abc"}
    assert kin_of([keys["c"], keys["d"]]) == dict.fromkeys((keys[r] for r in "abc"), keys["a"]) | {
        keys["d"]: keys["d"]
    }
    for moment in (None, NOW):
        found = records_of(["c", "d", "ingen", "a"], moment)
        assert list(found) == ["c", "d", "a"]
        assert found["c"] == found["a"]
        assert [row.reference for row in found["a"].absorbed] == ["b", "c"]
    before = records_of(["c", "a"], NOW - timedelta(seconds=1))
    assert not before["a"].absorbed
    assert before["c"].kept.reference == "c"


def test_merged_records_take_no_question_more(karin, django_assert_num_queries):
    with django_assert_num_queries(1):
        records_of(["a", "b"])
    merging.merge(kept="a", absorbed="b", by=karin, at=NOW)
    with django_assert_num_queries(1):
        records_of(["a", "d"])


def test_the_most_likely_stand_first_and_are_few(karin):
    names = ["Amina", "Ameena", "Amena", "Aminah", "Amina", "Amiina", "Hamina"]
    rows = [Person(f"x{n}", name, "Exempel", date(1991, 5, 5)) for n, name in enumerate(names)]
    people.register_people(rows, unit=UNIT, by="test", at=BEFORE)
    who = CAST["amina"]
    found = likely(karin, given_name="Amina", family_name="Exempel", born=who.born, number=None, besides="x4")
    assert len(found) == MOST
    assert found[0].score == 100
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert "x4" not in {one.reference for one in found}


def test_a_digit_wrong_in_the_year_is_found_too(karin):
    people.register_people(
        [Person("x", "Rahwa", "Abnet", date(1968, 2, 29))], unit=UNIT, by="test", at=BEFORE
    )
    for born in (date(1988, 2, 29), date(1967, 2, 28), date(1968, 2, 28)):
        found = likely(karin, given_name="Rahwa", family_name="Abnet", born=born, number="")
        assert [one.reference for one in found] == (["x"] if born.year != 1967 else [])


def test_answers_tell_who_answered(karin):
    merging.merge(kept="a", absorbed="b", by=karin, at=NOW)
    merging.not_the_same(one="c", other="d", by=karin, at=NOW)
    (one,), (other,) = merged(karin), told_apart(karin)
    assert (one.one, one.other, one.by, one.at) == ("a", "b", "Karin Lind", NOW)
    assert (other.one, other.other) == ("c", "d")


def test_pairs_are_proposed_once_and_not_those_that_are_merged(karin):
    rows = [Person(f"x{n}", "Rahwa", "Abnet", date(1990, 2, 3)) for n in range(3)]
    people.register_people(rows, unit=UNIT, by="test", at=BEFORE)
    assert len(proposed(karin)) == 3
    merging.merge(kept="x0", absorbed="x1", by=karin, at=NOW)
    (pair,) = side_by_side(proposed(karin))
    assert (pair.one.reference, pair.other.reference) == ("x0", "x2")
