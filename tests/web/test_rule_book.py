"""The rule book on the pages: every table and number is there, in both languages."""

import pytest
from django.urls import reverse

from byggsten.rulebook import BOOKS, load


@pytest.mark.parametrize("book", BOOKS)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_table_can_be_opened_and_shows_each_row(client, db, book, language):
    client.post(reverse("public:language"), {"language": language})
    for rule in load(book, ("norrtalje", "demo")).rules.values():
        page = client.get(reverse("public:rule_table", args=[book, rule.name]))
        assert page.status_code == 200
        for number, row in enumerate(rule.rows, start=1):
            assert f'<tr id="{row.id}"><th scope="row">{number}<' in page.text


def test_what_the_municipality_has_not_decided_stands_on_top(client, db, settings):
    settings.BYGGSTEN_LOCAL_RULES = ()
    page = client.get(reverse("public:rule_book")).text
    assert page.index("Kommunen har inte bestämt") < page.index("Målgrupp")
    assert "Inte bestämt" in client.get(reverse("public:parameters", args=["plikt"])).text


@pytest.mark.parametrize("address", ["/regelbok/plikt/finns-inte/", "/regelbok/ingen/tal/"])
def test_a_table_that_does_not_exist_is_told(client, db, address):
    answer = client.get(address)
    assert answer.status_code == 404
    assert "Sidan finns inte" in answer.text
