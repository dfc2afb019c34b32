"""Read the form of the plan as it was sent; nothing that was typed is lost, and each fault is told."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from byggsten.domain.dates import parse_day
from byggsten.domain.plan_draft import Draft
from byggsten.domain.planning import GoalKind, Party
from byggsten.domain.texts import Refusal
from byggsten.queries.draft_content import UnreadableDraft, as_content, from_content
from byggsten.web.caseworker.planner.form import Row, Typed
from byggsten.web.spoken import said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from byggsten.domain.plan_draft import Choice

LONGEST = 2000


def typed(sent: Mapping[str, str]) -> Typed:
    """The form as it was sent."""
    first, last = (sent.get(name, "").strip() for name in ("first_day", "last_day"))
    errors = {name: text for name in ("first_day", "last_day") if (text := _wrong_day(sent.get(name, "")))}
    if not errors and first and last and parse_day(last) < parse_day(first):
        errors["last_day"] = _("Sista dagen är före första dagen. Byt plats på dagarna.")
    if not first and last:
        errors["first_day"] = _("Skriv från och med vilken dag planen gäller.")
    evidence = _lines(sent.get("evidence", ""))
    if text := _wrong_words(evidence):
        errors["evidence"] = text
    return Typed(
        first,
        last,
        _rows(sent, "goal", GoalKind, "kind"),
        _rows(sent, "promise", Party, "party"),
        evidence,
        tuple(_with_why(one, sent) for one in read_choices(sent.get("choices", "[]"))),
        errors,
    )


def _with_why(choice: Choice, sent: Mapping[str, str]) -> Choice:
    """The choice with the reason that stands in its own field."""
    return replace(
        choice, why=_lines(sent.get(f"why-{choice.group}", choice.why))[:LONGEST].replace("\0", "")
    )


def read_choices(text: str) -> tuple[Choice, ...]:
    """The choices of a hidden field; one that has been tampered with has none."""
    try:
        content = as_content(Draft()) | {"choices": json.loads(text)}
        return from_content(content).choices
    except (ValueError, RecursionError, UnreadableDraft):
        return ()


def opened_of(sent: Mapping[str, str]) -> Draft:
    """The draft as the form was opened with it; where that cannot be read, as if nothing had been there."""
    try:
        return from_content(json.loads(sent.get("opened", ""))).tidy()
    except (Refusal, ValueError, RecursionError):
        return Draft()


def _rows(sent: Mapping[str, str], name: str, kinds: type[GoalKind | Party], part: str) -> tuple[Row, ...]:
    numbers = sorted(
        {int(hit[1]) for key in sent if (hit := re.fullmatch(rf"{name}-(\d{{1,3}})-words", key))}
    )
    return tuple(_row(sent, f"{name}-{number}", kinds, part) for number in numbers)


def _row(sent: Mapping[str, str], name: str, kinds: type[GoalKind | Party], part: str) -> Row:
    kind = sent.get(f"{name}-{part}", "")
    words, due = _lines(sent.get(f"{name}-words", "")), sent.get(f"{name}-due", "").strip()
    errors = {}
    if kind not in {known.value for known in kinds}:
        kind = ""
        if words.strip():
            errors[part] = _("Välj vad målet gäller.") if kinds is GoalKind else _("Välj vem som gör det.")
    if text := _wrong_words(words):
        errors["words"] = text
    if text := _wrong_day(due):
        errors["due"] = text
    if due and not words.strip() and kinds is Party:
        errors["words"] = _("Skriv vad som ska göras, eller ta bort dagen.")
    return Row(name, kind, words, due, errors)


def _lines(words: str) -> str:
    """The words with line breaks in one way: a browser changes them, which is no change of the text."""
    return words.replace("\r\n", "\n")


def _wrong_words(words: str) -> str:
    if len(words) > LONGEST:
        told = {"length": len(words), "most": LONGEST}
        return _("Texten har %(length)s tecken. Skriv högst %(most)s.") % told
    if "\0" in words or any("\ud800" <= sign <= "\udfff" for sign in words):
        return _("Texten innehåller ett tecken som inte går att spara. Skriv om den.")
    return ""


def _wrong_day(text: str) -> str:
    try:
        parse_day(text or "2026-01-01")
    except Refusal as refusal:
        return said(refusal)
    return ""
