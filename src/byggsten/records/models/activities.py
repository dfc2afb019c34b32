"""Activities, and the building blocks that they strengthen."""

from __future__ import annotations

from django.db import models

from byggsten.domain import planning as domain
from byggsten.records.fields import FreeText, filled, one_of


class Activity(models.Model):
    """Something a plan can contain."""

    reference = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20)
    provider = models.ForeignKey("records.Provider", on_delete=models.PROTECT, related_name="activities")
    forgone_benefit = FreeText(blank=True, default="")
    self_reported = models.BooleanField(default=False)

    class Meta:
        constraints = (
            filled("reference", "activity_has_a_reference"),
            filled("name", "activity_has_a_name"),
            one_of("kind", domain.ActivityKind, "activity_is_of_a_known_kind"),
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
