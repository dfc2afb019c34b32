"""Every page that a role reaches: axe, no sideways scroll on a phone, in Swedish and in English."""

import pytest
from django.urls import reverse

from tests import town as offers
from tests.web.test_access_table import PAGES
from tests.web.test_access_table import ROLES as COLUMNS

NO_PAGES = {
    "caseworker:duplicates_count",
    "caseworker:likely",
    "caseworker:taxonomy_search",
    "public:theme_css",
    "caseworker:plan_pdf",
    "caseworker:plan_calendar",
    "catalogue:export",
}
WIDTHS = {"sv": 320, "en": 1280}
ROLES = ("karin", "lena", "maria", "eva")
OPEN = 200


def addresses(role):
    """The pages that the role opens and no role before it; they look the same to all who see them."""
    found = {}
    for (name, arguments), answers in PAGES.items():
        first = next((one for one in ROLES if answers[COLUMNS.index(one)] == OPEN), None)
        if name not in NO_PAGES and first == role:
            found.setdefault(name, reverse(name, args=arguments))
    return found


@pytest.mark.parametrize("language", WIDTHS)
@pytest.mark.parametrize("role", ROLES)
def test_every_page_can_be_read_by_everybody(role, language, sign_in, live_server, town, accessible, watched):
    offers.open_town(teacher="eva")
    page = sign_in(role)
    page.wait_for_load_state("networkidle")
    if language == "en":
        page.get_by_role("button", name="English").click()
        page.wait_for_load_state("networkidle")
    page.set_viewport_size({"width": WIDTHS[language], "height": 900})
    seen = 0
    for name, address in addresses(role).items():
        # Asked without the browser first: a page that the role may not see is no fault of the page.
        asked = page.request.get(live_server.url + address, max_redirects=0)
        if asked.status != OPEN or "text/html" not in asked.headers.get("content-type", ""):
            continue
        page.goto(live_server.url + address)
        page.wait_for_load_state("networkidle")
        assert page.locator("html").get_attribute("lang") == language, name
        accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[language], name
        seen += 1
    assert seen
