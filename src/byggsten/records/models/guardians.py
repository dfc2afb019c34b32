"""Who answers for a child, and when."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from byggsten.domain import reception as domain
from byggsten.records.fields import in_order, one_of
from byggsten.records.models.facts import Remembered, replaced_after_recorded
from byggsten.records.models.people import Person


class Guardianship(Remembered):
    """Somebody answers for a child during a period: a person recorded here, or a name."""

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="guardianships")
    guardian = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="wards", null=True, blank=True
    )
    guardian_name = models.CharField(max_length=200, blank=True, default="")
    kind = models.CharField(max_length=30)
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            one_of("kind", domain.GuardianKind, "guardianship_is_of_a_known_kind"),
            in_order("guardianship_ends_on_or_after_it_starts"),
            replaced_after_recorded("guardianship_is_replaced_after_it_is_recorded"),
            models.CheckConstraint(
                condition=Q(guardian__isnull=False) | ~Q(guardian_name=""),
                name="guardianship_says_whose_it_is",
            ),
            models.CheckConstraint(
                condition=Q(guardian__isnull=True) | ~Q(guardian=F("child")),
                name="nobody_is_their_own_guardian",
            ),
        )

    def __str__(self) -> str:
        return f"{self.child_id}: {self.kind} {self.first_day}"
