"""How a person can be reached safely."""

from __future__ import annotations

from django.db import models

from byggsten.domain import reception as domain
from byggsten.records.fields import FreeText, one_of
from byggsten.records.models.facts import Remembered, replaced_after_recorded
from byggsten.records.models.people import Person


class Contact(Remembered):
    """The way the person has chosen to be reached; the latest that is not replaced holds."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="contacts")
    way = models.CharField(max_length=20)
    phone = models.CharField(max_length=30, blank=True, default="")
    email = models.CharField(max_length=254, blank=True, default="")
    address = FreeText(blank=True, default="")
    note = FreeText(blank=True, default="")

    class Meta:
        constraints = (
            one_of("way", domain.ContactWay, "contact_is_by_a_known_way"),
            replaced_after_recorded("contact_is_replaced_after_it_is_recorded"),
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(replaced_at__isnull=True),
                name="person_has_one_way_to_be_reached",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id}: {self.way}"
