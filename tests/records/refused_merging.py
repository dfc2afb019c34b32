"""Rows about merged records that the database refuses, by constraint."""

from datetime import timedelta

from byggsten.records import models as m
from tests.people import BEFORE, NOW
from tests.records.rows import person


def merge(**changed):
    values = {"by": "karin", "at": NOW, "kept": changed.pop("kept", None) or person()}
    return m.Merge.objects.create(
        **values | {"absorbed": changed.pop("absorbed", None) or person()} | changed
    )


def not_the_same(**changed):
    values = {"by": "karin", "at": NOW, "one": changed.pop("one", None) or person()}
    return m.NotTheSame.objects.create(**values | {"other": changed.pop("other", None) or person()} | changed)


def merged_into_itself():
    who = person()
    m.Person.objects.filter(pk=who.pk).update(merged_into=who)


def with_itself(make, one, other):
    who = person()
    make(**{one: who, other: who})


def absorbed_twice():
    who = person()
    merge(absorbed=who)
    merge(absorbed=who)


def answered_twice():
    one, other = person(), person()
    not_the_same(one=one, other=other)
    not_the_same(one=one, other=other)


REFUSED = {
    "record_is_never_merged_into_itself": merged_into_itself,
    "record_is_not_merged_with_itself": lambda: with_itself(merge, "kept", "absorbed"),
    "record_is_merged_into_one": absorbed_twice,
    "undone_merge_says_when_and_by_whom": lambda: merge(undone_at=BEFORE - timedelta(1), undone_by="karin"),
    "answer_names_the_older_record_first": lambda: with_itself(not_the_same, "one", "other"),
    "two_records_are_answered_once": answered_twice,
}
