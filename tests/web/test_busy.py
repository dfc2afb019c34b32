"""While somebody else holds SQLite's only pen, a page says so instead of breaking."""

import sqlite3

import pytest
from django.db import connection
from django.urls import reverse

from tests import people


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("sqlite" not in connection.vendor, reason="PostgreSQL has a pen for everybody")
def test_a_page_that_waited_in_vain_says_that_the_database_is_busy(client, monkeypatch):
    people.hire("karin")
    people.enrol("amina")
    assert client.login(username="karin", password=people.PASSWORD)
    client.raise_request_exception = False
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 50")
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        answer = client.get(reverse("caseworker:person", args=["amina"]))
    finally:
        other.execute("ROLLBACK")
        other.close()
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout = 20000")
    assert answer.status_code == 503
    assert "Byggsten är upptaget just nu" in answer.text
    assert answer.headers["Retry-After"] == "30"
