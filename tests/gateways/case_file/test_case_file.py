"""The case file: what is written is read back, what is broken is refused with its place."""

import copy
import json
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byggsten.gateways.case_file.read import read_case_file
from byggsten.gateways.case_file.wire import schema
from byggsten.gateways.case_file.write import in_order, write_case_file
from byggsten.gateways.refusals import FileRefused
from tests.gateways.case_file.cases import case_sets

SCHEMA = jsonschema.Draft202012Validator(schema())
WHOLE = {
    "format": "byggsten-case-1",
    "persons": [{"reference": "amina", "given_name": "Amina", "born": "1994-02-28"}],
    "permits": [{"person": "amina", "ground": "p5_1", "first_day": "2026-02-01"}],
    "households": [
        {
            "person": "amina",
            "members": [
                {"reference": "leo", "role": "child", "born": "2020-02-29", "first_day": "2026-02-01"}
            ],
        }
    ],
    "facts": [
        {
            "person": "amina",
            "code": "sfi_started",
            "value": "2026-03-02",
            "first_day": "2026-03-02",
            "origin": "Vuxenutbildningen",
        }
    ],
    "activities": [
        {
            "reference": "sfi-c",
            "name": "Sfi C",
            "kind": "sfi",
            "provider": "Vuxenutbildningen",
            "effects": [{"block": "language", "mechanism": "Undervisning"}],
        }
    ],
    "plans": [
        {
            "person": "amina",
            "reference": "plan-1",
            "first_day": "2026-03-02",
            "confirmed_on": None,
            "items": [
                {
                    "group": "sfi-c-1",
                    "activity": "sfi-c",
                    "first_day": "2026-03-02",
                    "offered_on": "2026-02-20",
                }
            ],
        }
    ],
    "sessions": [
        {
            "reference": "s1",
            "group": "sfi-c-1",
            "activity": "sfi-c",
            "day": "2026-11-16",
            "start": "09:00:00",
            "minutes": 180,
            "announced_on": "2026-11-02",
        }
    ],
    "accounts": [
        {
            "source": "skolan",
            "message": "1",
            "session": "s1",
            "person": "amina",
            "witness": "teacher",
            "attended": 180,
            "absent": 0,
        }
    ],
}


def changed(path, value):
    """The whole file with one value changed; a value of ... takes the field away."""
    file = copy.deepcopy(WHOLE)
    *above, last = path
    place = file
    for step in above:
        place = place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return json.dumps(file).encode()


@given(case_sets())
@settings(max_examples=40)
def test_what_is_written_is_read_back(cases):
    written = write_case_file(cases.values())
    # The sessions of a case have no order of their own; a file has them by day.
    ordered = {ref: replace(c, sessions=tuple(sorted(c.sessions, key=in_order))) for ref, c in cases.items()}
    assert read_case_file(written) == ordered
    assert write_case_file(read_case_file(written).values()) == written


@given(case_sets())
@settings(max_examples=40)
def test_what_is_written_follows_the_published_schema(cases):
    SCHEMA.validate(json.loads(write_case_file(cases.values())))


def test_the_whole_file_is_read():
    case = read_case_file(json.dumps(WHOLE).encode())["amina"]
    assert (len(case.permits), len(case.facts), len(case.sessions), len(case.accounts)) == (1, 1, 1, 1)
    assert [member.born.isoformat() for member in case.household] == ["2020-02-29"]
    SCHEMA.validate(WHOLE)


BROKEN = [
    (("persons", 0, "born"), "2023-02-29", "$.persons[0].born", "ingen dag i kalendern"),
    (("persons", 0, "born"), "0000-01-01", "$.persons[0].born", "ingen dag i kalendern"),
    (("persons", 0, "born"), "0001-01-01", "$.persons[0].born", "År 1 går inte"),
    (("persons", 0, "number"), "19900102-2390", "$.persons[0]", "kontrollsiffran"),
    (("persons", 0, "reference"), ..., "$.persons[0]", "«reference» saknas"),
    (("persons",), [], "$.persons", "Listan är tom"),
    (("permits", 0, "last_day"), "2025-01-01", "$.permits[0]", "slutar 2025-01-01"),
    (("permits", 0, "person"), "farah", "$.permits[0].person", "«farah» finns inte i filen"),
    (("facts", 0, "value"), "2026-02-30", "$.facts[0]", "ingen dag"),
    (("facts", 0, "value"), 1.5, "$.facts[0].value", "heltal"),
    (("activities", 0, "kind"), "sport", "$.activities[0].kind", "sfi, work, orientation"),
    (("activities", 0, "effects", 0, "strengthens"), False, "$.activities[0]", "vilken byggsten"),
    (("plans", 0, "item"), [], "$.plans[0]", "Menade du «items»"),
    (("plans", 0, "items", 0, "activity"), "x", "$.plans[0].items[0].activity", "Aktiviteten «x»"),
    (("plans",), [WHOLE["plans"][0] | {"reference": r} for r in "ab"], "$.persons[0]", "samma dag"),
    (("plans",), [WHOLE["plans"][0]] * 2, "$.plans[1].reference", "finns redan"),
    (("sessions", 0, "minutes"), 0, "$.sessions[0].minutes", "minst 1"),
    (("sessions", 0, "group"), "sfi-c-9", "$.sessions[0].group", "Gruppen «sfi-c-9»"),
    (("accounts", 0, "attended"), -1, "$.accounts[0].attended", "minst 0"),
    (("accounts", 0, "attended"), 0, "$.accounts[0]", "tillsammans minst en"),
    (("accounts", 0, "told_valid"), 10, "$.accounts[0]", "mer giltig frånvaro"),
    (("accounts", 0, "session"), "s9", "$.accounts[0].session", "Tillfället «s9»"),
    (("accounts", 0, "recorded_at"), "2026-11-16T10:00:00", "$.accounts[0].recorded_at", "tidszon"),
    (("format",), "byggsten-case-9", "$.format", "byggsten-case-1"),
]


@pytest.mark.parametrize(("path", "value", "place", "sentence"), BROKEN, ids=lambda v: str(v)[:40])
def test_what_is_broken_is_refused_with_its_place(path, value, place, sentence):
    with pytest.raises(FileRefused) as refused:
        read_case_file(changed(path, value))
    assert refused.value.place == place
    assert sentence in str(refused.value)


def test_a_field_given_twice_is_refused():
    twice = json.dumps(WHOLE).replace('"minutes": 180', '"minutes": 180, "minutes": 60').encode()
    with pytest.raises(FileRefused, match="«minutes» står två gånger"):
        read_case_file(twice)


@pytest.mark.parametrize(
    ("text", "place"), [(b'{"format":\n  "by', "rad 2, tecken 6"), (b'{"format":\n x}', "rad 2, tecken 2")]
)
def test_broken_json_is_refused_with_line_and_column(text, place):
    with pytest.raises(FileRefused) as refused:
        read_case_file(text)
    assert refused.value.place == place


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda some: st.lists(some, max_size=3) | st.dictionaries(st.sampled_from(list(WHOLE)), some, max_size=4),
    max_leaves=20,
)


def refusal_of(data):
    """Why the file is refused, or None; anything but a refusal is a crash."""
    try:
        read_case_file(data)
    except FileRefused as refused:
        return refused
    return None


@given(st.binary() | json_values.map(lambda value: json.dumps(value).encode()))
def test_anything_at_all_is_refused_with_a_sentence(data):
    assert str(refusal_of(data)).endswith((".", "?"))


@given(st.sampled_from([p for p, *_ in BROKEN]), json_values)
def test_any_value_in_any_place_is_read_or_refused_there(path, value):
    refused = refusal_of(changed(path, value))
    assert refused is None or refused.place.startswith("$")


@given(st.integers(0, len(json.dumps(WHOLE)) - 1))
def test_a_cut_file_is_always_refused(length):
    with pytest.raises(FileRefused):
        read_case_file(json.dumps(WHOLE)[:length].encode())
