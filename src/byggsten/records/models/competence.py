"""The competence mapping: conversations, what was claimed, and what it comes to."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from byggsten.domain import competence as domain
from byggsten.domain.planning import BuildingBlock
from byggsten.records.fields import FreeText, filled, one_of
from byggsten.records.models.facts import Remembered, replaced_after_recorded
from byggsten.records.models.people import Person


class MappingTalk(models.Model):
    """A guided conversation; it can be put down and taken up until it is finished."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="mapping_talks")
    language = models.CharField(max_length=35, blank=True, default="")
    interpreter = models.BooleanField(default=False)
    track = models.CharField(max_length=20, blank=True, default="")
    track_words = FreeText(blank=True, default="")
    started_at = models.DateTimeField()
    started_by = models.CharField(max_length=150)
    finished_at = models.DateTimeField(null=True, blank=True)
    finished_by = models.CharField(max_length=150, blank=True, default="")

    class Meta:
        ordering = ("started_at", "pk")
        constraints = (
            one_of("track", domain.Track, "talk_ends_in_a_known_track_or_none", blank=True),
            models.UniqueConstraint(
                fields=["person"], condition=Q(finished_at__isnull=True), name="person_has_one_open_talk"
            ),
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True, finished_by="")
                | (Q(finished_at__gte=F("started_at")) & ~Q(finished_by="")),
                name="finished_talk_says_when_and_by_whom",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id}: {self.started_at}"


class Claim(Remembered):
    """One thing that was claimed; ``key`` names it through its changes, ``content`` has the topic's shape."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="claims")
    talk = models.ForeignKey(
        MappingTalk, on_delete=models.PROTECT, related_name="claims", null=True, blank=True
    )
    key = models.CharField(max_length=40)
    topic = models.CharField(max_length=20)
    content = models.JSONField(default=dict)
    said_by = models.CharField(max_length=20)
    evidence = models.CharField(max_length=20)
    evidence_words = FreeText(blank=True, default="")

    class Meta:
        constraints = (
            filled("key", "claim_has_a_key"),
            one_of("topic", domain.Topic, "claim_is_on_a_known_topic"),
            one_of("said_by", domain.Speaker, "claim_has_a_known_speaker"),
            one_of("evidence", domain.Evidence, "claim_has_a_known_evidence"),
            replaced_after_recorded("claim_is_replaced_after_it_is_recorded"),
            models.UniqueConstraint(
                fields=["person", "key"], condition=Q(replaced_at__isnull=True), name="claim_stands_once"
            ),
        )
        indexes = (models.Index(fields=["person", "topic"], name="claims_of_a_person"),)

    def __str__(self) -> str:
        return f"{self.person_id}: {self.topic} {self.key}"


class BlockEstimate(Remembered):
    """How far a building block has come on a day, by somebody's judgement, with the reason in words."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="block_estimates")
    block = models.CharField(max_length=20)
    day = models.DateField()
    level = models.PositiveSmallIntegerField()
    words = FreeText()

    class Meta:
        constraints = (
            one_of("block", BuildingBlock, "estimate_is_of_a_known_block"),
            filled("words", "estimate_says_why"),
            models.CheckConstraint(condition=Q(level__range=(0, 3)), name="estimate_is_on_the_scale"),
            replaced_after_recorded("estimate_is_replaced_after_it_is_recorded"),
            models.UniqueConstraint(
                fields=["person", "block", "day"],
                condition=Q(replaced_at__isnull=True),
                name="block_is_estimated_once_on_a_day",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id}: {self.block} {self.day}"
