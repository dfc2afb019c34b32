"""A unit in figures: whose the missing time is, which registers are empty, what the municipality owes."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef

from byggsten.access.roles import May
from byggsten.access.scopes import visible
from byggsten.domain.dates import Week
from byggsten.queries.readings import readings_of
from byggsten.queries.unit_weeks import SMALLEST_GROUP, sex_sums, week_sums
from byggsten.queries.week_facts import judged_today
from byggsten.records.models import Account, Person, PlanItem, Session, WaitingAccount, WeekLedger

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from byggsten.access.actors import Actor
    from byggsten.queries.readings import Reading
    from byggsten.queries.unit_weeks import SexSum, WeekSum

WEEKS, BACK = 12, timedelta(days=28)
LACKING = ("brister", "saknas", "utgången", "obekräftad")
DEBTS = (
    "kommun_kontakt", "kommun_kartläggning", "kommun_plan", "kommun_sfi", "kommun_samhällsorientering",
    "kommun_uppföljning", "kommun_närvaroregister",
)  # fmt: skip


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
        weeks=week_sums(ledgers),
        sexes=sex_sums(ledgers),
        registers=_registers(people, on),
        debts=_debts(names, on, language) if len(names) >= SMALLEST_GROUP else (),
        waiting=WaitingAccount.objects.filter(resolved_at__isnull=True).count(),
        readings=readings_of(names),
    )


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
