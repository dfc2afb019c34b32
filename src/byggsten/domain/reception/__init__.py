"""Receiving a person: how they can be reached, who answers for a child, and who told us that they came."""

from byggsten.domain.reception.arrival import (
    ADULT_AGE,
    Arrival,
    Problem,
    majority,
    route_facts,
)
from byggsten.domain.reception.homes import TwoHomes, next_reference, refuse_two_homes
from byggsten.domain.reception.numbers import born_of, sex_of, whole_number
from byggsten.domain.reception.reached import Guard, Reach, guard_problems
from byggsten.domain.reception.words import ContactWay, GuardianKind, NoticeOutcome, NoticeSender, Route

__all__ = [
    "ADULT_AGE",
    "Arrival",
    "ContactWay",
    "Guard",
    "GuardianKind",
    "NoticeOutcome",
    "NoticeSender",
    "Problem",
    "Reach",
    "Route",
    "TwoHomes",
    "born_of",
    "guard_problems",
    "majority",
    "next_reference",
    "refuse_two_homes",
    "route_facts",
    "sex_of",
    "whole_number",
]
