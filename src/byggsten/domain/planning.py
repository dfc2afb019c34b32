"""Activities with their building-block effects, groups with schedules, plans and planned sessions."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from byggsten.domain.dates import Minutes, Period
from byggsten.domain.texts import N_, Refusal, Text

if TYPE_CHECKING:
    from datetime import date, datetime, time


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


class UnmotivatedActivity(Refusal):
    """An activity that does not say which building block it strengthens may not be published."""


@dataclass(frozen=True, slots=True)
class Effect:
    """How an activity strengthens (or weakens) one building block, in words."""

    block: BuildingBlock
    strengthens: bool
    mechanism: str


@dataclass(frozen=True, slots=True)
class Activity:
    """Something a plan can contain.

    ``self_reported``: the person's own account is enough (own studies).
    """

    reference: str
    name: str
    kind: ActivityKind
    provider: str
    effects: tuple[Effect, ...]
    forgone_benefit: str = ""
    self_reported: bool = False

    def __post_init__(self) -> None:
        if not any(effect.strengthens and effect.mechanism for effect in self.effects):
            raise UnmotivatedActivity(
                Text(
                    N_("%(name)s säger inte vilken byggsten den stärker och hur. Ange minst en."),
                    {"name": self.name},
                )
            )


class Canceller(StrEnum):
    """Who or what cancelled a session; decides who owns the lost time."""

    PROVIDER = "provider"
    MUNICIPALITY = "municipality"
    TRAVEL = "travel"


@dataclass(frozen=True, slots=True)
class Session:
    """One held or planned occasion of a group.

    ``minutes`` is teaching time without breaks.
    ``announced_on`` is the day the participants were told the time and place.
    ``reachable`` None means that nobody has recorded whether the place could be reached.
    """

    reference: str
    group: str
    activity: str
    day: date
    start: time
    minutes: Minutes
    announced_on: date | None
    cancelled_by: Canceller | None = None
    reachable: bool | None = True
    recorded_at: datetime | None = None

    def __post_init__(self) -> None:
        if not 0 < self.minutes <= 24 * 60:
            raise Refusal(
                Text(
                    N_("Tillfället %(session)s är %(minutes)s minuter långt. Ange 1 till 1440 minuter."),
                    {"session": self.reference, "minutes": self.minutes},
                )
            )


@dataclass(frozen=True, slots=True)
class PlanItem:
    """A place in a group that the plan gives the person, from the day the place was offered."""

    group: str
    activity: str
    period: Period
    offered_on: date | None


@dataclass(frozen=True, slots=True)
class Plan:
    """One version of a person's individual plan.

    ``confirmed_on`` is the day both parties had confirmed it; None: nobody is bound yet.
    """

    reference: str
    version: int
    period: Period
    items: tuple[PlanItem, ...]
    goal: str = ""
    confirmed_on: date | None = None
    origin: str = ""
    recorded_at: datetime | None = None

    def item_for(self, session: Session) -> PlanItem | None:
        """The place through which the session is part of this plan, if it is."""
        if session.day not in self.period:
            return None
        return next(
            (item for item in self.items if item.group == session.group and session.day in item.period), None
        )


class OverlappingPlans(Refusal):
    """Two plans would hold for one person on the same day."""


def refuse_overlap(plans: tuple[Plan, ...]) -> None:
    """Raise OverlappingPlans when two of the plans share a day."""
    ordered = sorted(plans, key=lambda plan: plan.period.first_day)
    for earlier, later in itertools.pairwise(ordered):
        if earlier.period.overlaps(later.period):
            raise OverlappingPlans(
                Text(
                    N_("Planerna %(one)s och %(other)s gäller samma dag. Avsluta den ena före %(day)s."),
                    {"one": earlier.reference, "other": later.reference, "day": later.period.first_day},
                )
            )
