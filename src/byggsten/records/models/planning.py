"""Versions of people's plans; two that hold for one person on one day are refused by the database."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from byggsten.records.fields import FreeText, filled, in_order


class Plan(models.Model):
    """One version of a person's plan.

    ``last_day`` is what holds now; ``signed_last_day`` what the version said when it was made.
    ``withdrawn_at`` marks a version that was replaced before its first day.
    """

    person = models.ForeignKey("records.Person", on_delete=models.PROTECT, related_name="plans")
    reference = models.CharField(max_length=80, unique=True)
    version = models.PositiveIntegerField()
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)
    signed_last_day = models.DateField(null=True, blank=True)
    goal = FreeText(blank=True, default="")
    confirmed_on = models.DateField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    origin = models.CharField(max_length=200, blank=True, default="")
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=150)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("version",)
        constraints = (
            filled("reference", "plan_has_a_reference"),
            models.UniqueConstraint(
                fields=["person", "version"], name="plan_version_is_used_once_for_a_person"
            ),
            models.CheckConstraint(condition=Q(version__gte=1), name="plan_version_starts_at_one"),
            in_order("plan_ends_on_or_after_it_starts"),
            models.CheckConstraint(
                condition=Q(confirmed_on__isnull=True, confirmed_at__isnull=True)
                | Q(confirmed_on__isnull=False, confirmed_at__isnull=False),
                name="plan_says_on_what_day_and_when_it_was_confirmed",
            ),
        )
        indexes = (models.Index(fields=["person", "first_day"], name="plans_of_a_person"),)

    def __str__(self) -> str:
        return self.reference


class PlanEnding(models.Model):
    """The last day of a plan was moved; kept so that one can see what held before."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="endings")
    last_day = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=150)

    class Meta:
        ordering = ("recorded_at", "pk")

    def __str__(self) -> str:
        return f"{self.plan_id}: {self.last_day}"


class PlanItem(models.Model):
    """A place in a group, from the day it was offered; ``why`` it was chosen is said in words."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="items")
    group = models.ForeignKey("records.Group", on_delete=models.PROTECT, related_name="plan_items")
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)
    offered_on = models.DateField(null=True, blank=True)
    why = FreeText(blank=True, default="")

    class Meta:
        ordering = ("first_day", "pk")
        constraints = (
            in_order("plan_item_ends_on_or_after_it_starts"),
            models.UniqueConstraint(
                fields=["plan", "group", "first_day"], name="group_starts_once_on_a_day_in_a_plan"
            ),
        )

    def __str__(self) -> str:
        return f"{self.plan_id}: {self.group_id} {self.first_day}"
