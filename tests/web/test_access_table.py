"""The access table: every page by every role.  A page that is missing from the table fails."""

import re

import pytest
from django.urls import get_resolver, reverse

from tests import people

ROLES = ("nobody", "karin", "omar", "sara", "eva", "bjorn", "maria")
WEEK = str(people.WEEK)
SESSION = f"sfi-c-1-{people.WEEK.monday}"

#                                        nobody karin  omar sara  eva  bjorn maria
PAGES = {
    ("sign_in", ()):                       (200, 302, 302, 302, 302, 302, 302),
    ("public:home", ()):                   (302, 302, 302, 302, 302, 302, 302),
    ("public:sign_out", ()):               (405, 405, 405, 405, 405, 405, 405),
    ("public:language", ()):               (405, 405, 405, 405, 405, 405, 405),
    ("public:theme_css", ()):              (200, 200, 200, 200, 200, 200, 200),
    ("public:rule_book", ()):              (200, 200, 200, 200, 200, 200, 200),
    ("public:rule_table", ("plikt", "målgrupp")): (200, 200, 200, 200, 200, 200, 200),
    ("public:parameters", ("plikt",)):     (200, 200, 200, 200, 200, 200, 200),
    ("public:accessibility", ()):          (200, 200, 200, 200, 200, 200, 200),
    ("public:privacy", ()):                (200, 200, 200, 200, 200, 200, 200),
    ("caseworker:work_list", ()):          (302, 200, 200, 200, 403, 403, 403),
    ("caseworker:person", ("amina",)):     (302, 200, 200, 404, 403, 403, 403),
    ("caseworker:person", ("farah",)):     (302, 404, 404, 200, 403, 403, 403),
    # Yusuf has protected data: only Omar, who has been given him, may know that he is here.
    ("caseworker:person", ("yusuf",)):     (302, 404, 200, 404, 403, 403, 403),
    ("caseworker:person", ("ingen",)):     (302, 404, 404, 404, 403, 403, 403),
    ("caseworker:week", ("amina", WEEK)):  (302, 200, 200, 404, 403, 403, 403),
    ("caseworker:week", ("yusuf", WEEK)):  (302, 404, 200, 404, 403, 403, 403),
    ("caseworker:rule", ("amina", "målgrupp")): (302, 200, 200, 404, 403, 403, 403),
    ("caseworker:rule", ("yusuf", "målgrupp")): (302, 404, 200, 404, 403, 403, 403),
    ("caseworker:plan", ("amina",)):       (302, 200, 200, 404, 403, 403, 403),
    ("caseworker:plan", ("yusuf",)):       (302, 404, 200, 404, 403, 403, 403),
    ("teacher:groups", ()):                (302, 403, 403, 403, 200, 200, 403),
    ("teacher:register", (SESSION,)):      (302, 403, 403, 403, 200, 404, 403),
    ("manager:overview", ()):              (302, 403, 403, 403, 403, 403, 200),
}  # fmt: skip


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
        assert declared in ("reads", "writes", "open"), name
