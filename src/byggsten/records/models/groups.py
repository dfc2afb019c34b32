"""Groups with their schedules, and the sessions that come of them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from byggsten.domain import planning as domain
from byggsten.domain.dates import Minutes
from byggsten.records.fields import filled, in_order, one_of
from byggsten.records.models.activities import Activity


class Group(models.Model):
    """People who have the same teacher, place and hours; ``capacity`` None: nobody has said how many."""

    reference = models.CharField(max_length=64, unique=True)
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="groups")
    name = models.CharField(max_length=200)
    teacher = models.ForeignKey(
        "records.StaffMember", on_delete=models.PROTECT, related_name="groups", null=True, blank=True
    )
    place = models.ForeignKey(
        "records.Place", on_delete=models.PROTECT, related_name="groups", null=True, blank=True
    )
    capacity = models.PositiveSmallIntegerField(null=True, blank=True)
    language = models.CharField(max_length=35, blank=True, default="")
    first_day = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            filled("reference", "group_has_a_reference"),
            filled("name", "group_has_a_name"),
            models.CheckConstraint(
                condition=Q(first_day__isnull=True)
                | Q(last_day__isnull=True)
                | Q(last_day__gte=models.F("first_day")),
                name="group_ends_on_or_after_it_starts",
            ),
        )

    def __str__(self) -> str:
        return self.name


class ScheduleSlot(models.Model):
    """A weekly time of a group; Monday is 1."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="schedule")
    weekday = models.PositiveSmallIntegerField()
    start = models.TimeField()
    minutes = models.PositiveSmallIntegerField()
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("weekday", "start")
        constraints = (
            models.CheckConstraint(condition=Q(weekday__range=(1, 7)), name="slot_is_on_a_day_of_the_week"),
            models.CheckConstraint(condition=Q(minutes__range=(1, 1440)), name="slot_is_at_most_a_day_long"),
            in_order("slot_ends_on_or_after_it_starts"),
            models.UniqueConstraint(
                fields=["group", "weekday", "start", "first_day"],
                name="group_meets_once_at_a_time_of_the_week",
            ),
        )

    def __str__(self) -> str:
        return f"{self.group_id}: {self.weekday} {self.start}"


class Session(models.Model):
    """One occasion of a group; ``cancelled_at`` is when we learnt that it was cancelled."""

    reference = models.CharField(max_length=64, unique=True)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="sessions", db_index=False)
    day = models.DateField()
    start = models.TimeField()
    minutes = models.PositiveSmallIntegerField()
    announced_on = models.DateField(null=True, blank=True)
    cancelled_by = models.CharField(max_length=20, blank=True, default="")
    cancelled_at = models.DateTimeField(null=True, blank=True)
    reachable = models.BooleanField(null=True, blank=True, default=True)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = (
            filled("reference", "session_has_a_reference"),
            models.UniqueConstraint(fields=["group", "day", "start"], name="group_has_one_session_at_a_time"),
            models.CheckConstraint(
                condition=Q(minutes__range=(1, 1440)), name="session_is_at_most_a_day_long"
            ),
            one_of("cancelled_by", domain.Canceller, "session_has_a_known_canceller_or_none", blank=True),
            models.CheckConstraint(
                condition=Q(cancelled_by="", cancelled_at__isnull=True)
                | (~Q(cancelled_by="") & Q(cancelled_at__isnull=False)),
                name="session_says_by_whom_and_when_it_was_cancelled",
            ),
        )
        indexes = (models.Index(fields=["day", "group"], name="sessions_by_day"),)

    def __str__(self) -> str:
        return self.reference

    def as_domain(self, *, cancelled: bool = True) -> domain.Session:
        """The session as a value; ``cancelled`` False: as before one knew that it was cancelled."""
        return domain.Session(
            reference=self.reference,
            group=self.group.reference,
            activity=self.group.activity.reference,
            day=self.day,
            start=self.start,
            minutes=Minutes(self.minutes),
            announced_on=self.announced_on,
            cancelled_by=domain.Canceller(self.cancelled_by) if self.cancelled_by and cancelled else None,
            reachable=self.reachable,
            recorded_at=self.recorded_at,
        )
