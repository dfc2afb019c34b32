"""Those who work here, and whose case is whose."""

from __future__ import annotations

from enum import StrEnum

from django.conf import settings
from django.db import models
from django.db.models import Q

from byggsten.records.fields import in_order, one_of


class Role(StrEnum):
    """What somebody does here; what it lets them do stands in ``access.roles``."""

    CASEWORKER = "caseworker"
    TEACHER = "teacher"
    MANAGER = "manager"
    COORDINATOR = "coordinator"


class StaffMember(models.Model):
    """A person who signs in to work."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="staff_member"
    )
    role = models.CharField(max_length=30)
    unit = models.ForeignKey("records.Unit", on_delete=models.PROTECT, related_name="staff")

    class Meta:
        constraints = (one_of("role", Role, "staff_member_has_a_known_role"),)

    def __str__(self) -> str:
        return self.user.get_username()

    @property
    def name(self) -> str:
        """The name that colleagues read."""
        return self.user.get_full_name() or self.user.get_username()


class Assignment(models.Model):
    """A caseworker answers for a person during a period."""

    person = models.ForeignKey("records.Person", on_delete=models.PROTECT, related_name="assignments")
    caseworker = models.ForeignKey(
        "records.StaffMember", on_delete=models.PROTECT, related_name="assignments"
    )
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            in_order("assignment_ends_on_or_after_it_starts"),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(last_day__isnull=True),
                name="person_has_one_current_caseworker",
            ),
        )
        indexes = (
            models.Index(fields=["caseworker", "last_day", "person"], name="assignments_of_a_caseworker"),
        )

    def __str__(self) -> str:
        return f"{self.person_id}: {self.caseworker_id} {self.first_day}"
