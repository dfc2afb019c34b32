"""Two records of one person: proposed by the machine, answered by somebody, and always possible to undo."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q


class NotTheSame(models.Model):
    """Somebody has looked at two records and says that they are two people; it is not asked again."""

    one = models.ForeignKey("records.Person", on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey("records.Person", on_delete=models.PROTECT, related_name="+")
    by = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(one__lt=F("other")), name="answer_names_the_older_record_first"
            ),
            models.UniqueConstraint(fields=["one", "other"], name="two_records_are_answered_once"),
        )

    def __str__(self) -> str:
        return f"{self.one_id} {self.other_id}"


class Merge(models.Model):
    """Two records are one person's.  Nothing is moved: what is read follows ``Person.merged_into``."""

    kept = models.ForeignKey("records.Person", on_delete=models.PROTECT, related_name="+")
    absorbed = models.ForeignKey("records.Person", on_delete=models.PROTECT, related_name="+")
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    undone_by = models.CharField(max_length=150, blank=True, default="")
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("at", "pk")
        constraints = (
            models.CheckConstraint(condition=~Q(kept=F("absorbed")), name="record_is_not_merged_with_itself"),
            models.UniqueConstraint(
                fields=["absorbed"], condition=Q(undone_at__isnull=True), name="record_is_merged_into_one"
            ),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_by="")
                | (Q(undone_at__gte=F("at")) & ~Q(undone_by="")),
                name="undone_merge_says_when_and_by_whom",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kept_id} {self.absorbed_id}"
