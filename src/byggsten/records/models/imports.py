"""Files that were taken in, so that the same one twice changes nothing."""

from __future__ import annotations

from django.db import models

from byggsten.records.fields import filled


class ImportBatch(models.Model):
    """A file from a source: what it held, by fingerprint and counts."""

    source = models.CharField(max_length=200)
    kind = models.CharField(max_length=30)
    sha256 = models.CharField(max_length=64)
    counts = models.JSONField(default=dict)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")
        constraints = (
            filled("source", "import_has_a_source"),
            models.UniqueConstraint(fields=["source", "kind", "sha256"], name="file_is_taken_in_once"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.sha256[:12]}"
