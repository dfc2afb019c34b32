"""From rows to plans: whole or not at all, however the rows stand."""

import io

from hypothesis import given
from hypothesis import strategies as st

from byggsten.gateways.csv_rows import CsvRows
from byggsten.gateways.planning.parse import plans_of
from byggsten.gateways.planning.rows import PlanColumns
from byggsten.gateways.refusals import RefusedRow

HEAD = "person;reference;first_day;last_day;confirmed_on;group;offered_on\n"
AMINA = [
    "amina;p1;2026-08-17;;2026-08-17;sfi-c-1;2026-08-03",
    "amina;p1;2026-08-17;;2026-08-17;kok-1;2026-09-01",
]
YUSUF = "yusuf;p2;2026-08-17;2027-06-18;;sfi-c-1;"


def read(*lines):
    text = HEAD + "".join(f"{line}\n" for line in lines)
    found = list(plans_of(CsvRows(io.BytesIO(text.encode()), PlanColumns), "planering"))
    refused = [row for row in found if isinstance(row, RefusedRow)]
    return {row[1][1].reference: row[1][1] for row in found if not isinstance(row, RefusedRow)}, refused


@given(st.permutations([*AMINA, YUSUF]))
def test_the_rows_of_a_plan_need_not_stand_together(lines):
    plans, refused = read(*lines)
    assert refused == []
    assert {item.group for item in plans["p1"].items} == {"sfi-c-1", "kok-1"}
    assert plans["p2"].confirmed_on is None
    assert plans["p1"].origin == "planering"


@given(st.permutations([*AMINA, YUSUF, "amina;p1;2026-08-17;;2026-08-17;so-1;2026-99-99"]))
def test_a_plan_with_a_bad_row_is_left_out_whole(lines):
    plans, refused = read(*lines)
    assert set(plans) == {"p2"}
    assert len(refused) == 3
    assert {row.row for row in refused} == {n for n, line in enumerate(lines, 2) if ";p1;" in line}


def test_a_row_that_is_cut_takes_its_plan_with_it():
    plans, refused = read(*AMINA, YUSUF, "amina;p1;2026-08-17")
    assert set(plans) == {"p2"}
    assert "3 celler men ska ha 7" in str(refused[0])


def test_rows_that_say_different_things_of_one_plan_are_told():
    plans, refused = read(AMINA[0], AMINA[1].replace("2026-08-17;;", "2026-08-18;;", 1))
    assert plans == {}
    assert "har andra uppgifter på en tidigare rad" in str(refused[0])


def test_a_plan_that_ends_before_it_begins_is_told():
    plans, refused = read(YUSUF.replace("2027-06-18", "2026-01-01"))
    assert plans == {}
    assert "slutar 2026-01-01 men börjar 2026-08-17" in str(refused[0])
