"""The people of the made-up municipality: who they are and how they came."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from byggsten.domain.people import MemberRole, Protection, Sex

if TYPE_CHECKING:
    from byggsten.domain.people import PersonalNumber

DAYS_A_YEAR, DAYS_A_MONTH = 365.25, 30.4


class Route(StrEnum):
    """How someone came to the municipality; ``OUTSIDE``: not by the strategy's routes."""

    QUOTA = "quota"
    ASSIGNED = "assigned"
    OWN_HOUSING = "own_housing"
    FAMILY = "family"
    UNACCOMPANIED = "unaccompanied"
    OUTSIDE = "outside"


class Leaving(StrEnum):
    """Why a plan ends for good."""

    WORK = "work"
    MOVED = "moved"


class Story(StrEnum):
    """What a caseworker would tell about the person; each shows something the product must handle."""

    NONE = ""
    NEW = "new"
    UNSEEN = "unseen"
    MAPPED_WITHOUT_PLAN = "mapped_without_plan"
    WITHOUT_SFI = "without_sfi"
    PLAN_RAN_OUT = "plan_ran_out"
    UNCONFIRMED = "unconfirmed"
    FOLLOW_UP = "follow_up"
    THREE_DAYS = "three_days"
    LASTING = "lasting"
    FALLING = "falling"
    NO_CERTIFICATE = "no_certificate"
    OVER_REPORTED = "over_reported"
    ON_SICK_LEAVE = "on_sick_leave"
    ON_PARENTAL_LEAVE = "on_parental_leave"
    ORIENTATION_LATE = "orientation_late"
    UNKNOWN = "unknown"
    FERRY = "ferry"
    STEADY = "steady"


# Stories that only show if the registers of the last weeks were kept for this person.
FOLLOWED = frozenset(
    {Story.THREE_DAYS, Story.LASTING, Story.FALLING, Story.NO_CERTIFICATE, Story.STEADY, Story.FOLLOW_UP}
)


@dataclass(slots=True)
class Resident:
    """One person; days are when things happened, known or not."""

    reference: str
    given_name: str
    family_name: str
    sex: Sex
    born: date
    language: str
    household: str
    role: MemberRole
    route: Route
    ground: str
    arrived: date
    permit_day: date
    home: str
    number: PersonalNumber | None = None
    anchor: date | None = None
    schooling: int = 9
    capacity: int = 100
    leaves: date | None = None
    leaving: Leaving | None = None
    protection: Protection = Protection.NONE
    story: Story = Story.NONE
    children_born: tuple[date, ...] = field(default=())

    def age(self, day: date) -> int:
        """Age in whole years."""
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))

    @property
    def grown(self) -> bool:
        """Whether the person is an adult of the household."""
        return self.role is MemberRole.ADULT

    def children_under(self, years: int, day: date) -> int:
        """How many children of the household are born and younger than that."""
        return sum(
            1 for born in self.children_born if born <= day < born + timedelta(days=years * DAYS_A_YEAR)
        )

    def here(self, day: date) -> bool:
        """Whether the person has come and not left."""
        return self.arrived <= day and (self.leaves is None or day <= self.leaves)
