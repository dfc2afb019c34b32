"""What was shown, what each party said of it, and the prior notices of what is asked."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from byggsten.domain import planning as domain
from byggsten.records.fields import FreeText, filled, one_of
from byggsten.records.models.planning import Plan


class PlanSight(models.Model):
    """Exactly what a party saw of a plan: text, language, versions and time; never changed."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="sights")
    language = models.CharField(max_length=35)
    text = FreeText()
    sha256 = models.CharField(max_length=64)
    wording_version = models.CharField(max_length=64)
    catalogue_version = models.CharField(max_length=64)
    rules_version = models.CharField(max_length=64)
    shown_at = models.DateTimeField()
    shown_by = models.CharField(max_length=150)

    class Meta:
        constraints = (
            filled("language", "sight_has_a_language"),
            filled("text", "sight_has_a_text"),
            models.UniqueConstraint(
                fields=["plan", "language", "sha256"], name="the_same_sight_is_kept_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.plan_id}: {self.language}"


class PlanStance(models.Model):
    """What a party said of a plan: a row for each time, never changed."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="stances")
    sight = models.ForeignKey(PlanSight, on_delete=models.PROTECT, related_name="stances")
    party = models.CharField(max_length=30)
    stance = models.CharField(max_length=20)
    words = FreeText(blank=True, default="")
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        ordering = ("at", "pk")
        constraints = (
            one_of("party", domain.Signatory, "stance_is_by_a_known_party"),
            one_of("stance", domain.Stance, "stance_is_a_known_one"),
            models.CheckConstraint(
                condition=~Q(stance="disagrees") | ~Q(words=""), name="disagreement_is_in_own_words"
            ),
        )

    def __str__(self) -> str:
        return f"{self.plan_id}: {self.party} {self.stance}"


class PriorNotice(models.Model):
    """The person was told beforehand that an activity is asked of them, and has read it or not."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="notices")
    group = models.ForeignKey("records.Group", on_delete=models.PROTECT, related_name="notices")
    channel = models.CharField(max_length=20)
    language = models.CharField(max_length=35)
    text = FreeText()
    sent_at = models.DateTimeField()
    sent_by = models.CharField(max_length=150)
    read_at = models.DateTimeField(null=True, blank=True)
    read_how = models.CharField(max_length=20, blank=True, default="")

    class Meta:
        constraints = (
            one_of("channel", domain.NoticeChannel, "prior_notice_goes_by_a_known_channel"),
            one_of("read_how", domain.ReadHow, "prior_notice_is_read_in_a_known_way_or_not", blank=True),
            filled("text", "prior_notice_has_a_text"),
            models.UniqueConstraint(fields=["plan", "group"], name="group_of_a_plan_is_noticed_once"),
            models.CheckConstraint(
                condition=Q(read_at__isnull=True, read_how="")
                | (Q(read_at__gte=F("sent_at")) & ~Q(read_how="")),
                name="read_notice_says_when_and_how",
            ),
        )

    def __str__(self) -> str:
        return f"{self.plan_id}: {self.group_id}"
