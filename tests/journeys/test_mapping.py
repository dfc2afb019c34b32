"""A mapping in a browser: suggestions while one types, the keyboard alone, a phone, and axe on each page."""

import pytest
from playwright.sync_api import expect

from byggsten.actions.taxonomy import ConceptToKeep, keep_concepts
from tests import people

MAPPING = "/person/amina/kartlaggning/"
PAGES = ("", "del/arbete/", "del/familj/", "del/halsa/", "resultat/", "utskrift/", "uppgift/1/")


@pytest.fixture
def begun(sign_in, live_server):
    """Karin has written down that Amina has been a cleaner, chosen from the list with the keyboard."""
    keep_concepts(
        [ConceptToKeep("o1", "occupation-name", "Städare", words=("cleaner",))],
        whole=(), by="test", at=people.NOW,
    )  # fmt: skip
    page = sign_in("karin")
    # The list after signing in asks for a part of itself; a test's database in memory takes one at a time.
    page.wait_for_load_state("networkidle")
    page.goto(f"{live_server.url}{MAPPING}del/arbete/")
    page.get_by_label("Yrke (").or_(page.get_by_label("Yrke", exact=True)).first.focus()
    page.keyboard.type("cleaner")
    expect(page.get_by_role("radio", name="Städare")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.get_by_role("radio", name="Städare").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Spara", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Sparat")
    expect(page.locator(".map-claim__title").first).to_have_text("Städare")
    return page


@pytest.mark.parametrize("width", [1280, 320])
def test_each_page_is_accessible_and_fits(begun, live_server, accessible, width):
    begun.set_viewport_size({"width": width, "height": 900})
    for path in PAGES:
        address = MAPPING + path
        if path.startswith("uppgift"):
            begun.goto(live_server.url + MAPPING)
            begun.get_by_role("link", name="Ändra").first.click()
        else:
            begun.goto(live_server.url + address)
        expect(begun.get_by_role("heading", level=1)).to_be_visible()
        accessible(begun)
        sideways = begun.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert sideways <= 0, address
