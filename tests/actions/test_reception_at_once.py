"""Of many who register at the same moment everybody gets a case of their own, and one form gives one."""

import os
import subprocess
import sys
import threading

import pytest
from django.db import connection

from byggsten.actions.reception import receive
from byggsten.records.models import Person
from tests import people
from tests.actions.test_reception import SELAM

AT_ONCE = 4
# SQLite in memory is one connection's own, so the race is run by processes on a file.
PREPARE = """
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.people import hire
hire("karin")
"""
RACE = """
import sys
from tests import people
from tests.actions.test_reception_at_once import save
print("ready", flush=True)
token = input()
print(save(token))
"""


def save(token):
    return receive([SELAM], token=token, by=people.acting("karin"), at=people.NOW).references[0]


def _start(script, folder, **pipes):
    environment = os.environ | {"BYGGSTEN_DATA": str(folder), "DATABASE_URL": ""}
    code = f"import django; django.setup()\n{script}"
    return subprocess.Popen([sys.executable, "-c", code], env=environment, text=True, **pipes)


# The first two carry the token of one and the same form.
TOKENS = ["same", "same", "second", "third"]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="processes on a file are SQLite's way")
def test_processes_on_one_file(tmp_path):
    assert _start(PREPARE, tmp_path).wait() == 0
    racers = [_start(RACE, tmp_path, stdin=-1, stdout=-1) for _ in range(AT_ONCE)]
    for racer in racers:
        assert racer.stdout.readline() == "ready\n"
    for racer, token in zip(racers, TOKENS, strict=True):
        racer.stdin.write(f"{token}\n")
        racer.stdin.flush()
    answers = [racer.communicate()[0].strip() for racer in racers]
    assert answers[0] == answers[1]
    assert sorted(set(answers)) == ["2026-00001", "2026-00002", "2026-00003"]


@pytest.mark.django_db(transaction=True)
def test_connections_to_one_server():
    people.hire("karin")
    answers, ready = {}, threading.Barrier(AT_ONCE)

    def register(place):
        ready.wait()
        try:
            answers[place] = save(TOKENS[place])
        finally:
            connection.close()

    threads = [threading.Thread(target=register, args=(place,)) for place in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers[0] == answers[1]
    assert sorted(set(answers.values())) == ["2026-00001", "2026-00002", "2026-00003"]
    assert Person.objects.count() == AT_ONCE - 1
