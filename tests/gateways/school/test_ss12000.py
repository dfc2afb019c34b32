"""SS 12000: recorded messages give accounts, generated ones are read, broken ones are refused."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byggsten.domain.attendance import Witness
from byggsten.gateways.refusals import FileRefused, RefusedRow
from byggsten.gateways.school.parse_ss12000 import parse
from tests.gateways.school.payload_strategies import SCHEMA, payloads

PAYLOADS = Path(__file__).parent / "payloads"
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
REASONS = {"sjukdom": "illness", "illness": "illness"}


def read(name_or_data):
    data = (PAYLOADS / name_or_data).read_bytes() if isinstance(name_or_data, str) else name_or_data
    return parse(data, source="skola", reasons=REASONS)


def accounts(message):
    return [row[1] for row in message.accounts if not isinstance(row, RefusedRow)]


def test_a_recorded_message_gives_an_account_for_each_reported_attendance():
    message = read("attendances.json")
    amina, yusuf, late, elsewhere, corrected = accounts(message)
    assert message.unreported == 1
    assert message.unknown_reasons == {"Sen ankomst"}
    assert (amina.attended, amina.absent, amina.told_valid, amina.reason) == (240, 0, None, "")
    assert (yusuf.attended, yusuf.absent, yusuf.told_valid, yusuf.reason) == (0, 240, 240, "illness")
    assert (late.attended, late.absent, late.told_valid) == (180, 60, 0)
    assert (elsewhere.attended, elsewhere.absent) == (240, 0)
    assert corrected.told_valid == 0
    assert {account.witness for account in accounts(message)} == {Witness.SCHOOL_SYSTEM}


def test_a_later_modification_is_a_new_link_in_the_chain():
    _, first, _, _, corrected = accounts(read("attendances.json"))
    assert first.message != corrected.message
    assert first.message.split("@")[0] == corrected.message.split("@")[0]
    assert first.recorded_at < corrected.recorded_at


def test_the_draft_with_bare_arrays_and_ids_says_the_same():
    draft, standard = accounts(read("attendances-tk450-draft.json")), accounts(read("attendances.json"))
    assert [(a.person, a.session, a.attended) for a in draft] == [
        (a.person, a.session, a.attended) for a in standard[:2]
    ]


def test_embedded_events_and_further_pages_are_understood():
    message = read("attendances-with-embedded-events.json")
    assert len(accounts(message)) == 1
    assert message.more_pages


BROKEN = {
    "broken-bad-uuid.json": ("$.data[1].student.id", "UUID"),
    "broken-data-is-no-list.json": ("$.data", "en lista"),
    "broken-longer-than-the-event.json": ("$.data[0]", "300 minuter, men lektionen är 240"),
    "broken-missing-student.json": ("$.data[1]", "«student» saknas"),
    "broken-moment-without-zone.json": ("$.data[1].meta.modified", "tidszon"),
    "broken-negative-minutes.json": ("$.data[1].validAbsenceMinutes", "minst 0"),
    "broken-no-such-day.json": ("$.data[1].meta.modified", "ingen tidpunkt"),
    "broken-not-json.json": ("rad 1, tecken 1", "inte giltig JSON"),
    "broken-same-id-other-content.json": ("$.data[1]", "annat innehåll"),
    "broken-stray-comma.json": ("rad 142, tecken 1", "inte giltig JSON"),
    "broken-truncated.json": ("rad 50, tecken 31", "tar slut mitt i"),
    "broken-unknown-top-level.json": ("$", "«data» saknas"),
    "broken-wrong-type.json": ("$.data[1].attendanceMinutes", "heltal"),
}


def test_every_broken_payload_is_listed():
    assert sorted(BROKEN) == sorted(path.name for path in PAYLOADS.glob("broken-*"))


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_message_is_refused_whole_and_says_where(name):
    place, sentence = BROKEN[name]
    with pytest.raises(FileRefused) as refused:
        read(name)
    assert refused.value.place == place
    assert sentence in str(refused.value)


@pytest.mark.parametrize("name", ["attendances.json", "attendances-with-embedded-events.json"])
def test_recorded_messages_follow_the_schema(name):
    VALIDATOR.validate(json.loads((PAYLOADS / name).read_text()))


@given(payloads)
@settings(max_examples=50)
def test_what_is_drawn_follows_the_schema_and_is_read(payload):
    VALIDATOR.validate(payload)
    message = read(json.dumps(payload).encode())
    rows = [row for row in payload["data"] if row["isReported"]]
    told = len(message.accounts) + message.repeated
    assert told == len(rows)
    for account in accounts(message):
        assert account.told_valid is None or account.told_valid <= account.absent


@given(payloads, st.data())
@settings(max_examples=50)
def test_one_missing_field_refuses_the_message(payload, data):
    if not payload["data"]:
        return
    row = data.draw(st.sampled_from(payload["data"]))
    field = data.draw(st.sampled_from(SCHEMA["$defs"]["attendance"]["required"]))
    del row[field]
    with pytest.raises(FileRefused, match=f"«{field}» saknas"):
        read(json.dumps(payload).encode())


values = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
anything = st.recursive(values, lambda some: st.lists(some) | st.dictionaries(st.text(max_size=8), some))


@given(payloads, st.sampled_from(sorted(SCHEMA["$defs"]["attendance"]["properties"])), anything)
@settings(max_examples=50)
def test_any_value_in_any_field_is_read_or_refused(payload, field, value):
    for row in payload["data"]:
        row[field] = value
    if refusal(json.dumps(payload).encode()) is None:
        assert all("id" in row for row in payload["data"])


@given(st.binary() | anything.map(lambda value: json.dumps(value).encode()))
def test_anything_at_all_is_read_or_refused_with_a_sentence(data):
    refused = refusal(data)
    assert refused is None or str(refused).endswith((".", "?"))


def refusal(data):
    """Why the message is refused, or None; anything but a refusal is a crash."""
    try:
        read(data)
    except FileRefused as refused:
        return refused
    return None
