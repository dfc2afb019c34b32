"""Give prior notices of what a plan asks, in both languages, and note that they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.access.roles import May
from byggsten.access.scopes import Subject, demand
from byggsten.actions import diary
from byggsten.actions.lookups import ids_of
from byggsten.actions.plan_rows import current_plan
from byggsten.domain.planning import NoticeChannel, ReadHow
from byggsten.queries.prior_notices import least_days
from byggsten.records.models import Group, PriorNotice
from byggsten.wording import said
from byggsten.wording import sentences as s

if TYPE_CHECKING:
    from datetime import datetime

    from byggsten.access.actors import Actor
    from byggsten.queries.plan_sheet import Sheet
    from byggsten.queries.plan_week import WeekLine
    from byggsten.records.models import Plan


def give_notices(row: Plan, sheet: Sheet, *, read: bool, by: Actor, at: datetime) -> int:
    """Hand over a notice for each duty-marked group that has none; the number of new ones.

    A plan that is an offer asks nothing, so there is nothing to give notice of.
    """
    if sheet.offer:
        return 0
    asked = {line.group: line for line in sheet.document.week if line.duty_marked}
    known = set(PriorNotice.objects.filter(plan=row).values_list("group__reference", flat=True))
    new = [line for group, line in asked.items() if group not in known]
    _hand_over(row, new, sheet.language, read=read, by=by, at=at)
    if new:
        diary.write(
            "plan.notices_given",
            person=row.person.reference,
            by=by.username,
            at=at,
            plan=row.reference,
            groups=[line.group for line in new],
            read=read,
        )
    return len(new)


def _hand_over(
    row: Plan, lines: list[WeekLine], language: str, *, read: bool, by: Actor, at: datetime
) -> None:
    groups, least = ids_of(Group, [line.group for line in lines]), least_days(by.on)
    PriorNotice.objects.bulk_create(
        PriorNotice(
            plan=row,
            group_id=groups[line.group],
            channel=NoticeChannel.HANDED_OVER.value,
            language=language,
            text=notice_text(line, language, least),
            sent_at=at,
            sent_by=by.username,
            read_at=at if read else None,
            read_how=ReadHow.AT_THE_MEETING.value if read else "",
        )
        for line in lines
    )


def take_back_notices(row: Plan, *, by: Actor, at: datetime) -> int:
    """Remove the notices of a plan that nobody is bound by any more; the number of them.

    A new confirmation gives new ones, which count from that day.
    """
    notices = PriorNotice.objects.filter(plan=row)
    groups = list(notices.order_by("pk").values_list("group__reference", flat=True))
    notices.delete()
    if groups:
        diary.write(
            "plan.notices_taken_back",
            person=row.person.reference,
            by=by.username,
            at=at,
            plan=row.reference,
            groups=groups,
        )
    return len(groups)


@transaction.atomic
def notices_read(*, plan: str, how: ReadHow, by: Actor, at: datetime) -> int:
    """Note that the plan's notices have been read; the number that had not been so before.

    Raises UnknownPlan, NothingHere, NotInYourRole.
    """
    by.demand(May.PLAN)
    row = current_plan(plan)
    demand(by, May.PLAN, Subject.PERSON, row.person.reference)
    unread = PriorNotice.objects.filter(plan=row, read_at__isnull=True)
    count = unread.update(read_at=at, read_how=how.value)
    if count:
        diary.write(
            "plan.notices_read",
            person=row.person.reference,
            by=by.username,
            at=at,
            plan=plan,
            count=count,
            how=how.value,
        )
    return count


def notice_text(line: WeekLine, language: str, least: int | None) -> str:
    """The notice in Swedish, and beneath it in the language; ``least`` days ahead, None: not decided."""
    told = (
        said(s.NOTICE, language, activity=line.activity, first=line.period.first_day),
        said(s.NOTICE_OBSTACLE, language),
        said(s.NOTICE_UNDECIDED, language) if least is None else said(s.NOTICE_AHEAD, language, days=least),
    )
    swedish, text = " ".join(one.swedish for one in told), " ".join(one.text for one in told)
    return swedish if text == swedish else f"{swedish}\n\n{text}"
