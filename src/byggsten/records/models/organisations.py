"""Units, places and providers."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from byggsten.domain import organisations as domain
from byggsten.records.fields import filled, one_of


class Unit(models.Model):
    """A part of the municipality whose staff share responsibility for people."""

    name = models.CharField(max_length=200, unique=True)

    class Meta:
        constraints = (filled("name", "unit_has_a_name"),)

    def __str__(self) -> str:
        return self.name


class Place(models.Model):
    """Where an activity is held."""

    name = models.CharField(max_length=200, unique=True)
    latitude = models.FloatField()
    longitude = models.FloatField()
    ferry = models.BooleanField(default=False)

    class Meta:
        constraints = (
            filled("name", "place_has_a_name"),
            models.CheckConstraint(
                condition=Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="place_is_on_the_earth",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def as_domain(self) -> domain.Place:
        """The place as a value."""
        return domain.Place(self.name, self.latitude, self.longitude, self.ferry)


class Provider(models.Model):
    """Who answers for activities and their registers."""

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=30)

    class Meta:
        constraints = (
            filled("name", "provider_has_a_name"),
            one_of("kind", domain.ProviderKind, "provider_is_of_a_known_kind"),
        )

    def __str__(self) -> str:
        return self.name

    def as_domain(self) -> domain.Provider:
        """The provider as a value."""
        return domain.Provider(self.name, domain.ProviderKind(self.kind))
