"""Lists in JSON: a bad row is left out by itself, a broken file whole, and nothing else ever happens."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byggsten.gateways.json_rows import rows_of, sections_of
from byggsten.gateways.people_rows import FactRow, PermitRow, to_fact
from byggsten.gateways.refusals import FileRefused, RefusedRow
from byggsten.gateways.school.rows import AttendanceColumns, account_of

GOOD = {"session": "s1", "person": "amina", "witness": "teacher", "attended": 240, "absent": 0}


def read(data):
    found = sections_of(data, ("accounts", "facts"), ("persons",))
    return list(rows_of("accounts", found.get("accounts", []), AttendanceColumns))


def test_a_bad_row_is_left_out_with_its_path():
    (_, good), bad, (_, after) = read(json.dumps([GOOD, GOOD | {"attended": -1}, GOOD]).encode())
    assert (bad.row, bad.column, "minst 0" in str(bad.text)) == (2, "accounts[1].attended", True)
    assert good == after


def test_an_object_with_sections_and_a_bare_list_are_the_same():
    assert read(json.dumps({"accounts": [GOOD], "persons": []}).encode()) == read(json.dumps([GOOD]).encode())


@pytest.mark.parametrize(
    ("data", "place", "sentence"),
    [
        (b"", "rad 1, tecken 1", "tar slut mitt i"),
        (b"<nej>", "rad 1, tecken 1", "inte giltig JSON"),
        (b'{"accounts": [{"session": "s1"', "rad 1, tecken 31", "tar slut mitt i"),
        (b'{"acounts": []}', "$", "Menade du «accounts»"),
        (b'{"persons": []}', "$", "inget att ta in"),
        (b'{"accounts": {}}', "$.accounts", "en lista"),
        (b"17", "$", "ett objekt"),
        (b'{"accounts": ["\xff"]}', "rad 1, tecken 16", "UTF-8"),
    ],
)
def test_a_broken_file_is_refused_whole_and_says_where(data, place, sentence):
    with pytest.raises(FileRefused) as refused:
        read(data)
    assert sentence in str(refused.value)
    assert refused.value.place == place


def test_the_same_row_has_the_same_name_whatever_its_order():
    turned = dict(reversed(GOOD.items()))
    names = {account_of(row, "skolan").message for _, row in read(json.dumps([GOOD, turned]).encode())}
    assert len(names) == 1
    other = read(json.dumps([GOOD | {"attended": 239}]).encode())[0][1]
    assert account_of(other, "skolan").message not in names


@pytest.mark.parametrize(
    ("value", "made"),
    [("2026-03-30", "2026-03-30"), ("nio", "nio"), (9, "9"), (True, "True"), (None, "None")],
)
def test_a_text_that_looks_like_a_day_is_one(value, made):
    row = {"person": "a", "code": "c", "value": value, "first_day": "2026-01-01", "origin": "x"}
    ((_, fact),) = rows_of("facts", sections_of(json.dumps([row]).encode(), ("facts",))["facts"], FactRow)
    assert str(to_fact(fact).value) == made


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda some: st.lists(some, max_size=4) | st.dictionaries(st.text(max_size=8), some, max_size=4),
)


@given(st.lists(st.dictionaries(st.sampled_from([*GOOD, "proof", "reason", "x"]), anything)))
def test_any_rows_are_read_or_refused(rows):
    told = read(json.dumps(rows).encode())
    assert len(told) == len(rows)
    assert all(isinstance(row, RefusedRow | tuple) for row in told)


@given(st.binary() | anything.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_read_or_refused(data):
    try:
        found = sections_of(data, ("permits",))
        told = list(rows_of("permits", found["permits"], PermitRow))
    except FileRefused as refused:
        told = [refused]
    assert all(isinstance(row, RefusedRow | tuple | FileRefused) for row in told)
