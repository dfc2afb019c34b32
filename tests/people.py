"""The cast: who tests are about, made through the front door, each with a trait that its name promises.

Amina goes to sfi and studies on her own; Yusuf has protected data; Farah belongs to another unit.
Karin and Omar are caseworkers, Eva and Björn teachers, Maria is the manager; Lena keeps the catalogue.
"""

from datetime import UTC, date, datetime, time, timedelta

from byggsten.access.actors import actor_of
from byggsten.access.roles import Role
from byggsten.actions import people, plan_import, sessions, staff
from byggsten.actions.activities import register_activities, register_places, register_providers
from byggsten.actions.attendance import record_accounts
from byggsten.actions.groups import GroupToRegister, Slot, register_groups
from byggsten.domain import organisations
from byggsten.domain.attendance import Account, Witness
from byggsten.domain.dates import Minutes, Period, Week
from byggsten.domain.people import Fact, Member, MemberRole, Permit, Person, Protection, Sex
from byggsten.domain.planning import Activity, ActivityKind, BuildingBlock, Effect, Plan, PlanItem, Session
from tests.domain import worlds

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
BEFORE = datetime(2026, 2, 20, 9, 0, tzinfo=UTC)
WEEK = Week(2026, 47)
START = date(2026, 3, 2)
UNIT, OTHER_UNIT = "Etablering norr", "Etablering söder"

STAFF = {
    "karin": ("Karin Lind", Role.CASEWORKER, UNIT),
    "omar": ("Omar Haddad", Role.CASEWORKER, UNIT),
    "eva": ("Eva Strand", Role.TEACHER, UNIT),
    "bjorn": ("Björn Ek", Role.TEACHER, UNIT),
    "maria": ("Maria Berg", Role.MANAGER, UNIT),
    "lena": ("Lena Lund", Role.COORDINATOR, UNIT),
    "sara": ("Sara Nord", Role.CASEWORKER, OTHER_UNIT),
}
PASSWORD = "korrekt häst batteri"
CAST = {
    "amina": Person("amina", "Amina", "Exempel", date(1991, 5, 5), Sex.WOMAN, language="ar"),
    "yusuf": Person(
        "yusuf", "Yusuf", "Exempel", date(1985, 1, 9), Sex.MAN, protection=Protection.SECRECY_MARKING
    ),
    "farah": Person("farah", "Farah", "Exempel", date(1999, 12, 30), Sex.WOMAN),
}
FACTS = {**worlds.FACTS, "schooling_years": 9}
OWN = Activity(
    "egna", "Egna studier", ActivityKind.OWN, "Vuxenutbildningen",
    (Effect(BuildingBlock.LANGUAGE, True, "Läxor och lyssning"),), self_reported=True,
)  # fmt: skip


def hire(*usernames):
    """Let members of the staff in."""
    people.register_units({STAFF[name][2] for name in usernames} | {UNIT, OTHER_UNIT})
    for username in usernames:
        name, role, unit = STAFF[username]
        staff.create_staff(
            username=username, password=PASSWORD, name=name, role=role, unit=unit, by="test", at=BEFORE
        )


def acting(username, on=TODAY):
    """The member of the staff at work on a day."""
    return actor_of(username, on=on)


def enrol(*references, unit=UNIT):
    """Register people of the cast, or anybody, with a permit and the usual facts."""
    people.register_units([unit])
    known = [CAST.get(r, Person(r, r.title(), "Exempel", date(1990, 6, 15), Sex.WOMAN)) for r in references]
    people.register_people(known, unit=unit, by="test", at=BEFORE)
    permit = Permit("p5_1", Period(date(2026, 2, 1)), origin="Migrationsverket")
    people.record_permits({key: [permit] for key in references}, by="test", at=BEFORE)
    told = [Fact(code, value, Period(date(2026, 2, 1)), "prov") for code, value in FACTS.items()]
    people.record_facts(dict.fromkeys(references, told), by="test", at=BEFORE)


def household(reference="hem-1", adults=("amina",), children=(date(2020, 4, 1),)):
    """A family that moved in together."""
    rows = [Member(adult, MemberRole.ADULT, None, Period(date(2026, 2, 10))) for adult in adults]
    rows += [
        Member(f"{reference}-barn-{n}", MemberRole.CHILD, born, Period(date(2026, 2, 10)))
        for n, born in enumerate(children)
    ]
    return people.record_households({reference: rows}, by="test", at=BEFORE)


def school(teacher=""):
    """The sfi group that meets on weekday mornings, and a group for studies of one's own."""
    register_places([organisations.Place("Campus Roslagen", 59.76, 18.70)])
    register_providers(
        [organisations.Provider("Vuxenutbildningen", organisations.ProviderKind.ADULT_EDUCATION)]
    )
    register_activities([worlds.SFI, OWN], by="test", at=BEFORE)
    week = tuple(Slot(day, time(9), Minutes(180), Period(START)) for day in range(1, 6))
    register_groups(
        [
            GroupToRegister("sfi-c-1", "sfi-c", "Sfi C förmiddag", teacher, "Campus Roslagen", week),
            GroupToRegister("egna-1", "egna", "Egna studier"),
        ],
        by="test",
        at=BEFORE,
    )


def plan_for(reference, *, first=START, last=None, version=1, groups=("sfi-c-1", "egna-1"), **changed):
    """A confirmed plan with a place in each group."""
    period = Period(first, last)
    activity = {"sfi-c-1": "sfi-c", "egna-1": "egna"}
    items = tuple(PlanItem(group, activity.get(group, "sfi-c"), period, first) for group in groups)
    values = {"confirmed_on": first, "origin": "prov", "recorded_at": BEFORE} | changed
    plan = Plan(f"{reference}-plan-{version}", version, period, items, **values)
    plan_import.import_plans({reference: [plan]}, by="test", at=BEFORE)
    return plan


def session_on(day, group="sfi-c-1", activity="sfi-c", minutes=180, **changed):
    """A session that was announced a week ahead."""
    values = {"announced_on": day - timedelta(days=7), "recorded_at": BEFORE} | changed
    return Session(f"{group}-{day}", group, activity, day, time(9), Minutes(minutes), **values)


def meet(week=WEEK, group="sfi-c-1", **changed):
    """The group's sessions Monday to Friday, recorded."""
    met = [session_on(day, group, **changed) for day in week.days[:5]]
    sessions.record_sessions(met, by="test", at=BEFORE)
    return met


def told(about, person="amina", attended=180, absent=0, witness=Witness.TEACHER, **changed):
    """What a witness said about a person's time at a session, on the evening of that day."""
    values = {"recorded_at": datetime.combine(about.day, time(16), UTC)} | changed
    message = values.pop("message", f"{witness}-{about.reference}-{person}")
    return Account(
        "skolan", message, about.reference, person, witness, Minutes(attended), Minutes(absent), **values
    )


def tell(*accounts, **options):
    """Record accounts."""
    return record_accounts(accounts, by="test", at=NOW, **options)


def amina_at_school():
    """Amina with her plan, her group and this week's sessions, seen by Karin and taught by Eva."""
    hire("karin", "eva")
    enrol("amina")
    school(teacher="eva")
    plan_for("amina")
    return meet()
