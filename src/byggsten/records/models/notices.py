"""What partners tell about somebody who has come, before anybody has met them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from byggsten.domain import reception as domain
from byggsten.records.fields import FreeText, filled, one_of


class PartnerNotice(models.Model):
    """A notice about a person; it waits until somebody has registered the person or said why not."""

    sender = models.CharField(max_length=30)
    message = models.CharField(max_length=200)
    unit = models.ForeignKey("records.Unit", on_delete=models.PROTECT, related_name="notices")
    received_on = models.DateField()
    given_name = models.CharField(max_length=200, blank=True, default="")
    family_name = models.CharField(max_length=200, blank=True, default="")
    number = models.CharField(max_length=12, blank=True, default="")
    born = models.DateField(null=True, blank=True)
    language = models.CharField(max_length=35, blank=True, default="")
    words = FreeText(blank=True, default="")
    person = models.ForeignKey(
        "records.Person", on_delete=models.PROTECT, related_name="notices", null=True, blank=True
    )
    outcome = models.CharField(max_length=20, blank=True, default="")
    handled_at = models.DateTimeField(null=True, blank=True)
    handled_by = models.CharField(max_length=150, blank=True, default="")
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=150)

    class Meta:
        ordering = ("received_on", "pk")
        constraints = (
            one_of("sender", domain.NoticeSender, "notice_has_a_known_sender"),
            one_of("outcome", domain.NoticeOutcome, "notice_has_a_known_outcome_or_none", blank=True),
            filled("message", "notice_has_a_message"),
            models.UniqueConstraint(fields=["sender", "message"], name="notice_is_told_once_per_message"),
            models.CheckConstraint(
                condition=Q(outcome="", handled_at__isnull=True)
                | (~Q(outcome="") & Q(handled_at__isnull=False)),
                name="notice_says_when_it_was_handled",
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=("registered", "known")) | Q(person__isnull=False),
                name="handled_notice_says_who_it_was_about",
            ),
        )

    def __str__(self) -> str:
        return f"{self.sender} {self.pk}"
