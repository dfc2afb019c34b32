"""What page tests share: the cast at work, a day that stands still, and somebody signed in."""

import pytest

from tests import people


@pytest.fixture(autouse=True)
def _the_day_stands_still(monkeypatch, settings):
    """The cast lives in November 2026, in a municipality that has decided its open norms."""
    monkeypatch.setattr("byggsten.web.middleware.read_clock", lambda: people.NOW)
    settings.BYGGSTEN_LOCAL_RULES = ("norrtalje", "demo")


@pytest.fixture
def cast(db):
    """Amina, Yusuf and Farah, a school with a week of sessions, and everybody who works with them."""
    people.hire(*people.STAFF)
    people.enrol("amina", "yusuf")
    people.enrol("farah", unit=people.OTHER_UNIT)
    people.school(teacher="eva")
    for reference in ("amina", "yusuf", "farah"):
        people.plan_for(reference)
    return people.meet()


@pytest.fixture
def signed_in(client, cast):
    """A client with somebody of the staff signed in: ``signed_in("karin").get("/…")``."""

    def sign_in(username):
        assert client.login(username=username, password=people.PASSWORD)
        return client

    return sign_in
