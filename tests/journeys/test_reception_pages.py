"""The reception in a browser: likely people while typing, a household by keyboard, and no fault for axe."""

import pytest

from byggsten.actions.reception_notices import Notice, record_notices
from byggsten.domain.reception import NoticeSender
from byggsten.records.models import PartnerNotice, Person
from tests import people

WIDTHS = (1280, 320)


@pytest.fixture
def notice(town):
    told = Notice(NoticeSender.SCHOOL, "SK-1", people.START, "ሰላም", "Exempel", words="Kommer på måndag")
    record_notices([told], unit=people.UNIT, by="test", at=people.BEFORE)
    return PartnerNotice.objects.get().pk


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_is_accessible_and_narrow_enough(notice, sign_in, accessible, live_server, width):
    page = sign_in("karin")
    # The test's server has one connection for all; what a page fetches by itself must be done first.
    page.wait_for_load_state("networkidle")
    page.set_viewport_size({"width": width, "height": 800})
    for address in (
        "/ta-emot/", "/ta-emot/person/", "/ta-emot/hushall/", "/ta-emot/avisering/",
        f"/ta-emot/avisering/{notice}/", "/person/amina/uppgifter/", "/person/amina/uppgifter/identitet/",
        "/person/amina/uppgifter/uppgift/sfi_applied/", "/person/amina/uppgifter/hushall/",
    ):  # fmt: skip
        page.goto(f"{live_server.url}{address}")
        page.wait_for_load_state("networkidle")
        accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_somebody_alike_is_shown_while_one_types(town, sign_in, live_server):
    page = sign_in("karin")
    page.wait_for_load_state("networkidle")
    page.goto(f"{live_server.url}/ta-emot/person/")
    page.get_by_label("Förnamn").fill("Amina")
    page.get_by_label("Efternamn").fill("Exempel")
    page.get_by_label("Födelsedag").fill("1991-05-05")
    page.keyboard.press("Tab")
    page.locator("#likely").get_by_role("link", name="Amina Exempel").wait_for()
    # What was typed stays where it was.
    assert page.get_by_label("Förnamn").input_value() == "Amina"


def test_a_family_of_two_by_keyboard_alone(town, sign_in, live_server):
    page = sign_in("karin")
    page.wait_for_load_state("networkidle")
    page.goto(f"{live_server.url}/ta-emot/hushall/")
    page.locator("[name=r0-given_name]").focus()
    for word in ("Mariam", "Saleh", "", "1988-03-03"):
        page.keyboard.type(word)
        page.keyboard.press("Tab")
    page.locator("[name=r1-given_name]").focus()
    for word in ("Noor", "Saleh", "", ""):
        page.keyboard.type(word)
        page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.type("2015-02-02")
    # Enter in a field saves, though «more rows» stands before the button that says so.
    page.keyboard.press("Enter")
    page.get_by_text("Hushållet är registrerat").wait_for()
    assert Person.objects.filter(family_name="Saleh").count() == 2
