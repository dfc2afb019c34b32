"""What a plan says besides its activities: goals, promises, the extent; and the draft that becomes one."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from byggsten.domain import planning as domain
from byggsten.records.fields import FreeText, filled, one_of
from byggsten.records.models.people import Person
from byggsten.records.models.planning import Plan


class PlanGoal(models.Model):
    """A goal of a plan; the first is to support oneself."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="goals")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20)
    words = FreeText(blank=True, default="")
    due = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            one_of("kind", domain.GoalKind, "goal_is_of_a_known_kind"),
            models.UniqueConstraint(fields=["plan", "position"], name="goal_has_its_own_place_in_a_plan"),
        )

    def __str__(self) -> str:
        return f"{self.plan_id}: {self.kind}"


class PlanPromise(models.Model):
    """What one party is to do."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="promises")
    position = models.PositiveSmallIntegerField()
    party = models.CharField(max_length=30)
    words = FreeText()
    due = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            one_of("party", domain.Party, "promise_is_by_a_known_party"),
            filled("words", "promise_says_what"),
            models.UniqueConstraint(fields=["plan", "position"], name="promise_has_its_own_place_in_a_plan"),
        )

    def __str__(self) -> str:
        return f"{self.plan_id}: {self.party}"


class PlanExtent(models.Model):
    """How many minutes a whole week the plan asks for, and why so many."""

    plan = models.OneToOneField(Plan, on_delete=models.PROTECT, related_name="extent")
    required = models.PositiveIntegerField(null=True, blank=True)
    reachable = models.PositiveIntegerField()
    chosen = models.PositiveIntegerField()
    reason = models.CharField(max_length=60)
    evidence = FreeText(blank=True, default="")
    rules_version = models.CharField(max_length=64)

    class Meta:
        constraints = (filled("reason", "extent_says_why"),)

    def __str__(self) -> str:
        return f"{self.plan_id}: {self.chosen}"


class PlanDraft(models.Model):
    """The plan being worked on; ``stamp`` grows at each save, so that a stale form never overwrites."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="plan_draft")
    content = models.JSONField()
    stamp = models.PositiveIntegerField(default=1)
    supersedes = models.CharField(max_length=80, blank=True, default="")
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=150)

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(stamp__gte=1), name="draft_has_a_stamp"),)

    def __str__(self) -> str:
        return f"{self.person_id}: {self.stamp}"
