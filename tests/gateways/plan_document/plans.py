"""A made-up plan, as the query gives it, with everything that a plan can say."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from byggsten.domain.confirming import Said
from byggsten.domain.dates import Period
from byggsten.domain.people import Person, Sex
from byggsten.domain.plan_draft import Goal, Promise
from byggsten.domain.planning import BuildingBlock, GoalKind, Party, Signatory, Stance
from byggsten.queries.plan_document import PlanDocument, Versions
from byggsten.queries.plan_week import Meeting, WeekLine

YEAR = Period(date(2026, 11, 30), date(2027, 11, 28))
NOW = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)


def line(group, activity, place, times, *blocks, why="", period=YEAR, duty=True):
    """An activity; times are (days, start hour, start minute, minutes)."""
    meetings = tuple(
        Meeting(day, time(hour, minute), minutes, period)
        for days, hour, minute, minutes in times
        for day in days
    )
    return WeekLine(group, activity, place, tuple(sorted(meetings)), blocks, why, duty, period)


WEEK = (
    line("sfi-c", "Sfi kurs C, studieväg 2", "Vuxnas lärande, Norrtälje", [((1, 2, 3, 4), 8, 30, 240)],
         BuildingBlock.LANGUAGE),
    line("egna", "Egna studier", "Biblioteket, Norrtälje", [((1, 5), 13, 0, 180)], BuildingBlock.LANGUAGE),
    line("praktik", "Praktik i äldreomsorgen", "Roslagens äldreboende", [((2, 4), 13, 0, 240)],
         BuildingBlock.LIVELIHOOD, BuildingBlock.CODES),
    line("so", "Samhällsorientering", "Integrationshuset, Norrtälje", [((3,), 13, 0, 180)],
         BuildingBlock.NORMS),
    line("cafe", "Språkkafé", "Röda Korset, Norrtälje", [((5,), 9, 30, 150)], BuildingBlock.SOCIAL_CAPITAL),
)  # fmt: skip
PLAN = PlanDocument(
    reference="amina/2",
    person=Person("amina", "Amina", "Exempel", date(1991, 5, 5), Sex.WOMAN, language="ar"),
    unit="Integrationsenheten",
    version=2,
    period=YEAR,
    goals=(
        Goal(GoalKind.SELF_SUPPORT, "", date(2027, 8, 31)),
        Goal(GoalKind.WORK, "Jag arbetar som undersköterska."),
    ),
    week=WEEK,
    required=2400,
    chosen=2250,
    reachable=2250,
    reason="full",
    promises=(
        Promise(Party.PERSON, "Jag söker förskoleplats till min son.", date(2026, 12, 15)),
        Promise(Party.MUNICIPALITY, "Ordnar busskort."),
        Promise(Party.EMPLOYMENT_SERVICE, "Bokar ett möte om validering."),
    ),
    caseworker="Karin Lind",
    signatory=Signatory.PERSON,
    guardian="",
    guardians=(),
    stances=(),
    confirmed_on=None,
    versions=Versions("54c8e9f0a1b2-0a1b2c3d4e5f", "9f8e7d6c5b4a", "019f8da1e21c"),
    author="Karin Lind",
    recorded_at=NOW,
)
DISAGREED = replace(
    PLAN,
    stances=(
        Said(
            Signatory.PERSON,
            Stance.DISAGREES,
            "x",
            NOW,
            "لا أستطيع الحضور مساءً لأن ابني في المنزل.",
            "Karin Lind",
        ),
        Said(Signatory.CASEWORKER, Stance.AGREES, "x", NOW, "", "Karin Lind"),
    ),
)
CONFIRMED = replace(
    PLAN,
    confirmed_on=date(2026, 11, 24),
    stances=(
        Said(Signatory.PERSON, Stance.AGREES, "x", NOW, "", "Karin Lind"),
        Said(Signatory.CASEWORKER, Stance.AGREES, "x", NOW, "", "Karin Lind"),
    ),
)
# A child, a pensioner, and somebody of whom nobody knows what can be asked: the plan is an offer.
OFFER = replace(PLAN, required=0, reason="senior")
UNKNOWN = replace(PLAN, required=None, reason="unknown")
CHILD = replace(OFFER, reason="minor", signatory=Signatory.GUARDIAN, guardian="Fatima Exempel")
AGREED_OFFER = replace(CONFIRMED, required=0, reason="senior")
