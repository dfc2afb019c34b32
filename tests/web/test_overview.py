"""A unit in figures: sums, debts, and nobody who must not show."""

from django.urls import reverse

from byggsten.actions import duty
from byggsten.queries.overview import overview
from byggsten.records.models import WeekLedger
from tests import people


def seen():
    return overview(people.acting("maria"), on=people.TODAY, language="sv")


def test_the_owners_add_up_to_what_is_stored(cast):
    people.tell(*(people.told(s) for s in cast))
    duty.assess(["amina", "yusuf", "farah"], [people.WEEK], on=people.TODAY, by="test", at=people.NOW)
    (week,) = seen().weeks
    row = WeekLedger.objects.get(person__reference="amina")
    # Yusuf has protected data and Farah is another unit's.
    assert (week.people, week.attended) == (1, row.attended)
    assert week.total == row.scheduled + row.gap


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
