"""Contents: what each topic takes, what it refuses and at which field, and there and back through JSON."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byggsten.domain.competence import (
    Absence,
    ContentRefused,
    Topic,
    content_from,
    content_to_json,
    faults_in,
    shape_of,
)
from byggsten.domain.competence.codes import Home, SwedishStep
from byggsten.domain.housing import HousingForm
from byggsten.domain.planning import SwedishLevel
from tests.domain.competence.told import claim

WORD = {"label": "Något"}
WHOLE = {
    Topic.EDUCATION: {"level": "post_secondary", "field": {"label": "Vård", "concept": "c1"}, "country": WORD,
                      "years": 16, "ended": 2012, "words": "Damaskus"},
    Topic.OCCUPATION: {"occupation": WORD, "country": WORD, "years": 0, "ended": 2020, "tasks": "Lagade mat"},
    Topic.SKILL: {"skill": WORD, "years": 3, "words": "Med gas"},
    Topic.LANGUAGE: {"language": WORD, "spoken": "fluent", "read": "good", "written": "none"},
    Topic.SWEDISH: {"level": "sfi_b", "needs_sfi": True, "tested_on": "2026-10-01", "words": "Läser själv"},
    Topic.HEALTH: {"words": "Ont i ryggen"},
    Topic.LIMIT: {"first_day": "2026-10-01", "last_day": "2026-12-31", "capacity_percent": 50,
                  "certified_by": "Vårdcentralen", "words": "Lyfta"},
    Topic.LICENCE: {"category": "b", "country": WORD, "holds_here": False},
    Topic.HOUSING: {"form": "lodger", "own": False, "words": "Hos en vän"},
    Topic.FAMILY: {"words": "Två barn"},
    Topic.CHILD_CARE: {"needed": True, "hours": {"1": ["08:00", "16:00"], "3": ["09:00", "12:30"]}},
    Topic.NETWORK: {"contacts": "few", "words": "Fotboll"},
    Topic.WISH: {"direction": "work", "occupation": WORD, "words": "Bli kock"},
}  # fmt: skip


def test_every_topic_has_a_shape_and_is_tried_here():
    assert set(WHOLE) == set(Topic)
    assert len({shape_of(topic) for topic in Topic}) == len(Topic)


@pytest.mark.parametrize("topic", Topic)
def test_a_whole_content_goes_to_json_and_back(topic):
    content = content_from(topic, WHOLE[topic])
    kept = json.loads(json.dumps(content_to_json(content)))
    assert kept == WHOLE[topic]
    assert content_from(topic, kept) == content


@pytest.mark.parametrize("topic", Topic)
def test_what_was_said_never_shows_in_a_repr(topic):
    shown = repr(claim(topic.value, **WHOLE[topic]))
    for secret in ("ryggen", "Något", "Damaskus", "Vårdcentralen", "barn", "kock"):
        assert secret not in shown


@pytest.mark.parametrize(("topic", "change", "field"), [
    ("education", {"level": None}, "level"),
    ("education", {"level": "doctor"}, "level"),
    ("education", {"years": 61}, "years"),
    ("education", {"years": -1}, "years"),
    ("education", {"years": True}, "years"),
    ("education", {"years": "16"}, "years"),
    ("education", {"ended": 1492}, "ended"),
    ("education", {"country": "SE"}, "country"),
    ("education", {"country": {"label": " "}}, "country"),
    ("education", {"country": {"label": "x", "kod": "SE"}}, "country"),
    ("education", {"words": "x" * 2001}, "words"),
    ("education", {"words": "a\0b"}, "words"),
    ("education", {"betyg": "A"}, "betyg"),
    ("health", {"words": "  "}, "words"),
    ("health", {"words": 5}, "words"),
    ("limit", {"capacity_percent": 101}, "capacity_percent"),
    ("limit", {"first_day": "2026-02-30"}, "first_day"),
    ("limit", {"last_day": "2026-09-30"}, "last_day"),
    ("limit", {"certified_by": ""}, "certified_by"),
    ("housing", {"own": "ja"}, "own"),
    ("housing", {"form": "castle"}, "form"),
    ("child_care", {"hours": {"8": ["08:00", "16:00"]}}, "hours"),
    ("child_care", {"hours": {"1": ["16:00", "08:00"]}}, "hours"),
    ("child_care", {"hours": {"1": ["08:00"]}}, "hours"),
    ("child_care", {"hours": {"1": ["08:00", ""]}}, "hours"),
    ("child_care", {"hours": "hela dagen"}, "hours"),
])  # fmt: skip
def test_what_does_not_fit_is_refused_at_its_field(topic, change, field):
    raw = WHOLE[Topic(topic)] | change
    with pytest.raises(ContentRefused) as caught:
        content_from(Topic(topic), raw)
    assert caught.value.field == field
    assert str(caught.value)


def test_all_faults_are_found_at_once():
    faults = faults_in(Topic.EDUCATION, {"years": 99, "ended": 3})
    assert set(faults) == {"level", "years", "ended"}


def test_nothing_and_no_answer_stand_alone():
    assert content_from(Topic.SKILL, {"absence": "nothing"}) is Absence.NOTHING
    assert content_to_json(Absence.DECLINED) == {"absence": "declined"}
    for raw in ({"absence": "nothing", "words": "x"}, {"absence": "maybe"}):
        with pytest.raises(ContentRefused):
            content_from(Topic.SKILL, raw)


def test_the_codes_are_those_of_the_neighbours():
    assert [one.value for one in SwedishStep] == [one.value for one in SwedishLevel]
    assert [one.value for one in Home] == [one.value for one in HousingForm]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from(Topic), st.data())
def test_whatever_comes_it_is_a_content_or_a_refusal(topic, data):
    names = st.sampled_from([*WHOLE[topic], "x"])
    raw = data.draw(st.dictionaries(names, JSON | st.sampled_from(list(WHOLE[topic].values())), max_size=6))
    try:
        content = content_from(topic, raw)
    except ContentRefused:
        return
    assert content_from(topic, content_to_json(content)) == content
