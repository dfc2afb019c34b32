"""One acceptable row of each table; what a test changes is what it is about."""

from datetime import time

from django.contrib.auth.models import User

from byggsten.records import models as m
from byggsten.records.models.ledger import OWNED, STATES
from tests.people import BEFORE, NOW, START, TODAY, WEEK


def unit(**changed):
    return m.Unit.objects.create(**{"name": f"enhet {m.Unit.objects.count()}"} | changed)


def person(**changed):
    values = {"reference": f"p{m.Person.objects.count()}", "recorded_at": BEFORE}
    return m.Person.objects.create(**values | {"unit": changed.pop("unit", None) or unit()} | changed)


def staff(**changed):
    user = User.objects.create(username=f"u{User.objects.count()}")
    return m.StaffMember.objects.create(**{"user": user, "role": "teacher", "unit": unit()} | changed)


def place(**changed):
    return m.Place.objects.create(**{"name": "Torget", "latitude": 59.7, "longitude": 18.7} | changed)


def provider(**changed):
    values = {"name": f"anordnare {m.Provider.objects.count()}", "kind": "municipality"}
    return m.Provider.objects.create(**values | changed)


def activity(**changed):
    values = {"reference": f"a{m.Activity.objects.count()}", "name": "Sfi", "kind": "sfi"}
    return m.Activity.objects.create(**values | {"provider": provider()} | changed)


def effect(**changed):
    values = {"block": "language", "mechanism": "Undervisning"}
    return m.Effect.objects.create(
        **values | {"activity": changed.pop("activity", None) or activity()} | changed
    )


def group(**changed):
    values = {"reference": f"g{m.Group.objects.count()}", "name": "Grupp"}
    return m.Group.objects.create(**values | {"activity": activity()} | changed)


def slot(**changed):
    values = {"weekday": 1, "start": time(9), "minutes": 60, "first_day": START}
    return m.ScheduleSlot.objects.create(
        **values | {"group": changed.pop("group", None) or group()} | changed
    )


def session(**changed):
    values = {"reference": f"s{m.Session.objects.count()}", "day": TODAY, "start": time(9), "minutes": 60}
    values |= {"recorded_at": BEFORE, "group": changed.pop("group", None) or group()}
    return m.Session.objects.create(**values | changed)


def account(**changed):
    values = {"source": "skolan", "message": "m1", "witness": "teacher", "attended": 60, "absent": 0}
    values |= {"session": changed.pop("session", None) or session(), "recorded_at": NOW}
    values |= {"person": changed.pop("person", None) or person()}
    return m.Account.objects.create(**values | changed)


def waiting(**changed):
    values = {"source": "skolan", "message": "m1", "person_reference": "p", "session_reference": "s"}
    values |= {"raw": {}, "why": "", "recorded_at": NOW}
    return m.WaitingAccount.objects.create(**values | changed)


def assignment(**changed):
    values = {"first_day": START, "person": changed.pop("person", None) or person()}
    return m.Assignment.objects.create(**values | {"caseworker": staff()} | changed)


def remembered(model, **values):
    known = {"recorded_at": BEFORE, "recorded_by": "test", "first_day": START}
    if model is not m.Membership:
        known["person"] = values.pop("person", None) or person()
    return model.objects.create(**known | values)


def permit(**changed):
    return remembered(m.Permit, **{"ground": "p5_1"} | changed)


def fact(**changed):
    return remembered(m.Fact, **{"code": "mapped", "value": True} | changed)


def household(**changed):
    return m.Household.objects.create(**{"reference": f"h{m.Household.objects.count()}"} | changed)


def membership(**changed):
    values = {"reference": "barn-1", "role": "child"}
    return remembered(
        m.Membership, **values | {"household": changed.pop("household", None) or household()} | changed
    )


def plan(**changed):
    number = m.Plan.objects.count() + 1
    values = {"reference": f"plan {number}", "version": number, "first_day": START, "recorded_at": BEFORE}
    values |= {"recorded_by": "test", "person": changed.pop("person", None) or person()}
    return m.Plan.objects.create(**values | changed)


def item(**changed):
    values = {"first_day": START, "plan": changed.pop("plan", None) or plan()}
    return m.PlanItem.objects.create(**values | {"group": changed.pop("group", None) or group()} | changed)


def external(**changed):
    values = {"system": "skolan", "kind": "person", "value": "x1"}
    if not {"person", "session", "activity"} & changed.keys():
        values["person"] = person()
    return m.ExternalId.objects.create(**values | changed)


def ledger(**changed):
    zero = dict.fromkeys((*STATES, "offered", "announced", "gap", *OWNED.values()), 0)
    values = {"monday": WEEK.monday, "scheduled": 60, "attended": 60, "rules_version": "x"}
    values |= {"assessed_on": TODAY, "computed_at": NOW, "person": changed.pop("person", None) or person()}
    return m.WeekLedger.objects.create(**zero | values | changed)


def twice(make, *shared, **values):
    """Make two rows that share what must not be shared."""
    common = {name: {"person": person, "group": group, "household": household, "activity": activity,
                     "plan": plan, "session": session}[name]() for name in shared}  # fmt: skip
    make(**common, **values)
    make(**common, **values)
