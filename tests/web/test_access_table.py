"""The access table: every page by every role.  A page that is missing from the table fails.

The rows stand by wing in ``access_pages/``.
"""

import re
from importlib import import_module
from pathlib import Path

import pytest
from django.urls import get_resolver, reverse

from tests import people

ROLES = ("nobody", "karin", "omar", "sara", "eva", "bjorn", "maria", "lena")
PAGES = {
    page: answers
    for file in sorted((Path(__file__).parent / "access_pages").glob("[a-z]*.py"))
    for page, answers in import_module(f"tests.web.access_pages.{file.stem}").PAGES.items()
}


def names(patterns, prefix=""):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from names(pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else prefix)
        else:
            yield prefix + pattern.name


def test_every_page_is_in_the_table():
    assert set(names(get_resolver().url_patterns)) == {name for name, _ in PAGES}


@pytest.fixture
def world(cast):
    people.staff.assign(["yusuf"], caseworker="omar", first_day=people.START, by="test", at=people.BEFORE)
    return cast


@pytest.mark.parametrize("role", ROLES)
def test_each_page_answers_each_role_as_the_table_says(role, client, world):
    if role != "nobody":
        assert client.login(username=role, password=people.PASSWORD)
    wrong = {}
    for (name, arguments), answers in PAGES.items():
        answer = client.get(reverse(name, args=arguments)).status_code
        if answer != answers[ROLES.index(role)]:
            wrong[name, arguments] = answer
    assert not wrong


@pytest.mark.parametrize("reference", ["yusuf", "farah", "ingen"])
def test_what_one_may_not_see_looks_like_what_does_not_exist(reference, client, world):
    client.login(username="karin", password=people.PASSWORD)

    def seen(of):
        page = client.get(reverse("caseworker:person", args=[of])).text.replace(of, "")
        # The token of a form is new each time.
        return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)

    assert seen(reference) == seen("finns-inte")


def test_a_page_declares_whether_it_reads_or_writes():
    def views(patterns):
        for pattern in patterns:
            if hasattr(pattern, "url_patterns"):
                yield from views(pattern.url_patterns)
            else:
                yield pattern.name, pattern.callback

    for name, view in views(get_resolver().url_patterns):
        declared = getattr(view, "declares", None) or getattr(
            getattr(view, "view_class", None) and view.view_class.dispatch, "declares", None
        )
        assert declared in ("reads", "writes", "open", "account"), name
