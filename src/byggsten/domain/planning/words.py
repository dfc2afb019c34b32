"""The words of plans and activities: what kind, how far, by whom, and how it was told."""

from __future__ import annotations

from enum import StrEnum


class BuildingBlock(StrEnum):
    """Integrationens byggstenar (the strategy, figure 2): the foundation first."""

    SECURITY = "security"
    LANGUAGE = "language"
    NORMS = "norms"
    LIVELIHOOD = "livelihood"
    CODES = "codes"
    SOCIAL_CAPITAL = "social_capital"


class ActivityKind(StrEnum):
    """What kind of time an activity is; decides its colour in the week."""

    SFI = "sfi"
    WORK = "work"
    ORIENTATION = "orientation"
    SOCIAL = "social"
    OWN = "own"


class SwedishLevel(StrEnum):
    """Knowledge of Swedish, by the courses of sfi; ``NONE`` is a beginner, ``BEYOND`` past course D."""

    NONE = "none"
    SFI_A = "sfi_a"
    SFI_B = "sfi_b"
    SFI_C = "sfi_c"
    SFI_D = "sfi_d"
    BEYOND = "beyond"


class Publication(StrEnum):
    """Whether an activity can be put in plans: only a published one can."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CLOSED = "closed"


class GoalKind(StrEnum):
    """What a goal is about; supporting oneself comes first (the strategy, «Integrationsplikten»)."""

    SELF_SUPPORT = "self_support"
    WORK = "work"
    STUDIES = "studies"
    LANGUAGE = "language"
    HOUSING = "housing"
    HEALTH = "health"
    NETWORK = "network"
    FAMILY = "family"
    OTHER = "other"


class Party(StrEnum):
    """Who promises something in a plan."""

    PERSON = "person"
    MUNICIPALITY = "municipality"
    EMPLOYMENT_SERVICE = "employment_service"
    PROVIDER = "provider"
    REGION = "region"
    OTHER = "other"


class Signatory(StrEnum):
    """Who takes a stand on a plan."""

    PERSON = "person"
    GUARDIAN = "guardian"
    CASEWORKER = "caseworker"


class Stance(StrEnum):
    """What somebody says of a plan they have seen."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    COULD_NOT = "could_not"


class NoticeChannel(StrEnum):
    """How a prior notice was given."""

    HANDED_OVER = "handed_over"
    LETTER = "letter"
    EMAIL = "email"
    SMS = "sms"
    IN_PRODUCT = "in_product"


class ReadHow(StrEnum):
    """How one knows that a prior notice was read."""

    AT_THE_MEETING = "at_the_meeting"
    OWN_PAGES = "own_pages"
    CONFIRMED_ORALLY = "confirmed_orally"


class Canceller(StrEnum):
    """Who or what cancelled a session; decides who owns the lost time."""

    PROVIDER = "provider"
    MUNICIPALITY = "municipality"
    TRAVEL = "travel"
