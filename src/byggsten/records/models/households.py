"""Households and who lived in them when."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from byggsten.domain import people as domain
from byggsten.domain.dates import Period
from byggsten.records.fields import filled, in_order, one_of
from byggsten.records.models.facts import Remembered, replaced_after_recorded
from byggsten.records.models.people import Person


class Household(models.Model):
    """People who live together; being in one is never a reason to read about another in it."""

    reference = models.CharField(max_length=64, unique=True)

    class Meta:
        constraints = (filled("reference", "household_has_a_reference"),)

    def __str__(self) -> str:
        return self.reference


class Membership(Remembered):
    """Somebody belongs to a household during a period; a child needs no record of its own."""

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="memberships")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="memberships", null=True, blank=True
    )
    reference = models.CharField(max_length=64)
    role = models.CharField(max_length=10)
    born = models.DateField(null=True, blank=True)
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            filled("reference", "member_has_a_reference"),
            one_of("role", domain.MemberRole, "member_has_a_known_role"),
            in_order("membership_ends_on_or_after_it_starts"),
            replaced_after_recorded("membership_is_replaced_after_it_is_recorded"),
            models.UniqueConstraint(
                fields=["household", "reference", "first_day"],
                condition=Q(replaced_at__isnull=True),
                name="member_enters_a_household_once_on_a_day",
            ),
        )

    def __str__(self) -> str:
        return f"{self.household_id}: {self.reference} {self.first_day}"

    def as_domain(self, during: Period) -> domain.Member | None:
        """The member during the period that another lived there, or None if they never met."""
        own = Period(self.first_day, self.last_day)
        if not own.overlaps(during):
            return None
        last_days = [day for day in (own.last_day, during.last_day) if day is not None]
        shared = Period(max(own.first_day, during.first_day), min(last_days, default=None))
        return domain.Member(
            self.reference, domain.MemberRole(self.role), self.born, shared, self.recorded_at
        )
