"""The computed week of each person: a copy of what the rules say, whose sums the database checks."""

from __future__ import annotations

from types import MappingProxyType

from django.db import models
from django.db.models import F, Q

from byggsten.domain import ledger as domain
from byggsten.domain.dates import Minutes, Week
from byggsten.domain.reasons import Owner

STATES = ("attended", "valid", "invalid", "cancelled", "not_charged", "unknown", "ahead")
OWNED = MappingProxyType({owner: f"owned_by_{owner.value}" for owner in Owner})


def _total(columns: tuple[str, ...]) -> models.expressions.CombinedExpression | F:
    total: models.expressions.CombinedExpression | F = F(columns[0])
    for column in columns[1:]:
        total = total + F(column)
    return total


class WeekLedger(models.Model):
    """One person's week in whole minutes, with the outcomes of the rules.

    It is refreshed by ``actions.duty.assess`` and can be thrown away and made again.
    ``assessed_on`` is the day from which one looked; ``outcomes`` has outcome and row by rule.
    ``facts`` are the week's own facts for the rules, so that a list can ask any rule without the sessions.
    """

    person = models.ForeignKey(
        "records.Person", on_delete=models.CASCADE, related_name="ledgers", db_index=False
    )
    monday = models.DateField()
    required = models.PositiveIntegerField(null=True, blank=True)
    scheduled = models.PositiveIntegerField()
    offered = models.PositiveIntegerField()
    announced = models.PositiveIntegerField()
    attended = models.PositiveIntegerField()
    valid = models.PositiveIntegerField()
    invalid = models.PositiveIntegerField()
    cancelled = models.PositiveIntegerField()
    not_charged = models.PositiveIntegerField()
    unknown = models.PositiveIntegerField()
    ahead = models.PositiveIntegerField()
    gap = models.PositiveIntegerField()
    owned_by_person = models.PositiveIntegerField()
    owned_by_provider = models.PositiveIntegerField()
    owned_by_municipality = models.PositiveIntegerField()
    owned_by_state = models.PositiveIntegerField()
    owned_by_health = models.PositiveIntegerField()
    owned_by_child = models.PositiveIntegerField()
    owned_by_travel = models.PositiveIntegerField()
    owned_by_unknown = models.PositiveIntegerField()
    outcomes = models.JSONField(default=dict)
    facts = models.JSONField(default=dict)
    rules_version = models.CharField(max_length=64)
    assessed_on = models.DateField()
    computed_at = models.DateTimeField()

    class Meta:
        ordering = ("monday",)
        constraints = (
            models.UniqueConstraint(fields=["person", "monday"], name="person_has_one_ledger_per_week"),
            models.CheckConstraint(condition=Q(scheduled=_total(STATES)), name="states_add_up_to_scheduled"),
            models.CheckConstraint(
                condition=Q(scheduled=_total(("attended", "ahead", *OWNED.values())) - F("gap")),
                name="every_missing_minute_has_one_owner",
            ),
            models.CheckConstraint(
                condition=Q(offered__lte=F("scheduled"), announced__lte=F("scheduled")),
                name="offered_and_announced_are_within_scheduled",
            ),
        )
        indexes = (models.Index(fields=["monday", "person"], name="ledgers_of_a_week"),)

    def __str__(self) -> str:
        return f"{self.person_id}: {self.monday}"

    def as_domain(self) -> domain.WeekLedger:
        """The ledger as a value; owners of nothing are left out."""
        owned = {owner: Minutes(getattr(self, column)) for owner, column in OWNED.items()}
        return domain.WeekLedger(
            Week.of(self.monday),
            None if self.required is None else Minutes(self.required),
            **{
                name: Minutes(getattr(self, name))
                for name in ("scheduled", "offered", "announced", *STATES, "gap")
            },
            owners=MappingProxyType({owner: minutes for owner, minutes in sorted(owned.items()) if minutes}),
        )
