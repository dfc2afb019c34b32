"""A unit in figures: sums, debts, and nobody who must not show."""

from django.urls import reverse

from byggsten.actions import duty
from byggsten.queries.overview import overview
from byggsten.records.models import PersonRead, WeekLedger
from tests import people


def seen():
    return overview(people.acting("maria"), on=people.TODAY, language="sv")


def others(count):
    """More people of the unit, with plans."""
    many = [f"p{n}" for n in range(count)]
    people.enrol(*many)
    for one in many:
        people.plan_for(one)
    return many


def assess(*references):
    duty.assess(references, [people.WEEK], on=people.TODAY, by="test", at=people.NOW)


def test_the_owners_add_up_to_what_is_stored(cast):
    many = others(4)
    people.tell(*(people.told(s) for s in cast))
    assess("amina", "yusuf", "farah", *many)
    (week,) = seen().weeks
    # Yusuf has protected data and Farah is another unit's.
    rows = WeekLedger.objects.filter(person__reference__in=["amina", *many])
    assert (week.people, week.attended) == (5, sum(row.attended for row in rows))
    assert week.total == sum(row.scheduled + row.gap for row in rows)


def test_figures_of_too_few_people_are_not_shown(cast):
    assess("amina")
    assert (seen().people, seen().weeks, seen().debts) == (1, (), ())


def test_the_names_on_the_page_are_written_down(client, cast):
    client.login(username="karin", password=people.PASSWORD)
    client.get(reverse("caseworker:person", args=["amina"]))
    client.login(username="maria", password=people.PASSWORD)
    client.get(reverse("manager:overview"))
    last = PersonRead.objects.latest("pk")
    assert (last.person, last.reading.actor) == ("amina", "maria")
    assert len(seen().readings) == 1


def test_a_share_of_few_people_is_not_shown(cast):
    duty.assess(["amina"], [people.WEEK], on=people.TODAY, by="test", at=people.NOW)
    (women,) = seen().sexes
    assert (women.people, women.required, women.attended) == (1, None, None)


def test_sessions_that_nobody_registered_are_listed_by_group(cast):
    (group,) = seen().registers
    assert (group.sessions, group.oldest, group.teacher) == (5, people.WEEK.monday, "Eva Strand")


def test_who_opened_whom_is_shown_for_the_own_unit_only(client, cast):
    client.login(username="karin", password=people.PASSWORD)
    client.get(reverse("caseworker:person", args=["amina"]))
    client.login(username="sara", password=people.PASSWORD)
    client.get(reverse("caseworker:person", args=["farah"]))
    assert [(r.reader, r.names) for r in seen().readings] == [("Karin Lind", ("Amina Exempel",))]


def test_an_empty_unit_says_so(client, db):
    people.hire("maria")
    client.login(username="maria", password=people.PASSWORD)
    page = client.get(reverse("manager:overview"))
    assert "Inga veckor är räknade än" in page.text
