"""The JSON form of a plan draft, strict both ways: what does not belong there is refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from byggsten.domain.dates import Period
from byggsten.domain.plan_draft import Choice, Draft, Goal, Promise
from byggsten.domain.planning import GoalKind, Party
from byggsten.domain.texts import N_, Refusal, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import StrEnum

Made = TypeVar("Made")
Word = TypeVar("Word", bound="StrEnum")
DRAFT, BEFORE = "draft", "before"


class UnreadableDraft(Refusal):
    """The kept text of a draft is not in its form."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a row holds: the draft, and the one before the last change; both None when it has ended."""

    draft: Draft | None = None
    before: Draft | None = None


def as_content(draft: Draft) -> dict[str, object]:
    """The draft as JSON."""
    return {
        "period": None if draft.period is None else _days(draft.period.first_day, draft.period.last_day),
        "goals": [
            {"kind": goal.kind.value, "words": goal.words, "due": _day(goal.due)} for goal in draft.goals
        ],
        "choices": [
            {"group": one.group, "why": one.why, **_days(one.first_day, one.last_day)}
            for one in draft.choices
        ],
        "promises": [
            {"party": one.party.value, "words": one.words, "due": _day(one.due)} for one in draft.promises
        ],
        "evidence": draft.evidence,
    }


def from_content(content: object) -> Draft:
    """The draft that the JSON says.  Raises UnreadableDraft."""
    told = _object(content, {"period", "goals", "choices", "promises", "evidence"}, "utkastet")
    period = told["period"]
    return Draft(
        None if period is None else _period(period),
        _each(told["goals"], _goal, "goals"),
        _each(told["choices"], _choice, "choices"),
        _each(told["promises"], _promise, "promises"),
        _words(told["evidence"], "evidence"),
    )


def as_kept(kept: Kept) -> dict[str, object]:
    """What a row is to hold."""
    drafts = {DRAFT: kept.draft, BEFORE: kept.before}
    return {name: None if draft is None else as_content(draft) for name, draft in drafts.items()}


def from_kept(content: object) -> Kept:
    """What a row holds.  Raises UnreadableDraft."""
    told = _object(content, {DRAFT, BEFORE}, "raden")
    draft, before = (None if told[name] is None else from_content(told[name]) for name in (DRAFT, BEFORE))
    return Kept(draft, before)


def _goal(content: object) -> Goal:
    told = _object(content, {"kind", "words", "due"}, "goals")
    return Goal(_word(told["kind"], GoalKind), _words(told["words"], "words"), _read_day(told["due"]))


def _promise(content: object) -> Promise:
    told = _object(content, {"party", "words", "due"}, "promises")
    return Promise(_word(told["party"], Party), _words(told["words"], "words"), _read_day(told["due"]))


def _choice(content: object) -> Choice:
    told = _object(content, {"group", "first_day", "last_day", "why"}, "choices")
    return Choice(
        _words(told["group"], "group"),
        _read_day(told["first_day"]),
        _read_day(told["last_day"]),
        _words(told["why"], "why"),
    )


def _period(content: object) -> Period:
    told = _object(content, {"first_day", "last_day"}, "period")
    first = _read_day(told["first_day"])
    if first is None:
        raise _unreadable("first_day")
    return Period(first, _read_day(told["last_day"]))


def _object(content: object, names: set[str], where: str) -> Mapping[str, object]:
    if not isinstance(content, dict) or content.keys() != names:
        raise _unreadable(where)
    return content


def _each(content: object, make: Callable[[object], Made], where: str) -> tuple[Made, ...]:
    if not isinstance(content, list):
        raise _unreadable(where)
    return tuple(make(one) for one in content)


def _words(content: object, where: str) -> str:
    if not isinstance(content, str):
        raise _unreadable(where)
    return content


def _word(content: object, words: type[Word]) -> Word:
    try:
        return words(_words(content, words.__name__))
    except ValueError:
        raise _unreadable(words.__name__) from None


def _read_day(content: object) -> date | None:
    try:
        return None if content is None else date.fromisoformat(_words(content, "dag"))
    except ValueError:
        raise _unreadable("dag") from None


def _days(first: date | None, last: date | None) -> dict[str, str | None]:
    return {"first_day": _day(first), "last_day": _day(last)}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _unreadable(where: str) -> UnreadableDraft:
    sentence = N_("Utkastet går inte att läsa (%(where)s). Börja om från den gällande planen.")
    return UnreadableDraft(Text(sentence, {"where": where}))
