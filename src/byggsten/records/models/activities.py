"""Activities, and the building blocks that they strengthen."""

from __future__ import annotations

from django.db import models

from byggsten.domain import planning as domain
from byggsten.records.fields import FreeText, filled, one_of


class Activity(models.Model):
    """Something a plan can contain once it is published; ``cost_per_place`` is in whole kronor a week.

    ``weakens_nothing`` is why it weakens no building block, where somebody says so.
    A draft need not say its ``kind`` yet.
    """

    reference = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20)
    provider = models.ForeignKey("records.Provider", on_delete=models.PROTECT, related_name="activities")
    forgone_benefit = FreeText(blank=True, default="")
    weakens_nothing = FreeText(blank=True, default="")
    self_reported = models.BooleanField(default=False)
    publication = models.CharField(max_length=10, default=domain.Publication.PUBLISHED.value)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.CharField(max_length=150, blank=True, default="")
    description = FreeText(blank=True, default="")
    target_group = FreeText(blank=True, default="")
    swedish_from = models.CharField(max_length=10, blank=True, default="")
    swedish_to = models.CharField(max_length=10, blank=True, default="")
    cost_per_place = models.PositiveIntegerField(null=True, blank=True)
    cost_source = models.CharField(max_length=200, blank=True, default="")
    duty_marked = models.BooleanField(default=True)
    project = models.BooleanField(default=False)
    evaluation = FreeText(blank=True, default="")
    first_day = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    stamp = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            filled("reference", "activity_has_a_reference"),
            filled("name", "activity_has_a_name"),
            models.CheckConstraint(
                condition=models.Q(kind__in=[kind.value for kind in domain.ActivityKind])
                | models.Q(kind="", publication=domain.Publication.DRAFT.value),
                name="activity_is_of_a_known_kind",
            ),
            one_of("publication", domain.Publication, "activity_is_drafted_published_or_closed"),
            one_of("swedish_from", domain.SwedishLevel, "activity_asks_for_a_known_level", blank=True),
            one_of("swedish_to", domain.SwedishLevel, "activity_suits_up_to_a_known_level", blank=True),
            models.CheckConstraint(
                condition=models.Q(first_day__isnull=True)
                | models.Q(last_day__isnull=True)
                | models.Q(last_day__gte=models.F("first_day")),
                name="activity_ends_on_or_after_it_starts",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Effect(models.Model):
    """How an activity strengthens or weakens a building block."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="effects")
    block = models.CharField(max_length=20)
    strengthens = models.BooleanField(default=True)
    mechanism = FreeText()

    class Meta:
        ordering = ("pk",)
        constraints = (
            one_of("block", domain.BuildingBlock, "effect_is_on_a_known_building_block"),
            filled("mechanism", "effect_says_how"),
            models.UniqueConstraint(
                fields=["activity", "block", "strengthens"], name="effect_on_a_block_is_told_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.activity_id}: {self.block}"
