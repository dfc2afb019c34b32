"""Of many who plan for one person at the same moment one succeeds, and the others get a sentence."""

import os
import subprocess
import sys
import threading

import pytest
from django.db import connection

from byggsten.domain.planning import OverlappingPlans
from tests.actions.test_planning import save
from tests.people import enrol, hire, school

AT_ONCE = 3
# SQLite in memory is one connection's own, so the race is run by processes on a file.
PREPARE = """
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.people import enrol, hire, school
hire("karin", "eva")
enrol("amina")
school()
"""
RACE = """
from byggsten.domain.planning import OverlappingPlans
from tests.actions.test_planning import save
print("ready", flush=True)
input()
try:
    print(save())
except OverlappingPlans:
    print("refused")
"""


def _start(script, folder, **pipes):
    environment = os.environ | {"BYGGSTEN_DATA": str(folder), "DATABASE_URL": ""}
    code = f"import django; django.setup()\n{script}"
    return subprocess.Popen([sys.executable, "-c", code], env=environment, text=True, **pipes)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="processes on a file are SQLite's way")
def test_processes_on_one_file(tmp_path):
    assert _start(PREPARE, tmp_path).wait() == 0
    racers = [_start(RACE, tmp_path, stdin=-1, stdout=-1) for _ in range(AT_ONCE)]
    for racer in racers:
        assert racer.stdout.readline() == "ready\n"
    for racer in racers:
        racer.stdin.write("\n")
        racer.stdin.flush()
    outcomes = sorted(racer.communicate()[0].strip() for racer in racers)
    assert outcomes == ["amina/1", *["refused"] * (AT_ONCE - 1)]


@pytest.mark.django_db(transaction=True)
def test_connections_to_one_server():
    hire("karin", "eva")
    enrol("amina")
    school()
    outcomes, ready = [], threading.Barrier(AT_ONCE)

    def plan():
        ready.wait()
        try:
            outcomes.append(save())
        except OverlappingPlans:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=plan) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["amina/1", *["refused"] * (AT_ONCE - 1)]
