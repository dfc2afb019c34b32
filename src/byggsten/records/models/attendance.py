"""What was said about people's hours, kept as it was said."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from byggsten.domain import attendance as domain
from byggsten.domain.dates import Minutes
from byggsten.records.fields import FreeText, filled, one_of


class Account(models.Model):
    """One account of one person's time at one session; the database refuses to change or remove it."""

    source = models.CharField(max_length=100)
    message = models.CharField(max_length=200)
    session = models.ForeignKey("records.Session", on_delete=models.PROTECT, related_name="accounts")
    person = models.ForeignKey(
        "records.Person", on_delete=models.PROTECT, related_name="accounts", db_index=False
    )
    witness = models.CharField(max_length=20)
    attended = models.PositiveSmallIntegerField()
    absent = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=60, blank=True, default="")
    told_valid = models.PositiveSmallIntegerField(null=True, blank=True)
    proof = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    told_by = models.CharField(max_length=150, blank=True, default="")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["source", "message", "session", "person"], name="account_is_told_once_per_message"
            ),
            filled("source", "account_has_a_source"),
            filled("message", "account_has_a_message"),
            one_of("witness", domain.Witness, "account_has_a_known_witness"),
            models.CheckConstraint(
                condition=Q(attended__gt=0) | Q(absent__gt=0), name="account_is_about_at_least_a_minute"
            ),
            models.CheckConstraint(
                condition=Q(told_valid__isnull=True) | Q(told_valid__lte=F("absent")),
                name="account_has_no_more_valid_absence_than_absence",
            ),
        )
        indexes = (models.Index(fields=["person", "session"], name="accounts_of_a_person"),)

    def __str__(self) -> str:
        return f"{self.source} {self.pk}"

    def as_domain(self) -> domain.Account:
        """The account as a value."""
        return domain.Account(
            source=self.source,
            message=self.message,
            session=self.session.reference,
            person=self.person.reference,
            witness=domain.Witness(self.witness),
            attended=Minutes(self.attended),
            absent=Minutes(self.absent),
            reason=self.reason,
            told_valid=None if self.told_valid is None else Minutes(self.told_valid),
            proof=self.proof,
            recorded_at=self.recorded_at,
            told_by=self.told_by,
        )


class WaitingAccount(models.Model):
    """An account about somebody or something that we do not know yet; it waits and is never lost."""

    source = models.CharField(max_length=100)
    message = models.CharField(max_length=200)
    person_reference = models.CharField(max_length=200)
    session_reference = models.CharField(max_length=200)
    raw = models.JSONField()
    why = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["source", "message", "person_reference", "session_reference"],
                name="account_waits_once_per_message",
            ),
            models.CheckConstraint(
                condition=Q(resolved_at__isnull=True) | Q(resolved_at__gte=F("recorded_at")),
                name="waiting_account_is_resolved_after_it_is_recorded",
            ),
        )
        indexes = (
            models.Index(
                fields=["recorded_at"], condition=Q(resolved_at__isnull=True), name="accounts_that_wait"
            ),
        )

    def __str__(self) -> str:
        return f"{self.source} {self.pk}"


class MarkReason(models.Model):
    """Why a mark in a register was changed after the days in which it may be changed freely."""

    account = models.OneToOneField(Account, on_delete=models.PROTECT, related_name="mark_reason")
    words = FreeText()

    class Meta:
        constraints = (filled("words", "late_change_of_a_mark_says_why"),)

    def __str__(self) -> str:
        return f"{self.account_id}"
