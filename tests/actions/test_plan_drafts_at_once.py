"""Of many who save or adopt one draft at the same moment one succeeds, and the others are told."""

import threading

import pytest
from django.db import connection

from byggsten.actions.plan_drafts import StaleDraft
from byggsten.domain.plan_draft import Draft
from byggsten.records.models import PlanDraft
from tests.actions.test_plan_drafts import save
from tests.actions.test_planning_at_once import AT_ONCE, _start
from tests.people import enrol, hire, school

PREPARE = """
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.people import enrol, hire, school
hire("karin", "eva")
enrol("amina")
school()
from tests.actions.test_plan_drafts import save
save()
"""
RACE = """
from byggsten.actions.plan_drafts import StaleDraft
from byggsten.domain.plan_draft import Draft
from tests.actions.test_plan_drafts import save
print("ready", flush=True)
words = input()
try:
    print(save(Draft(evidence=words), stamp=1))
except StaleDraft as stale:
    print("stale", stale.stamp)
"""
ONE_WROTE = ["2", *["stale 2"] * (AT_ONCE - 1)]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="processes on a file are SQLite's way")
def test_processes_on_one_file(tmp_path):
    assert _start(PREPARE, tmp_path).wait() == 0
    racers = [_start(RACE, tmp_path, stdin=-1, stdout=-1) for _ in range(AT_ONCE)]
    for racer in racers:
        assert racer.stdout.readline() == "ready\n"
    for number, racer in enumerate(racers):
        racer.stdin.write(f"text {number}\n")
        racer.stdin.flush()
    assert sorted(racer.communicate()[0].strip() for racer in racers) == ONE_WROTE


@pytest.mark.django_db(transaction=True)
def test_connections_to_one_server():
    hire("karin", "eva")
    enrol("amina")
    school()
    save()
    outcomes, ready = [], threading.Barrier(AT_ONCE)

    def write(number):
        ready.wait()
        try:
            outcomes.append(str(save(Draft(evidence=f"text {number}"), stamp=1)))
        except StaleDraft as stale:
            outcomes.append(f"stale {stale.stamp}")
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=(number,)) for number in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ONE_WROTE
    assert PlanDraft.objects.get().stamp == 2
