"""The words of the reception: how people come, how they are reached, who answers for a child, who told."""

from __future__ import annotations

from enum import StrEnum


class ContactWay(StrEnum):
    """The way a person has chosen to be reached."""

    PHONE = "phone"
    SMS = "sms"
    EMAIL = "email"
    LETTER = "letter"
    IN_PERSON = "in_person"
    THROUGH_ANOTHER = "through_another"


class GuardianKind(StrEnum):
    """Who answers for a child (föräldrabalken 6 kap.; lag 2005:429)."""

    CUSTODIAN = "custodian"
    APPOINTED_CUSTODIAN = "appointed_custodian"
    GUARDIAN = "guardian"


class NoticeSender(StrEnum):
    """A partner that tells the municipality about a person."""

    MIGRATION_AGENCY = "migration_agency"
    EMPLOYMENT_SERVICE = "employment_service"
    COUNTY_BOARD = "county_board"
    TAX_AGENCY = "tax_agency"
    SOCIAL_SERVICES = "social_services"
    SCHOOL = "school"
    HEALTH_CARE = "health_care"
    ASSOCIATION = "association"
    OTHER_MUNICIPALITY = "other_municipality"
    THE_PERSON = "the_person"


class NoticeOutcome(StrEnum):
    """What became of a notice."""

    REGISTERED = "registered"
    KNOWN = "known"
    NOT_OURS = "not_ours"


class Route(StrEnum):
    """How a person came to the municipality."""

    ASSIGNED = "assigned"
    QUOTA = "quota"
    OWN_HOUSING = "own_housing"
    FAMILY = "family"
    UNACCOMPANIED = "unaccompanied"
