"""What people, sessions and activities are called in other systems."""

from __future__ import annotations

from enum import StrEnum

from django.db import models
from django.db.models import Q

from byggsten.records.fields import filled, one_of


class Kind(StrEnum):
    """What the id is of."""

    PERSON = "person"
    SESSION = "session"
    ACTIVITY = "activity"


class ExternalId(models.Model):
    """The id that another system uses for exactly one of ours."""

    system = models.CharField(max_length=100)
    kind = models.CharField(max_length=10)
    value = models.CharField(max_length=200)
    person = models.ForeignKey(
        "records.Person", on_delete=models.PROTECT, related_name="external_ids", null=True, blank=True
    )
    session = models.ForeignKey(
        "records.Session", on_delete=models.PROTECT, related_name="external_ids", null=True, blank=True
    )
    activity = models.ForeignKey(
        "records.Activity", on_delete=models.PROTECT, related_name="external_ids", null=True, blank=True
    )

    class Meta:
        constraints = (
            filled("value", "external_id_has_a_value"),
            one_of("kind", Kind, "external_id_is_of_a_known_kind"),
            models.UniqueConstraint(
                fields=["system", "kind", "value"], name="external_id_means_one_thing_in_a_system"
            ),
            models.CheckConstraint(
                condition=Q(kind="person", person__isnull=False, session__isnull=True, activity__isnull=True)
                | Q(kind="session", person__isnull=True, session__isnull=False, activity__isnull=True)
                | Q(kind="activity", person__isnull=True, session__isnull=True, activity__isnull=False),
                name="external_id_points_at_what_its_kind_says",
            ),
        )

    def __str__(self) -> str:
        return f"{self.system} {self.kind} {self.pk}"
