"""The competence mapping: what can be claimed, by whom, and on what evidence."""

from __future__ import annotations

from enum import StrEnum


class Topic(StrEnum):
    """What a claim is about, in the order of the conversation."""

    EDUCATION = "education"
    OCCUPATION = "occupation"
    SKILL = "skill"
    LANGUAGE = "language"
    SWEDISH = "swedish"
    HEALTH = "health"
    LIMIT = "limit"
    LICENCE = "licence"
    HOUSING = "housing"
    FAMILY = "family"
    CHILD_CARE = "child_care"
    NETWORK = "network"
    WISH = "wish"


class Speaker(StrEnum):
    """Who said it."""

    PERSON = "person"
    GUARDIAN = "guardian"
    CASEWORKER = "caseworker"
    DOCUMENT = "document"
    SCHOOL = "school"
    EMPLOYER = "employer"
    DOCTOR = "doctor"
    OTHER = "other"


class Evidence(StrEnum):
    """What the claim rests on, from the weakest to the strongest."""

    NONE = "none"
    COPY = "copy"
    ORIGINAL = "original"
    TESTED = "tested"
    CERTIFIED = "certified"
    VALIDATED_UHR = "validated_uhr"
    VALIDATED_TRADE = "validated_trade"


class Track(StrEnum):
    """Where the mapping suggests that the way goes."""

    STUDY_PATH = "study_path"
    JOB_TRACK = "job_track"
    VALIDATION = "validation"
    ADAPTED = "adapted"
