"""What was done and what was read; neither can be changed or removed."""

from __future__ import annotations

from django.db import models

from byggsten.records.fields import filled


class Event(models.Model):
    """Something that was done: a code and facts; the sentence is made when it is read.

    No foreign keys: the diary outlives what it is about.
    """

    code = models.CharField(max_length=60)
    facts = models.JSONField(default=dict)
    person = models.CharField(max_length=64, blank=True, default="")
    actor = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")
        constraints = (
            filled("code", "event_has_a_code"),
            filled("actor", "event_has_an_actor"),
        )
        indexes = (models.Index(fields=["person", "at"], name="events_of_a_person"),)

    def __str__(self) -> str:
        return f"{self.code} {self.pk}"


class ReadLog(models.Model):
    """Somebody opened a page about people."""

    actor = models.CharField(max_length=150)
    page = models.CharField(max_length=100)
    purpose = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")
        constraints = (
            filled("actor", "reading_has_an_actor"),
            filled("page", "reading_has_a_page"),
            filled("purpose", "reading_has_a_purpose"),
        )
        indexes = (models.Index(fields=["actor", "at"], name="readings_of_a_reader"),)

    def __str__(self) -> str:
        return f"{self.page} {self.pk}"


class PersonRead(models.Model):
    """A person who was shown on the page; a row each, so that one person's readers are found at once."""

    reading = models.ForeignKey(ReadLog, on_delete=models.PROTECT, related_name="people")
    person = models.CharField(max_length=64)

    class Meta:
        constraints = (filled("person", "reading_is_about_somebody"),)
        indexes = (models.Index(fields=["person", "reading"], name="readings_about_a_person"),)

    def __str__(self) -> str:
        return f"{self.reading_id}"
