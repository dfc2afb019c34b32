"""What has happened in a case, latest first: the dated facts, permits and plans, and what the staff did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from byggsten.domain.people import MemberRole
from byggsten.domain.rules.expressions import Type

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from django_stubs_ext import StrPromise

    from byggsten.domain.case import Case
    from byggsten.domain.rules import Rulebook
    from byggsten.queries.person_diary import Diary, Entry

SHOWN = 10
PLAN, PERMIT, FACT, ACT = "file-check", "stamp", "map-pin", "pencil-line"
ACTS: Mapping[str, tuple[str, StrPromise]] = MappingProxyType({
    "plan.saved": ("file-pen", gettext_lazy("En ny version av planen skrevs")),
    "plan.confirmed": ("file-check", gettext_lazy("Planen bekräftades av båda parter")),
    "plan.stance": ("messages-square", gettext_lazy("Någon svarade på planen")),
    "plan.unconfirmed": ("file-x", gettext_lazy("Bekräftelsen av planen togs tillbaka")),
    "plan.notices_given": ("mail", gettext_lazy("Förhandsbesked lämnades")),
    "plan.notices_taken_back": ("mail-x", gettext_lazy("Förhandsbesked drogs tillbaka")),
    "plan.notices_read": ("mail-open", gettext_lazy("Förhandsbesked är lästa")),
    "plan.imported": ("file-down", gettext_lazy("Planer hämtades in")),
    "plans.imported": ("file-down", gettext_lazy("Planer hämtades in")),
    "person.changed": (ACT, gettext_lazy("Personens uppgifter ändrades")),
    "permits.recorded": ("stamp", gettext_lazy("Uppehållstillstånd antecknades")),
    "facts.recorded": (ACT, gettext_lazy("Uppgifter om personen antecknades")),
    "person.received": ("user-plus", gettext_lazy("Personen registrerades")),
    "person.handed_over": ("user-check", gettext_lazy("Ärendet fick en ny handläggare")),
    "contact.recorded": ("phone", gettext_lazy("Kontaktvägen antecknades")),
    "guardianship.recorded": ("users", gettext_lazy("Vem som svarar för barnet antecknades")),
    "notice.handled": ("mail-check", gettext_lazy("En avisering hanterades")),
    "notice.reopened": ("mail", gettext_lazy("En avisering öppnades igen")),
    "person.merged": ("merge", gettext_lazy("Två poster slogs ihop")),
    "person.merge_undone": ("split", gettext_lazy("En sammanslagning togs tillbaka")),
    "person.not_the_same": ("users", gettext_lazy("Någon svarade att en liknande post är en annan person")),
    "person.not_the_same_taken_back": ("users", gettext_lazy("Svaret om en liknande post togs tillbaka")),
    "housing.recorded": ("house", gettext_lazy("Ett boende skrevs in")),
    "housing.corrected": ("house", gettext_lazy("Ett boende rättades")),
    "housing.removed": ("house", gettext_lazy("Ett boende togs bort")),
    "reception.step_done": ("circle-check", gettext_lazy("Ett steg i mottagandet blev klart")),
    "reception.step_undone": ("undo-2", gettext_lazy("Ett steg i mottagandet togs tillbaka")),
    "reception.step_settled": ("calendar-check", gettext_lazy("Ett steg i mottagandet planerades")),
    "mapping.begun": ("map", gettext_lazy("Kartläggningen började")),
    "mapping.finished": ("map", gettext_lazy("Kartläggningen avslutades")),
    "claim.changed": ("map", gettext_lazy("En uppgift i kartläggningen ändrades")),
    "claim.taken_back": ("map", gettext_lazy("En uppgift i kartläggningen togs tillbaka")),
    "week.assessed": ("calculator", gettext_lazy("Veckan räknades om")),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened, and who said or did it."""

    day: date
    icon: str
    colour: str
    title: str
    text: str
    who: str


def timeline(
    case: Case, diary: Diary, book: Rulebook, language: str, today: date, *, hidden: Collection[str] = ()
) -> tuple[Happening, ...]:
    """The latest happenings up to today; nothing of the members of the household who are ``hidden``."""
    found = [
        *_plans(case),
        *_permits(case, book, language),
        *_facts(case, book, language),
        *_births(case, hidden),
        *(_act(entry) for entry in diary.entries),
    ]
    past = [one for one in found if one.day <= today]
    return tuple(sorted(past, key=lambda one: one.day, reverse=True)[:SHOWN])


def _plans(case: Case) -> Iterator[Happening]:
    for plan in case.plans:
        goal = _("Mål: %(goal)s") % {"goal": plan.goal} if plan.goal else ""
        title = _("Plan %(version)s började gälla") % {"version": plan.version}
        yield Happening(plan.period.first_day, PLAN, "success", title, goal, plan.origin)


def _permits(case: Case, book: Rulebook, language: str) -> Iterator[Happening]:
    grounds = {code.code: code.label.text(language) for code in book.facts["tillstånd"].codes}
    for permit in case.permits:
        label = grounds.get(permit.ground, permit.ground)
        yield Happening(permit.period.first_day, PERMIT, "accent", _("Tillstånd"), label, permit.origin)


def _facts(case: Case, book: Rulebook, language: str) -> Iterator[Happening]:
    """Facts that are days: on that day it happened."""
    labels = {fact.code: fact.label.text(language) for fact in book.facts.values() if fact.type is Type.DATE}
    latest = {fact.code: fact for fact in case.facts if fact.code in labels and isinstance(fact.value, date)}
    for code, fact in latest.items():
        assert isinstance(fact.value, date)  # noqa: S101 - the line above says so, the types cannot
        yield Happening(fact.value, FACT, "accent", labels[code], "", fact.origin)


def _births(case: Case, hidden: Collection[str]) -> Iterator[Happening]:
    for child in case.household or ():
        if child.role is MemberRole.CHILD and child.born and child.reference not in hidden:
            yield Happening(child.born, "baby", "neutral", _("Ett barn i hushållet föddes"), "", "")


def _act(entry: Entry) -> Happening:
    icon, title = ACTS.get(entry.code, (ACT, gettext_lazy("Ärendet ändrades")))
    day = timezone.localtime(entry.at).date()
    return Happening(day, icon, "info", str(title), _about(entry.facts), entry.by)


def _about(facts: Mapping[str, Any]) -> str:
    """The plan that an act was about, when it was about one."""
    plan = facts.get("plan")
    return _("Plan %(plan)s") % {"plan": plan} if isinstance(plan, str) and plan else ""
