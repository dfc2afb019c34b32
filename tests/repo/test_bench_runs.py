"""The measurements run at a small size, and every engine that is installed gives the same outcomes."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from bench import nation
from bench.engines import ALL, OURS, PLAIN, Disagreement, Team
from bench.report import Need
from bench.slice_data import AS_OF
from bench.slice_people import even
from tests.repo.tree import ROOT


@pytest.fixture(scope="module")
def quick() -> str:
    """The report of a small run."""
    command = [sys.executable, "-m", "bench", "--quick", "--only", "person", "--only", "nation"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.mark.slow
def test_every_engine_is_measured_or_named_as_left_out(quick):
    _, left_out = nation.available()
    for engine in (*ALL, PLAIN):
        measured = re.search(rf"^\| {re.escape(engine.name)} \| [\d.]+", quick, re.MULTILINE)
        assert bool(measured) != (engine.name in left_out), engine.name
    assert OURS.name not in left_out
    assert PLAIN.name not in left_out


@pytest.mark.slow
def test_a_small_run_measures_the_slice_and_the_real_book(quick):
    assert re.search(r"^\| the slice \| 6 / 31 \| [\d.]+", quick, re.MULTILINE)
    assert len(re.findall(r"^\| plikt, [^|]+ \| \d+ / \d+ \|", quick, re.MULTILINE)) == 3


@pytest.mark.slow
def test_engines_that_differ_are_not_timed(tmp_path):
    with Team([OURS, PLAIN]) as team:
        team.load(even(200))
        assert team.agree(AS_OF)
        even(200, seed=2).save(tmp_path)
        team._workers[0].ask(load=str(tmp_path))
        with pytest.raises(Disagreement, match="disagree"):
            team.time(AS_OF, 1)


@pytest.mark.parametrize(
    ("figure", "most", "reached"),
    [(19, True, True), (21, True, False), (21, False, True), (19, False, False)],
)
def test_a_missed_need_is_told(figure, most, reached):
    assert Need("a page", 20, figure, "ms", most).reached is reached
