"""The JSON form of a draft: there and back is the same, and nothing else is let in."""

import json
from copy import deepcopy

import pytest
from hypothesis import given

from byggsten.domain.plan_draft import Draft
from byggsten.queries.draft_content import (
    Kept,
    UnreadableDraft,
    as_content,
    as_kept,
    from_content,
    from_kept,
)
from tests.domain.drafts import DRAFT, drafts


@given(drafts())
def test_there_and_back_is_the_same(draft):
    assert from_content(json.loads(json.dumps(as_content(draft)))) == draft
    kept = Kept(draft, Draft())
    assert from_kept(json.loads(json.dumps(as_kept(kept)))) == kept


def _broken():
    whole = as_content(DRAFT)
    for change in (
        {"extra": 1},
        {"period": "2026-11-30"},
        {"period": {"first_day": None, "last_day": None}},
        {"period": {"first_day": "2026-02-30", "last_day": None}},
        {"goals": {}},
        {"evidence": None},
    ):
        yield {**deepcopy(whole), **change}
    for part, change in (
        ("goals", {"kind": "guld"}),
        ("goals", {"due": 7}),
        ("promises", {"party": "kungen"}),
        ("choices", {"group": 1}),
        ("choices", {"teacher": "eva"}),
    ):
        made = deepcopy(whole)
        made[part][0] |= change
        yield made
    short = deepcopy(whole)
    del short["evidence"]
    yield short
    yield []
    yield None


@pytest.mark.parametrize("content", list(_broken()))
def test_what_is_not_in_the_form_is_refused(content):
    with pytest.raises(UnreadableDraft):
        from_content(content)
