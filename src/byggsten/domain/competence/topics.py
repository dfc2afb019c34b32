"""The words of the mapping: topics, who said it, what it rests on, and where the way goes."""

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


class EducationLevel(StrEnum):
    """How far an education reaches, by the first level of SUN 2020."""

    NO_SCHOOL = "no_school"
    UNDER_NINE_YEARS = "under_nine_years"
    NINE_YEARS = "nine_years"
    UPPER_SECONDARY = "upper_secondary"
    POST_SECONDARY_SHORT = "post_secondary_short"
    POST_SECONDARY = "post_secondary"
    RESEARCH = "research"


class Proficiency(StrEnum):
    """How well a language is spoken, read or written: JobTech's four steps, and not at all."""

    NONE = "none"
    LITTLE = "little"
    GOOD = "good"
    VERY_GOOD = "very_good"
    FLUENT = "fluent"


class Contacts(StrEnum):
    """How many people in Sweden, outside the family, somebody can turn to."""

    NONE = "none"
    FEW = "few"
    SOME = "some"
    MANY = "many"


class Direction(StrEnum):
    """What somebody wants to do."""

    WORK = "work"
    STUDIES = "studies"
    OWN_BUSINESS = "own_business"
    OTHER = "other"
