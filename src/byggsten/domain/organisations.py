"""Units, providers and places, and how a place is reached."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ProviderKind(StrEnum):
    """Who runs an activity."""

    ADULT_EDUCATION = "adult_education"
    MUNICIPALITY = "municipality"
    EMPLOYER = "employer"
    ASSOCIATION = "association"
    EMPLOYMENT_SERVICE = "employment_service"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an activity is held or a person lives; an island without a bridge needs the ferry."""

    name: str
    latitude: float
    longitude: float
    ferry: bool = False


@dataclass(frozen=True, slots=True)
class Provider:
    """Who answers for an activity and for its register."""

    name: str
    kind: ProviderKind
