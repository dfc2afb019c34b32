"""From sign-in to a changed ledger, as a caseworker and a teacher do it, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from tests import people

WEEK = f"/person/amina/vecka/{people.WEEK}/"
SESSION = f"/narvaro/sfi-c-1-{people.WEEK.monday}/"
PAGES = {
    "karin": (
        "/arbetslista/", "/person/amina/", "/person/amina/plan/", WEEK, "/person/amina/regel/målgrupp/",
    ),
    "eva": ("/grupper/", SESSION),
    "maria": ("/oversikt/",),
    "": ("/logga-in/", "/regelbok/", "/regelbok/plikt/målgrupp/", "/regelbok/plikt/tal/", "/tillganglighet/",
         "/personuppgifter/"),
}  # fmt: skip


def test_the_spine(sign_in, live_server, accessible):
    page = sign_in("karin")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Karin")
    page.get_by_role("link", name="Amina Exempel").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Amina Exempel")
    page.goto(live_server.url + WEEK)
    expect(page.locator("main")).to_contain_text("Okän")
    unknown_before = page.locator("main").inner_text()

    page.get_by_role("button", name="Logga ut").click()
    page = sign_in("eva")
    expect(page.get_by_role("heading", level=1)).to_have_text("Att registrera: 5")
    page.goto(live_server.url + SESSION)
    row = page.get_by_role("group", name="Amina Exempel")
    row.get_by_label("Borta").check()
    page.get_by_role("button", name="Alla andra är här").click()
    expect(page.get_by_role("status")).to_contain_text("Närvaron är sparad")
    accessible(page)

    page.get_by_role("button", name="Logga ut").click()
    page = sign_in("karin")
    page.goto(live_server.url + WEEK)
    assert page.locator("main").inner_text() != unknown_before
    expect(page.locator("main")).to_contain_text(re.compile("[Oo]giltig"))


def test_every_page_is_accessible_and_fits_a_narrow_screen(sign_in, live_server, accessible):
    for username, addresses in PAGES.items():
        page = sign_in(username) if username else sign_in("karin")
        for address in addresses:
            if not username:
                page.context.clear_cookies()
            for width in (1280, 320):
                page.set_viewport_size({"width": width, "height": 900})
                page.goto(live_server.url + address)
                accessible(page)
                assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        page.context.clear_cookies()


def test_the_register_by_keyboard_alone(sign_in, live_server):
    page = sign_in("eva")
    page.goto(live_server.url + SESSION)
    page.get_by_role("group", name="Amina Exempel").get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("group", name="Amina Exempel").get_by_label("Minuter missade")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.type("15")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Nya: 1")


@pytest.mark.parametrize("address", ["/arbetslista/", "/person/amina/", WEEK])
def test_in_english(sign_in, live_server, accessible, address):
    page = sign_in("karin")
    page.get_by_role("button", name="English").click()
    page.goto(live_server.url + address)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    accessible(page)


def test_without_script(browser, live_server, town):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/logga-in/")
    page.fill("input[name=username]", "eva")
    page.fill("input[name=password]", people.PASSWORD)
    page.click("form.panel button")
    page.goto(live_server.url + SESSION)
    page.click("button[name=all_here]")
    assert "Närvaron är sparad" in page.content()
    context.close()
