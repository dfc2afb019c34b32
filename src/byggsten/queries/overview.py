"""A unit in figures: whose the missing time is, which registers are empty, what the municipality owes."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, OuterRef, Sum

from byggsten.access.roles import May
from byggsten.access.scopes import visible
from byggsten.domain.dates import Week
from byggsten.domain.people import Sex
from byggsten.domain.reasons import Owner
from byggsten.domain.texts import N_
from byggsten.queries.week_facts import judged_today
from byggsten.records.models import Account, Person, PersonRead, PlanItem, Session, WaitingAccount, WeekLedger
from byggsten.records.models.ledger import OWNED

if TYPE_CHECKING:
    from datetime import date, datetime

    from django.db.models import QuerySet

    from byggsten.access.actors import Actor

WEEKS, BACK = 12, timedelta(days=28)
# Fewer people than this behind a share are not shown, since a share of few tells about each.
SMALLEST_GROUP = 5
READINGS = 50
LACKING = ("brister", "saknas", "utgången", "obekräftad")
DEBTS = (
    "kommun_kontakt", "kommun_kartläggning", "kommun_plan", "kommun_sfi", "kommun_samhällsorientering",
    "kommun_uppföljning", "kommun_närvaroregister",
)  # fmt: skip
OWNERS = {
    Owner.PERSON: N_("Personen"),
    Owner.PROVIDER: N_("Anordnaren"),
    Owner.MUNICIPALITY: N_("Kommunen"),
    Owner.STATE: N_("Staten"),
    Owner.HEALTH: N_("Hälsa"),
    Owner.CHILD: N_("Barn"),
    Owner.TRAVEL: N_("Resa"),
    Owner.UNKNOWN: N_("Ingen vet än"),
}


@dataclass(frozen=True, slots=True)
class WeekSum:
    """The unit's week: people, minutes required, scheduled and attended, and the missing time by owner."""

    week: Week
    people: int
    required: int
    scheduled: int
    attended: int
    owners: tuple[tuple[Owner, str, int], ...]

    @property
    def total(self) -> int:
        return self.attended + sum(minutes for _, _, minutes in self.owners)


@dataclass(frozen=True, slots=True)
class SexSum:
    """Women or men over the weeks; shares are None when there are too few people to show."""

    sex: Sex
    people: int
    required: int | None
    scheduled: int | None
    attended: int | None


@dataclass(frozen=True, slots=True)
class EmptyRegister:
    """A group with sessions for which nobody has told anything."""

    group: str
    teacher: str
    sessions: int
    oldest: date


@dataclass(frozen=True, slots=True)
class Debt:
    """How many people a duty of the municipality is lacking for."""

    rule: str
    label: str
    people: int


@dataclass(frozen=True, slots=True)
class Reading:
    """Somebody opened a page about somebody."""

    at: datetime
    reader: str
    page: str
    name: str


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything on the manager's page."""

    people: int
    weeks: tuple[WeekSum, ...]
    sexes: tuple[SexSum, ...]
    registers: tuple[EmptyRegister, ...]
    debts: tuple[Debt, ...]
    waiting: int
    readings: tuple[Reading, ...]


def overview(actor: Actor, *, on: date, language: str) -> Overview:
    """The manager's own unit in figures."""
    people = visible(actor, May.SEE_FIGURES, Person)
    last = Week.of(on)
    ledgers = WeekLedger.objects.filter(
        person__in=people, monday__range=(last.plus(-WEEKS).monday, last.plus(-1).monday)
    )
    names = {p.reference: p.as_domain().name for p in people}
    return Overview(
        people=len(names),
        weeks=_weeks(ledgers),
        sexes=_sexes(ledgers),
        registers=_registers(people, on),
        debts=_debts(names, on, language),
        waiting=WaitingAccount.objects.filter(resolved_at__isnull=True).count(),
        readings=_readings(names),
    )


def _weeks(ledgers: QuerySet[WeekLedger]) -> tuple[WeekSum, ...]:
    totals = {f"sum_{c}": Sum(c) for c in ("required", "scheduled", "attended", *OWNED.values())}
    sums: QuerySet[Any, Any] = ledgers.values("monday").annotate(people=Count("person"), **totals)
    return tuple(
        WeekSum(
            Week.of(row["monday"]),
            row["people"],
            row["sum_required"] or 0,
            row["sum_scheduled"],
            row["sum_attended"],
            tuple((owner, OWNERS[owner], row[f"sum_{column}"]) for owner, column in OWNED.items()),
        )
        for row in sums.order_by("-monday")
    )


def _sexes(ledgers: QuerySet[WeekLedger]) -> tuple[SexSum, ...]:
    rows: QuerySet[Any, Any] = ledgers.values("person__sex").annotate(
        people=Count("person", distinct=True), required=Sum("required"), scheduled=Sum("scheduled"),
        attended=Sum("attended"), weeks=Count("pk"),
    )  # fmt: skip
    found = {row["person__sex"]: row for row in rows}
    return tuple(
        SexSum(sex, row["people"], *_each_week(row))
        for sex in Sex
        if (row := found.get(sex.value)) is not None
    )


def _each_week(row: dict[str, int]) -> tuple[int | None, int | None, int | None]:
    """Minutes a person and week, rounded down, or nothing when they are of too few people."""
    if row["people"] < SMALLEST_GROUP:
        return (None, None, None)
    weeks = row["weeks"]
    return ((row["required"] or 0) // weeks, row["scheduled"] // weeks, row["attended"] // weeks)


def _registers(people: QuerySet[Person], on: date) -> tuple[EmptyRegister, ...]:
    told = Account.objects.filter(session=OuterRef("pk"))
    ours = PlanItem.objects.filter(group=OuterRef("group"), plan__person__in=people)
    empty = Session.objects.filter(
        ~Exists(told), Exists(ours), day__range=(on - BACK, on - timedelta(days=1)), cancelled_by=""
    ).select_related("group__teacher__user")
    by_group: dict[tuple[str, str], list[date]] = defaultdict(list)
    for session in empty:
        teacher = session.group.teacher
        by_group[session.group.name, teacher.name if teacher else ""].append(session.day)
    rows = (EmptyRegister(group, who, len(days), min(days)) for (group, who), days in by_group.items())
    return tuple(sorted(rows, key=lambda row: (-row.sessions, row.group)))


def _debts(names: dict[str, str], on: date, language: str) -> tuple[Debt, ...]:
    counted: Counter[str] = Counter()
    judged = judged_today(names, on, wanted=DEBTS)
    for assessment in judged.values():
        counted.update(rule for rule in DEBTS if assessment.outcome(rule) in LACKING)
    first = next(iter(judged.values()), None)
    if first is None:
        return ()
    rules = first.rules.duty.rules
    return tuple(Debt(rule, rules[rule].label.text(language), counted[rule]) for rule in DEBTS)


def _readings(names: dict[str, str]) -> tuple[Reading, ...]:
    rows = PersonRead.objects.filter(person__in=names).order_by("-reading__at", "-pk")[:READINGS]
    told = rows.values_list("reading__at", "reading__actor", "reading__page", "person")
    return tuple(Reading(at, reader, page, names[person]) for at, reader, page, person in told)
