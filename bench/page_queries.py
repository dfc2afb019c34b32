"""Counts the questions that each page asks the database; run in the environment of a demonstration."""

from __future__ import annotations

import json
import sys

import django


def main() -> None:
    """Write the counts as JSON: the second visit to each page, when what is kept in memory is there."""
    django.setup()
    from django.contrib.auth import get_user_model  # noqa: PLC0415 - Django must be started first
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    from bench.pages import PERSON_LINK, WORK_LIST  # noqa: PLC0415

    client = Client(SERVER_NAME="localhost")
    client.force_login(get_user_model().objects.get(username="karin"))
    person = PERSON_LINK.findall(client.get(WORK_LIST).content.decode())[0]
    counts = {}
    for name, path in {"work list": WORK_LIST, "person": person}.items():
        client.get(path)
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(path)
        if answer.status_code != 200:
            raise SystemExit(f"{path} answered {answer.status_code}")
        counts[name] = len(asked)
    json.dump(counts, sys.stdout)


if __name__ == "__main__":
    main()
