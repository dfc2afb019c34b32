"""What the person's page shows of who the person is, of the day and of the week."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.dates import LAST_YEAR
from byggsten.web.caseworker.clocks import clocks, period_day
from byggsten.web.caseworker.figures import owner_rows, state_rows, whole
from byggsten.web.caseworker.schedule import schedule
from byggsten.web.caseworker.told import tell
from byggsten.web.caseworker.words import LANGUAGES, PROTECTIONS
from byggsten.web.caseworker.work_list import LOOKS

if TYPE_CHECKING:
    from datetime import date

    from byggsten.domain.duty import Assessment
    from byggsten.queries.person_page import PersonPage
    from byggsten.web.caseworker.told import Told

TODO = "att_göra"
IDENTITY = (
    "målgrupp", "kategori", "väg", "prioritet", "nyanländ", "omfattning", "etableringslagen",
    "program_anvisning", "samhällsorientering_rätt", "sfi_rätt", "aktivitetsansvar",
)  # fmt: skip
OUTSIDE, TURN_TO = ("utanför", "rätt_till_skola"), "hänvisning"
PERSON_OWES = ("person_vecka", "aktivitetskrav", "signal_tre_dagar", "signal_fallande", "signal_varaktig")
MUNICIPALITY, CHILDREN = "kommun_", "barnperspektiv"
# Answers that ask nothing of anybody are left out where only debts are shown.
DONE = ("uppfylld", "uppfylld_sent", "gäller", "komplett", "inget", "uppfylld_giltig_frånvaro",
        "uppfylld_erbjudet", "ingen_signal")  # fmt: skip
SILENT = ("ej_tillämplig", "gäller_inte")


@dataclass(frozen=True, slots=True)
class Debts:
    """What one party is still asked for, and what is as it should be."""

    left: tuple[Told, ...]
    settled: tuple[Told, ...]


def who(found: PersonPage, language: str, asked: date | None) -> dict[str, object]:
    """The head of the page, and the clocks."""
    person = found.case.person
    ticking = clocks(found.today, language, asked)
    return {
        "person": person,
        "unit": found.unit,
        "caseworker": found.caseworker,
        "interpreter": found.interpreter,
        "speaks": LANGUAGES.get(person.language, person.language),
        "protection": PROTECTIONS.get(person.protection, ""),
        "period": period_day(ticking, found.day),
        "running": [clock for clock in ticking if clock.runs],
        "stopped": [clock for clock in ticking if not clock.runs],
    }  # fmt: skip


def of_today(today: Assessment, language: str, asked: date | None) -> dict[str, object]:
    """What is to be done, who the person is to the rules, and what each party owes."""
    book = today.rules.duty
    owed = [name for name in book.rules if name.startswith(MUNICIPALITY)]
    todo = tell(today, (TODO,), language, day=asked)[0]
    identity = tell(today, IDENTITY, language, day=asked)
    outside = identity[0].code in OUTSIDE
    return {
        "todo": todo,
        "settled": todo.code == "inget",
        "look": LOOKS.get(todo.code, ("neutral", ""))[0],
        "identity": identity,
        "outside": identity[0] if outside else None,
        "turn_to": tell(today, (TURN_TO,), language, day=asked)[0] if outside else None,
        "municipality_side": _debts(tell(today, (*owed, CHILDREN), language, day=asked)),
        "person_side": _debts(tell(today, PERSON_OWES, language, day=asked)),
    }


def _debts(answers: tuple[Told, ...]) -> Debts:
    asked = [answer for answer in answers if answer.code not in SILENT]
    return Debts(
        tuple(answer for answer in asked if answer.code not in DONE),
        tuple(answer for answer in asked if answer.code in DONE),
    )


def of_week(found: PersonPage) -> dict[str, object]:
    """The week of the plan, and the last finished one."""
    week, finished = found.week, found.finished
    return {
        "week": week,
        "schedule": schedule(week),
        "before": week.week.plus(-1),
        "after": week.week.plus(1 if week.week.year < LAST_YEAR else 0),
        "finished": finished,
        "states": state_rows(finished.ledger),
        "owners": owner_rows(finished.ledger),
        "whole": whole(finished.ledger),
    }
