"""What a plan being written must answer for: all findings at once, before anybody signs."""

from byggsten.domain.plan_findings.finding import Finding, Severity
from byggsten.domain.plan_findings.gathering import findings
from byggsten.domain.plan_findings.situation import (
    VOLUNTARY,
    Clock,
    Norm,
    Norms,
    Orientation,
    OtherPlan,
    SfiEnded,
    Situation,
)

__all__ = [
    "VOLUNTARY",
    "Clock",
    "Finding",
    "Norm",
    "Norms",
    "Orientation",
    "OtherPlan",
    "Severity",
    "SfiEnded",
    "Situation",
    "findings",
]
