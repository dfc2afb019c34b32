"""People: who they are and which unit answers for them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from byggsten.domain import people as domain
from byggsten.records.fields import filled, length_is, one_of


class Person(models.Model):
    """A person in or around the target group.

    ``merged_into``: this record is about somebody who is kept under another.
    ``stamp`` grows at each change by hand, so that a stale form never overwrites.
    """

    reference = models.CharField(max_length=64, unique=True)
    number = models.CharField(max_length=12, blank=True, default="")
    given_name = models.CharField(max_length=200, blank=True, default="")
    family_name = models.CharField(max_length=200, blank=True, default="")
    born = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=10, blank=True, default="")
    language = models.CharField(max_length=35, blank=True, default="")
    interpreter = models.BooleanField(default=False)
    protection = models.CharField(max_length=30, default=domain.Protection.NONE.value)
    unit = models.ForeignKey("records.Unit", on_delete=models.PROTECT, related_name="people")
    interim_number = models.CharField(max_length=20, blank=True, default="")
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="absorbed", null=True, blank=True
    )
    stamp = models.PositiveIntegerField(default=1)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = (
            filled("reference", "person_has_a_reference"),
            models.UniqueConstraint(
                fields=["number"], condition=~Q(number=""), name="personal_number_belongs_to_one_person"
            ),
            models.CheckConstraint(
                condition=Q(number="") | length_is("number", 12), name="personal_number_has_twelve_digits"
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=models.F("id")),
                name="record_is_never_merged_into_itself",
            ),
            one_of("sex", domain.Sex, "person_has_a_known_sex_or_none", blank=True),
            one_of("protection", domain.Protection, "person_has_a_known_protection"),
        )
        indexes = (
            models.Index(fields=["unit", "family_name", "given_name"], name="people_of_a_unit_by_name"),
        )

    def __str__(self) -> str:
        return self.reference

    def as_domain(self) -> domain.Person:
        """The person as a value."""
        return domain.Person(
            reference=self.reference,
            given_name=self.given_name,
            family_name=self.family_name,
            born=self.born,
            sex=domain.Sex(self.sex) if self.sex else None,
            number=domain.PersonalNumber(self.number) if self.number else None,
            language=self.language,
            protection=domain.Protection(self.protection),
            recorded_at=self.recorded_at,
        )
