"""Every page about a person × every role × every state a person can be in, against an oracle written apart.

What one may not see looks the same as what does not exist: on the person's pages, in lists, counts,
searches and suggestions.  A page that takes a person is found by walking the addresses; one with a
parameter that ``ARGUMENTS`` does not know fails, and so does a page that is in none of the tables.
"""

import re
from urllib.parse import unquote

import pytest
from django.urls import get_resolver, reverse

from byggsten.records.models import Event, Person, PersonRead
from tests import people
from tests.web import whom
from tests.web.whom import EVERYBODY, GIVEN, HIDDEN, NOBODY, OPEN, ROLES, may_name, may_open

# What stands in an address besides the person.
ARGUMENTS = {
    "week": str(people.WEEK), "rule": "målgrupp", "code": "sfi", "first_day": "2026-01-01", "claim": 1,
    "slug": "utbildning", "what": "identitet", "about": "sfi_applied",
    "version": 1,
}  # fmt: skip
# Lists and forms without a person in the address, that may show people.
LISTS = (
    "caseworker:work_list", "caseworker:unassigned", "caseworker:duplicates", "caseworker:duplicates_count",
    "caseworker:likely", "caseworker:receive", "caseworker:receive_person", "caseworker:receive_household",
    "caseworker:new_notice", "caseworker:import", "housing:overview", "manager:overview", "teacher:groups",
)  # fmt: skip
# Pages that show no person: everybody's pages, one's own account, the catalogue and the taxonomy.
NO_PERSON = re.compile(
    r"^(public:|catalogue:|mfa_|account_|openid_|usersessions_|sign_in$|gallery$|housing:number$"
    r"|caseworker:taxonomy_search$)"
)
# Reached through something else than the person; each is tried where it is made.
BY_ANOTHER_KEY = ("caseworker:notice", "teacher:register")


def pages(patterns=None, prefix="", route=""):
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        here = route + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from pages(
                pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else prefix, here
            )
        else:
            yield prefix + pattern.name, here


ABOUT_A_PERSON = [(name, route) for name, route in pages() if route.startswith("person/")]


def address(route, reference):
    """The address of a page about the person."""
    values = ARGUMENTS | {"reference": reference}
    return "/" + re.sub(r"<\w+:(\w+)>", lambda hit: str(values[hit[1]]), route)


def test_every_page_is_in_one_of_the_tables():
    placed = {name for name, _ in ABOUT_A_PERSON} | set(LISTS) | set(BY_ANOTHER_KEY)
    assert not [name for name, _ in pages() if name not in placed and not NO_PERSON.match(name)]
    unknown = {hit for _, route in ABOUT_A_PERSON for hit in re.findall(r"<\w+:(\w+)>", route)}
    assert unknown <= ARGUMENTS.keys() | {"reference"}


@pytest.fixture
def staff(db):
    people.hire(*people.STAFF)
    people.school(teacher="eva")


@pytest.fixture
def world(staff):
    whom.settle(one for one in EVERYBODY if one.there)


def sign_in(client, username):
    if username:
        assert client.login(username=username, password=people.PASSWORD)
    return client


def bare(answer, *typed):
    """The page without what differs each time: the form's token and what the reader typed."""
    # And what tells a form that is sent twice.
    text = re.sub(r'value="(\w{64}|[0-9a-f]{32})"', "", answer.content.decode(errors="replace"))
    for word in typed:
        text = re.sub(re.escape(word), "", text, flags=re.IGNORECASE)
    return text


def same(answer, one, nothing):
    """Whether the two pages are one page but for whom they were asked for."""
    return bare(answer, one.reference) == bare(nothing, NOBODY.reference)


def fits(username, one, page, answer, nothing):
    """Whether the answer about the person is the oracle's; ``nothing`` is the answer about nobody."""
    name, route = page
    role = ROLES[username][0]
    if not role:
        return answer.status_code == 302 and answer.url.startswith("/logga-in/")
    if nothing.status_code == 405:
        # A button and nothing to look at; pressing it is tried below.
        return answer.status_code == 405
    if role != "caseworker":
        return answer.status_code == 403 and same(answer, one, nothing)
    if one.merged and may_open(username, OPEN[0]):
        # One who may open the kept record is led there, and nobody else learns of it.
        return answer.status_code == 302 and unquote(answer.url) == address(route, OPEN[0].reference)
    if may_open(username, one):
        # A part of the case that is not there answers 404 too, but never 403.
        return answer.status_code in ((200,) if name == "caseworker:person" else (200, 302, 404))
    return answer.status_code == 404 and same(answer, one, nothing)


@pytest.mark.parametrize("username", ROLES)
def test_a_persons_pages_answer_as_the_oracle_says(client, world, username):
    sign_in(client, username)
    wrong, cells = [], 0
    for page in ABOUT_A_PERSON:
        nothing = client.get(address(page[1], NOBODY.reference))
        for one in EVERYBODY:
            answer = client.get(address(page[1], one.reference))
            cells += 1
            if not fits(username, one, page, answer, nothing):
                wrong.append((page[0], one.reference, answer.status_code))
    assert not wrong
    assert cells == len(ABOUT_A_PERSON) * len(EVERYBODY)


@pytest.mark.parametrize("username", ["karin", "sara", "eva", "maria"])
def test_nothing_is_written_about_one_whom_one_may_not_open(client, world, username):
    sign_in(client, username)
    before = Event.objects.count()
    wrong = []
    for name, route in ABOUT_A_PERSON:
        for one in EVERYBODY:
            if may_open(username, one):
                continue
            answer = client.post(address(route, one.reference), {"done": "1", "remove": "1", "form": "owned"})
            expected = (404, 405) if ROLES[username][0] == "caseworker" else (403, 405)
            if answer.status_code not in expected:
                wrong.append((name, one.reference, answer.status_code))
    assert not wrong
    assert Event.objects.count() == before


def shown(text):
    return {one for one in EVERYBODY if one.family_name.lower() in text.lower()}


def allowed(username):
    return {one for one in EVERYBODY if may_name(username, one)}


@pytest.mark.parametrize("username", [name for name in ROLES if name])
def test_lists_name_only_whom_the_oracle_lets_them_and_say_so_in_the_read_log(client, world, username):
    sign_in(client, username)
    for name in LISTS:
        for query in ({}, {"alla": "1"}, {"sok": "Hemlig"}, {"sok": "Namn"}):
            already = PersonRead.objects.count()
            answer = client.get(reverse(name), query)
            if answer.status_code != 200:
                continue
            named = shown(answer.content.decode(errors="replace"))
            assert named <= allowed(username), (name, query)
            logged = PersonRead.objects.order_by("pk")[already:].select_related("reading")
            assert {one.reference for one in named} <= {row.person for row in logged}, name
            assert all(
                (row.reading.actor, row.reading.page, row.reading.at) == (username, name, people.NOW)
                and row.reading.purpose
                for row in logged
            )


@pytest.mark.parametrize("username", ["karin", "omar", "maria"])
def test_the_housing_list_names_everybody_that_the_oracle_lets_it(client, world, username):
    # All of them were assigned and received this year.
    assert shown(sign_in(client, username).get(reverse("housing:overview")).text) == allowed(username)


@pytest.mark.parametrize("username", ["karin", "omar", "sara"])
def test_the_work_list_names_those_whom_one_answers_for(client, world, username):
    mine = {one for one in allowed(username) if one.given_to == username}
    assert shown(sign_in(client, username).get(reverse("caseworker:work_list")).text) == mine


@pytest.mark.parametrize("username", ["karin", "omar", "maria"])
@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_the_same_whether_or_not_hidden_people_exist(client, staff, name, username):
    whom.settle((*OPEN, *GIVEN))
    sign_in(client, username)
    hidden = [one for one in HIDDEN if not may_name(username, one) and not one.merged]

    def seen():
        return [
            (answer.status_code, bare(answer))
            for query in ({}, {"alla": "1"}, {"sok": "Hemlig"})
            for answer in [client.get(reverse(name), query)]
        ]

    before = seen()
    whom.settle(hidden)
    assert seen() == before


@pytest.mark.parametrize("username", ["karin", "omar", "sara"])
def test_a_search_finds_by_name_and_case_number_those_whom_one_answers_for(client, world, username):
    sign_in(client, username)
    for one in EVERYBODY:
        for words in (
            one.family_name,
            f"Namn{one.reference} {one.family_name}",
            one.reference,
            one.reference.upper(),
        ):
            answer = client.get(reverse("caseworker:work_list"), {"sok": words})
            found = {row.of.reference for row in answer.context["rows"]}
            mine = may_open(username, one) and one.given_to == username
            # A merged record leads to the one it was merged into.
            expected = {one.reference} if mine else set()
            if one.merged and username == "karin":
                expected = {"alpha"}
            assert found == expected, (one.reference, words)


def test_a_whole_personal_number_finds_and_nothing_else_about_a_person_does(client, world):
    sign_in(client, "karin")

    def found(words):
        page = client.get(reverse("caseworker:work_list"), {"sok": words})
        return {row.of.reference for row in page.context["rows"]}

    Person.objects.filter(reference="alpha").update(reference="ÄR-2026-0017")
    assert found("199001012385") == found("19900101-2385") == found("är-2026-0017") == {"ÄR-2026-0017"}
    assert {words for words in ("ÄR-2026", "2026-0017", "20260017", "0017") if found(words)} == set()
    everything_else = (
        "9001012385", "19900101", "2385", "1990", "1990-06-15", "woman", "kvinna", "p5_1", "Migrationsverket",
        "prov", people.UNIT, "karin", "sfi", "secrecy_marking", "anvisad", "arabiska", "%", "_", "lph%",
        "alpha' OR '1'='1",
    )  # fmt: skip
    assert {words for words in everything_else if found(words)} == set()
    # A part of a name is a name; a part of a case number is nothing.
    assert found("Hemligalph") == {"ÄR-2026-0017"}


@pytest.mark.parametrize("username", ["karin", "sara"])
def test_suggestions_tell_of_nobody_hidden(client, world, username):
    sign_in(client, username)
    for one in EVERYBODY:
        if may_name(username, one) or one.merged:
            continue
        given = f"Namn{one.reference.title()}"
        asked = {"given_name": given, "family_name": one.family_name, "born": "1990-06-15"}
        answer = client.get(reverse("caseworker:likely"), asked)
        nothing = client.get(
            reverse("caseworker:likely"), asked | {"given_name": "Qvxz", "family_name": "Wqzkvj"}
        )
        assert one.reference not in bare(answer, given, one.family_name)
        assert len(shown(bare(answer, given, one.family_name)) - allowed(username)) == 0
        assert nothing.status_code == answer.status_code == 200


def test_every_page_that_shows_a_person_writes_who_looked_and_what_for(client, world):
    sign_in(client, "karin")
    silent = []
    for name, route in ABOUT_A_PERSON:
        already = PersonRead.objects.count()
        answer = client.get(address(route, "alpha"))
        if answer.status_code != 200:
            continue
        new = PersonRead.objects.order_by("pk")[already:].select_related("reading")
        told = [(row.person, row.reading.actor, row.reading.page, bool(row.reading.purpose)) for row in new]
        if ("alpha", "karin", name, True) not in told:
            silent.append(name)
    assert not silent
