"""The tables, by subject."""

from byggsten.records.models.activities import Activity, Effect
from byggsten.records.models.attendance import Account, MarkReason, WaitingAccount
from byggsten.records.models.competence import BlockEstimate, Claim, MappingTalk
from byggsten.records.models.confirming import PlanSight, PlanStance, PriorNotice
from byggsten.records.models.contacts import Contact
from byggsten.records.models.diary import Event, PersonRead, ReadLog
from byggsten.records.models.facts import Fact, Permit
from byggsten.records.models.groups import Group, ScheduleSlot, Session
from byggsten.records.models.guardians import Guardianship
from byggsten.records.models.households import Household, Membership
from byggsten.records.models.housing import HousingSpell, MunicipalNumber, ReceptionStep
from byggsten.records.models.identities import ExternalId
from byggsten.records.models.imports import ImportBatch
from byggsten.records.models.ledger import WeekLedger
from byggsten.records.models.merges import Merge, NotTheSame
from byggsten.records.models.notices import PartnerNotice
from byggsten.records.models.organisations import Place, Provider, Unit
from byggsten.records.models.people import Person
from byggsten.records.models.plan_parts import PlanDraft, PlanExtent, PlanGoal, PlanPromise
from byggsten.records.models.planning import Plan, PlanEnding, PlanItem
from byggsten.records.models.staff import Assignment, StaffMember
from byggsten.records.models.taxonomy import Concept

__all__ = [
    "Account",
    "Activity",
    "Assignment",
    "BlockEstimate",
    "Claim",
    "Concept",
    "Contact",
    "Effect",
    "Event",
    "ExternalId",
    "Fact",
    "Group",
    "Guardianship",
    "Household",
    "HousingSpell",
    "ImportBatch",
    "MappingTalk",
    "MarkReason",
    "Membership",
    "Merge",
    "MunicipalNumber",
    "NotTheSame",
    "PartnerNotice",
    "Permit",
    "Person",
    "PersonRead",
    "Place",
    "Plan",
    "PlanDraft",
    "PlanEnding",
    "PlanExtent",
    "PlanGoal",
    "PlanItem",
    "PlanPromise",
    "PlanSight",
    "PlanStance",
    "PriorNotice",
    "Provider",
    "ReadLog",
    "ReceptionStep",
    "ScheduleSlot",
    "Session",
    "StaffMember",
    "Unit",
    "WaitingAccount",
    "WeekLedger",
]
