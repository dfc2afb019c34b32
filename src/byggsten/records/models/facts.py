"""Permits and told facts, and the shape of rows that are never rewritten."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q

from byggsten.domain import people as domain
from byggsten.domain.dates import Period
from byggsten.records.fields import filled, in_order
from byggsten.records.models.people import Person


class Remembered(models.Model):
    """A row that is never rewritten: a change replaces it by a new one, and both keep their moments."""

    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=150)
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


def replaced_after_recorded(name: str) -> models.CheckConstraint:
    """A row is replaced at or after the moment it was recorded."""
    return models.CheckConstraint(
        condition=Q(replaced_at__isnull=True) | Q(replaced_at__gte=F("recorded_at")), name=name
    )


class Permit(Remembered):
    """A right to stay; the ground is a code of the rulebook."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="permits")
    ground = models.CharField(max_length=40)
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)
    extension_applied = models.BooleanField(null=True, blank=True)
    origin = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        constraints = (
            filled("ground", "permit_has_a_ground"),
            in_order("permit_ends_on_or_after_it_starts"),
            replaced_after_recorded("permit_is_replaced_after_it_is_recorded"),
            models.UniqueConstraint(
                fields=["person", "ground", "first_day"],
                condition=Q(replaced_at__isnull=True),
                name="permit_of_a_ground_starts_once_on_a_day",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id}: {self.ground} {self.first_day}"

    def as_domain(self) -> domain.Permit:
        """The permit as a value."""
        period = Period(self.first_day, self.last_day)
        return domain.Permit(self.ground, period, self.extension_applied, self.origin, self.recorded_at)


class Fact(Remembered):
    """What someone told about a person; a date is kept as {"day": "2026-11-23"}."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="facts")
    code = models.CharField(max_length=60)
    value = models.JSONField(null=True, blank=True)
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)
    origin = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        constraints = (
            filled("code", "fact_has_a_code"),
            in_order("fact_ends_on_or_after_it_starts"),
            replaced_after_recorded("fact_is_replaced_after_it_is_recorded"),
            models.UniqueConstraint(
                fields=["person", "code", "first_day"],
                condition=Q(replaced_at__isnull=True),
                name="fact_of_a_code_starts_once_on_a_day",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id}: {self.code} {self.first_day}"

    def as_domain(self) -> domain.Fact:
        """The fact as a value."""
        period = Period(self.first_day, self.last_day)
        return domain.Fact(self.code, read_value(self.value), period, self.origin, self.recorded_at)


def keep_value(value: date | int | bool | str | None) -> Any:
    """The value of a fact as JSON."""
    return {"day": value.isoformat()} if isinstance(value, date) else value


def read_value(kept: Any) -> date | int | bool | str | None:
    """The value of a fact from JSON."""
    if isinstance(kept, dict):
        return date.fromisoformat(kept["day"])
    value: int | bool | str | None = kept
    return value
