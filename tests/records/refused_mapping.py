"""Rows of the mapping and the taxonomy that the database refuses, by constraint."""

from datetime import timedelta

from byggsten.records import models as m
from tests.people import BEFORE, NOW, TODAY
from tests.records.rows import person


def talk(**changed):
    values = {"started_at": BEFORE, "started_by": "test"}
    return m.MappingTalk.objects.create(
        **values | {"person": changed.pop("person", None) or person()} | changed
    )


def claim(**changed):
    values = {"recorded_at": BEFORE, "recorded_by": "test", "key": "skill-1", "topic": "skill"}
    values |= {"said_by": "person", "evidence": "none", "content": {"skill": {"label": "Svets"}}}
    return m.Claim.objects.create(**values | {"person": changed.pop("person", None) or person()} | changed)


def estimate(**changed):
    values = {"recorded_at": BEFORE, "recorded_by": "test", "block": "language", "day": TODAY, "level": 1}
    values |= {"words": "Läser sfi", "person": changed.pop("person", None) or person()}
    return m.BlockEstimate.objects.create(**values | changed)


def concept(**changed):
    values = {"concept_id": f"c{m.Concept.objects.count()}", "kind": "skill", "label_sv": "Svets"}
    return m.Concept.objects.create(**values | changed)


def two(make, **values):
    """Two rows about one person."""
    who = person()
    make(person=who, **values)
    make(person=who, **values)


REFUSED = {
    "talk_ends_in_a_known_track_or_none": lambda: talk(track="sidospår"),
    "person_has_one_open_talk": lambda: two(talk),
    "finished_talk_says_when_and_by_whom": lambda: talk(finished_at=NOW),
    "claim_has_a_key": lambda: claim(key=""),
    "claim_is_on_a_known_topic": lambda: claim(topic="politics"),
    "claim_has_a_known_speaker": lambda: claim(said_by="neighbour"),
    "claim_has_a_known_evidence": lambda: claim(evidence="rumour"),
    "claim_is_replaced_after_it_is_recorded": lambda: claim(replaced_at=BEFORE - timedelta(seconds=1)),
    "claim_stands_once": lambda: two(claim),
    "estimate_is_of_a_known_block": lambda: estimate(block="roof"),
    "estimate_says_why": lambda: estimate(words=""),
    "estimate_is_on_the_scale": lambda: estimate(level=4),
    "estimate_is_replaced_after_it_is_recorded": lambda: estimate(replaced_at=BEFORE - timedelta(seconds=1)),
    "block_is_estimated_once_on_a_day": lambda: two(estimate),
    "concept_has_an_id": lambda: concept(concept_id=""),
    "concept_has_a_kind": lambda: concept(kind=""),
    "concept_has_a_label": lambda: concept(label_sv=""),
}
