"""What a mapping comes to: worked examples, and that what nobody knows is never taken for weak."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byggsten.domain.competence import Absence, Claim, Evidence, Speaker, Topic, Track
from byggsten.domain.competence_estimate import estimates, profile_of, suggest
from byggsten.domain.competence_estimate.given_facts import given_facts
from byggsten.domain.planning import BuildingBlock, SwedishLevel
from tests.domain.competence.told import SWEDEN, claim, nothing, school, told, work

TODAY = date(2026, 11, 24)
B = BuildingBlock
LIMIT = {"first_day": "2026-10-01", "last_day": "2026-12-31", "capacity_percent": 50, "certified_by": "VC"}
CERTIFIED = claim("limit", Speaker.DOCTOR, Evidence.CERTIFIED, **LIMIT)


def levels(*claims):
    return {one.block: one.level for one in estimates(told(*claims), TODAY)}


def livelihood(*claims):
    (found,) = [one for one in estimates(told(*claims), TODAY) if one.block is B.LIVELIHOOD]
    return [str(text) for text in found.why]


def facts(*claims):
    return {fact.code: fact.value for fact in given_facts(told(*claims), TODAY)}


def test_when_nobody_has_asked_everything_is_unknown_and_says_why():
    found = estimates(told(), TODAY)
    assert {one.level for one in found} == {None}
    assert all(one.why for one in found)
    assert suggest(told(), TODAY).track is None
    assert told().unknown == tuple(Topic)


@pytest.mark.parametrize(("claims", "block", "level"), [
    ((claim("housing", form="none"),), B.SECURITY, 0),
    ((claim("housing", form="own_rental"),), B.SECURITY, 3),
    ((claim("housing", form="own_rental"), CERTIFIED), B.SECURITY, 2),
    ((claim("swedish", level="none"),), B.LANGUAGE, 0),
    ((claim("swedish", level="sfi_c"),), B.LANGUAGE, 2),
    ((claim("network", contacts="none"),), B.SOCIAL_CAPITAL, 0),
    ((nothing("network"),), B.SOCIAL_CAPITAL, 0),
    ((work(country=SWEDEN),), B.CODES, 2),
    ((work(),), B.CODES, None),
    # Education and work count as the person says it, with or without a paper.
    ((school("research"),), B.LIVELIHOOD, 3),
    ((school("post_secondary"),), B.LIVELIHOOD, 3),
    ((school("post_secondary", evidence=Evidence.VALIDATED_UHR),), B.LIVELIHOOD, 3),
    ((school("upper_secondary"),), B.LIVELIHOOD, 2),
    ((school("upper_secondary", evidence=Evidence.CERTIFIED),), B.LIVELIHOOD, 2),
    # A short school says nothing until work has been asked about.
    ((school("under_nine_years"),), B.LIVELIHOOD, None),
    ((school("under_nine_years"), nothing("occupation")), B.LIVELIHOOD, 1),
    ((school("no_school"), nothing("occupation")), B.LIVELIHOOD, 0),
    ((school("no_school"), work(4)), B.LIVELIHOOD, 2),
    ((school("no_school"), work(10)), B.LIVELIHOOD, 3),
])  # fmt: skip
def test_worked_examples(claims, block, level):
    assert levels(*claims)[block] == level


def test_that_somebody_did_not_want_to_answer_is_unknown():
    asked = told(claim("network", absence="declined"))
    assert levels(*asked.claims)[B.SOCIAL_CAPITAL] is None
    assert Topic.NETWORK in asked.unknown


@pytest.mark.parametrize(("claims", "track"), [
    ((school("post_secondary"),), Track.VALIDATION),
    ((school("post_secondary", evidence=Evidence.VALIDATED_UHR), work(1)), Track.JOB_TRACK),
    ((work(8),), Track.VALIDATION),
    ((work(8, evidence=Evidence.VALIDATED_TRADE),), Track.JOB_TRACK),
    ((school("under_nine_years"), nothing("occupation")), Track.STUDY_PATH),
    ((nothing("education"), nothing("occupation")), Track.STUDY_PATH),
    ((school("post_secondary"), CERTIFIED), Track.ADAPTED),
    ((school("nine_years"), claim("wish", direction="work", words="Jobba")), Track.JOB_TRACK),
])  # fmt: skip
def test_the_track_that_is_suggested(claims, track):
    found = suggest(told(*claims), TODAY)
    assert found.track is track
    assert found.why
    assert track not in found.others


def test_a_limit_that_nobody_has_certified_or_that_has_ended_adapts_nothing():
    said = claim("limit", Speaker.PERSON, Evidence.NONE, **LIMIT)
    over = claim("limit", Speaker.DOCTOR, Evidence.CERTIFIED, **LIMIT | {"last_day": "2026-11-23"})
    for one in (said, over):
        assert suggest(told(school("nine_years"), one), TODAY).track is Track.STUDY_PATH
    assert "capacity_percent" not in facts(said)


def test_foreign_education_without_proof_is_to_be_valued_and_swedish_or_valued_is_not():
    assert "UHR" in str(suggest(told(school("post_secondary")), TODAY).advice[0])
    for done in (
        school("post_secondary", evidence=Evidence.VALIDATED_UHR),
        school("post_secondary", country=SWEDEN),
        school("nine_years"),
    ):
        assert not suggest(told(done), TODAY).advice


def test_the_rules_are_told_only_what_was_said_outright():
    assert facts() == {"mapped": TODAY}
    assert facts(school("post_secondary", years=16), work()) == {
        "mapped": TODAY, "schooling_years": 16, "higher_education": True, "work_experience": True,
    }  # fmt: skip
    assert facts(school("no_school")) == {"mapped": TODAY, "schooling_years": 0, "higher_education": False}
    assert facts(nothing("occupation")) == {"mapped": TODAY, "work_experience": False}
    # Whether the school was before Sweden is not known without its country, nor whether the work was.
    assert facts(school("nine_years", None, years=9), work(country=None)) == {
        "mapped": TODAY, "higher_education": False,
    }  # fmt: skip
    assert "higher_education" not in facts(school("post_secondary_short"))
    assert facts(claim("housing", form="owned")) == {"mapped": TODAY}
    assert facts(claim("housing", form="owned", own=True))["own_housing"] is True
    assert facts(claim("swedish", level="sfi_a", needs_sfi=True))["needs_sfi"] is True


def test_a_certified_capacity_holds_for_the_days_of_its_certificate():
    (fact,) = [f for f in given_facts(told(CERTIFIED), TODAY) if f.code == "capacity_percent"]
    assert (fact.value, fact.period.first_day, fact.period.last_day) == (
        50, date(2026, 10, 1), date(2026, 12, 31)
    )  # fmt: skip
    assert fact.origin == "kartläggning"


def test_the_profile_prefers_what_a_person_has_judged():
    care = claim("child_care", needed=True, hours={"1": ["08:00", "16:00"]})
    claims = told(claim("swedish", level="sfi_b"), care, claim("wish", words="Bli kock"))
    found = profile_of(claims, TODAY, judged={B.LANGUAGE: 2}, track=Track.JOB_TRACK)
    assert found.swedish is SwedishLevel.SFI_B
    assert (found.levels[B.LANGUAGE], found.levels[B.SOCIAL_CAPITAL]) == (2, None)
    assert found.care == {1: (time(8), time(16))}
    assert (found.wishes, found.track) == (("Bli kock",), Track.JOB_TRACK)
    assert Topic.HOUSING in found.unknown
    free = told(claim("child_care", needed=False))
    assert profile_of(free, TODAY, judged={}, track=None).care is None


def test_the_languages_that_are_spoken_well_go_by_their_codes():
    def speaks(label, spoken):
        return claim("language", language={"label": label}, spoken=spoken)

    claims = told(
        speaks("Tigrinja", "fluent"), speaks("Arabiska", "good"), speaks("Persiska (farsi)", "very_good"),
        speaks("Engelska", "little"), speaks("Kurdiska", "fluent"), speaks("ckb", "good"),
    )  # fmt: skip
    assert profile_of(claims, TODAY, judged={}, track=None).languages == ("ti", "ar", "fa", "ckb")


CLAIMS = st.lists(
    st.sampled_from([
        school("no_school"), school("under_nine_years"), school("upper_secondary"), school("post_secondary"),
        school("research"), school("nine_years"),
        work(1), work(6), work(country=SWEDEN), nothing("occupation"), nothing("education"), CERTIFIED,
        claim("housing", form="none"), claim("housing", form="owned"), claim("swedish", level="sfi_a"),
        claim("network", contacts="many"), claim("wish", words="x", direction="studies"), nothing("network"),
    ]),
    max_size=6,
)  # fmt: skip


@given(CLAIMS)
def test_every_level_is_on_the_scale_and_has_a_reason(claims):
    for one in estimates(told(*claims), TODAY):
        assert one.level is None or 0 <= one.level <= 3
        assert one.why


@given(CLAIMS, st.sampled_from(Topic))
def test_no_answer_changes_no_level(claims, topic):
    silent = Claim(f"{topic.value}-0", topic, Absence.DECLINED)
    assert levels(*claims, silent) == levels(*claims)


@given(CLAIMS, st.sampled_from(list(Evidence)))
def test_proof_never_changes_a_level(claims, evidence):
    """A doctor's limit aside, which is nothing at all without its certificate."""
    said = [c for c in claims if c.topic is not Topic.LIMIT]
    proven = [Claim(c.key, c.topic, c.content, c.said_by, evidence) for c in said]
    assert levels(*proven) == levels(*said)


@pytest.mark.parametrize(("level", "sentence"), [
    ("no_school", "Har inte gått i skolan."),
    ("under_nine_years", "Har gått kortare än nio år i skolan."),
    ("nine_years", "Har gått i grundskola i nio eller tio år."),
    ("upper_secondary", "Har gått i gymnasium eller yrkesskola."),
])  # fmt: skip
def test_the_school_is_told_as_it_was(level, sentence):
    assert livelihood(school(level))[0] == sentence


def test_the_proof_stands_beside_the_school_and_what_can_be_valued_is_sent_to_uhr():
    assert livelihood(school("research", evidence=Evidence.CERTIFIED))[1].endswith("värderad eller intygad.")
    assert "UHR" in livelihood(school("research"))[1]
    assert "UHR" not in livelihood(school("research", country=SWEDEN))[1]
    assert livelihood(school("nine_years"))[1] == "Utbildningen räknas som personen säger."
