"""Payloads drawn from a JSON schema: only the words that the schema beside this file uses."""

import json
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import strategies as st

HERE = Path(__file__).parent
SCHEMA = json.loads((HERE / "attendances.schema.json").read_text())


QUICK = {
    "uuid": st.uuids().map(str),
    "moment": st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 28), timezones=st.just(UTC))
    .filter(lambda moment: moment.day < 29)
    .map(lambda moment: moment.replace(microsecond=0).isoformat().replace("+00:00", "Z")),
}


def drawn_from(schema, root=SCHEMA):
    """A strategy for values that the schema allows."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        # Drawing these by their pattern takes a hundred times as long; a test checks that they follow it.
        return QUICK[name] if name in QUICK else drawn_from(root["$defs"][name], root)
    if "anyOf" in schema:
        return st.one_of([drawn_from(one, root) for one in schema["anyOf"]])
    kind = schema["type"]
    if isinstance(kind, list):
        return st.one_of([drawn_from({**schema, "type": one}, root) for one in kind])
    if kind == "object":
        return _object(schema, root)
    simple = {
        "array": lambda: st.lists(drawn_from(schema["items"], root), max_size=5),
        "string": lambda: (
            st.from_regex(schema["pattern"], fullmatch=True)
            if "pattern" in schema
            else st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=20)
        ),
        "integer": lambda: st.integers(schema["minimum"], schema["maximum"]),
        "boolean": st.booleans,
        "null": st.none,
    }
    return simple[kind]()


def _object(schema, root):
    parts = {name: drawn_from(one, root) for name, one in schema["properties"].items()}
    needed = {name: parts[name] for name in schema["required"]}
    return st.fixed_dictionaries(needed, optional={n: p for n, p in parts.items() if n not in needed})


payloads = drawn_from(SCHEMA)
