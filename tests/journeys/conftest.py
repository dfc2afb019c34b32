"""What the browser journeys share: the cast in a running server, axe, and a watch over the page."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from byggsten.actions import duty
from tests import people


@pytest.fixture(autouse=True)
def _the_day_stands_still(monkeypatch, settings):
    """The cast lives in November 2026, in a municipality that has decided its open norms."""
    monkeypatch.setattr("byggsten.web.middleware.read_clock", lambda: people.NOW)
    settings.BYGGSTEN_LOCAL_RULES = ("norrtalje", "demo")


@pytest.fixture
def town(transactional_db):
    """Amina and Yusuf with Karin, a school week with Eva, and Maria who answers for them."""
    people.hire(*people.STAFF)
    people.enrol("amina", "yusuf")
    people.school(teacher="eva")
    for reference in ("amina", "yusuf"):
        people.plan_for(reference)
    met = people.meet()
    people.staff.assign(["amina"], caseworker="karin", first_day=people.START, by="test", at=people.BEFORE)
    people.tell(*(people.told(s) for s in met[1:]))
    duty.assess(["amina", "yusuf"], [people.WEEK], on=people.TODAY, by="test", at=people.NOW)
    return met


@pytest.fixture
def watched(page, live_server, town):
    """A page in the browser that may not complain, nor ask anybody else for anything."""
    faults = []
    page.on("console", lambda m: faults.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "request", lambda r: None if r.url.startswith((live_server.url, "data:")) else faults.append(r.url)
    )
    yield page
    assert not faults


@pytest.fixture
def sign_in(watched, live_server):
    """Sign in as somebody of the staff, as a person does."""

    def enter(username):
        watched.goto(f"{live_server.url}/logga-in/")
        watched.get_by_label("Användarnamn").fill(username)
        watched.get_by_label("Lösenord").fill(people.PASSWORD)
        watched.get_by_role("button", name="Logga in").click()
        return watched

    return enter


@pytest.fixture
def accessible():
    """Let axe look at the page, WCAG 2.0 to 2.2 A and AA and its best practice."""
    axe = Axe()

    def look(page):
        found = axe.run(page)
        assert found.violations_count == 0, found.generate_report()

    return look
