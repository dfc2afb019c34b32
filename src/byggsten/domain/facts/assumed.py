"""What is taken to hold when nobody has said otherwise, and why that is fair."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from byggsten.domain.rules import NEVER

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = date | int | bool | str | None

# Events that would stand in the municipality's own records: no record means that it has not happened.
OWN_EVENTS = ("mapped", "first_contact", "orientation_offered", "orientation_started", "reviewed")
# What holds when nobody has said otherwise, and why that is fair to the person.
UNLESS_TOLD: Mapping[str, Value] = {
    # Reduced capacity is adapted for when it is certified; without a certificate nothing is adapted away.
    "capacity_percent": 100,
    "extension_applied": False,
    "full_sick_leave": False,
    "parental_leave": False,
    "full_time_occupied": False,
    "in_upper_secondary": False,
    "sfi_extension_months": 0,
    "programme_days_outside": 0,
    "disregarded_days": 0,
    "orientation_minutes": 0,
    # A move away and the end of the programme are told when they come.
    "registered_here_until": NEVER,
    "programme_left": NEVER,
}
