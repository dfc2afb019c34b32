"""How people live, what is done at the reception, and how many the municipality is to receive."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from byggsten.domain import housing as domain
from byggsten.records.fields import FreeText, filled, in_order, one_of
from byggsten.records.models.facts import Remembered, replaced_after_recorded
from byggsten.records.models.people import Person


class HousingSpell(Remembered):
    """How and where somebody lives during a period; ``place`` is where travel is counted from."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="housing")
    form = models.CharField(max_length=30)
    place = models.ForeignKey(
        "records.Place", on_delete=models.PROTECT, related_name="residents", null=True, blank=True
    )
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)
    origin = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        constraints = (
            one_of("form", domain.HousingForm, "housing_is_of_a_known_form"),
            in_order("housing_ends_on_or_after_it_starts"),
            replaced_after_recorded("housing_is_replaced_after_it_is_recorded"),
            models.UniqueConstraint(
                fields=["person", "first_day"],
                condition=Q(replaced_at__isnull=True),
                name="person_moves_in_once_on_a_day",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id}: {self.form} {self.first_day}"


class MunicipalNumber(models.Model):
    """How many assigned persons the municipality is to receive in a year (lag 2016:38)."""

    year = models.PositiveSmallIntegerField(unique=True)
    number = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=150)

    class Meta:
        constraints = (filled("source", "municipal_number_has_a_source"),)

    def __str__(self) -> str:
        return f"{self.year}"


class ReceptionStep(models.Model):
    """One line of the reception's checklist for a person; the codes stand in the rulebook."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="reception_steps")
    code = models.CharField(max_length=60)
    due = models.DateField(null=True, blank=True)
    responsible = models.CharField(max_length=200, blank=True, default="")
    done_on = models.DateField(null=True, blank=True)
    done_by = models.CharField(max_length=150, blank=True, default="")
    note = FreeText(blank=True, default="")

    class Meta:
        constraints = (
            filled("code", "reception_step_has_a_code"),
            models.UniqueConstraint(fields=["person", "code"], name="reception_step_is_listed_once"),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True, done_by="") | (Q(done_on__isnull=False) & ~Q(done_by="")),
                name="done_step_says_when_and_by_whom",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id}: {self.code}"
