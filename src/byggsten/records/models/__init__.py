"""The tables, by subject."""

from byggsten.records.models.activities import Activity, Effect
from byggsten.records.models.attendance import Account, MarkReason, WaitingAccount
from byggsten.records.models.diary import Event, PersonRead, ReadLog
from byggsten.records.models.facts import Fact, Permit
from byggsten.records.models.groups import Group, ScheduleSlot, Session
from byggsten.records.models.households import Household, Membership
from byggsten.records.models.identities import ExternalId
from byggsten.records.models.imports import ImportBatch
from byggsten.records.models.ledger import WeekLedger
from byggsten.records.models.organisations import Place, Provider, Unit
from byggsten.records.models.people import Person
from byggsten.records.models.planning import Plan, PlanEnding, PlanItem
from byggsten.records.models.staff import Assignment, StaffMember

__all__ = [
    "Account",
    "Activity",
    "Assignment",
    "Effect",
    "Event",
    "ExternalId",
    "Fact",
    "Group",
    "Household",
    "ImportBatch",
    "MarkReason",
    "Membership",
    "Permit",
    "Person",
    "PersonRead",
    "Place",
    "Plan",
    "PlanEnding",
    "PlanItem",
    "Provider",
    "ReadLog",
    "ScheduleSlot",
    "Session",
    "StaffMember",
    "Unit",
    "WaitingAccount",
    "WeekLedger",
]
