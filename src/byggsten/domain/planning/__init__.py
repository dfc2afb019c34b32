"""Activities with their building-block effects, planned sessions and plans, and the words they share."""

from byggsten.domain.planning.activities import Activity, Effect, UnmotivatedActivity
from byggsten.domain.planning.plans import OverlappingPlans, Plan, PlanItem, Session, refuse_overlap
from byggsten.domain.planning.words import (
    ActivityKind,
    BuildingBlock,
    Canceller,
    GoalKind,
    NoticeChannel,
    Party,
    Publication,
    ReadHow,
    Signatory,
    Stance,
    SwedishLevel,
)

__all__ = [
    "Activity",
    "ActivityKind",
    "BuildingBlock",
    "Canceller",
    "Effect",
    "GoalKind",
    "NoticeChannel",
    "OverlappingPlans",
    "Party",
    "Plan",
    "PlanItem",
    "Publication",
    "ReadHow",
    "Session",
    "Signatory",
    "Stance",
    "SwedishLevel",
    "UnmotivatedActivity",
    "refuse_overlap",
]
