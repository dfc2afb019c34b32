"""Words of a draft that cannot be kept are refused with a sentence, before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.actions.lengths import TooLong, UnreadableText
from byggsten.domain.texts import N_, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from byggsten.domain.plan_draft import Draft

LONGEST = 2000
MOST = 60


def refuse_unkeepable(draft: Draft) -> None:
    """Raise TooLong or UnreadableText for the first words that no row can keep."""
    for words in _texts(draft):
        if len(words) > LONGEST:
            raise TooLong(
                Text(
                    N_("«%(start)s…» har %(length)s tecken. Skriv högst %(limit)s."),
                    {"start": words[:20], "length": len(words), "limit": LONGEST},
                )
            )
        if "\0" in words or any("\ud800" <= sign <= "\udfff" for sign in words):
            raise UnreadableText(N_("En text innehåller ett tecken som inte går att spara. Skriv om texten."))
    if max(len(draft.goals), len(draft.promises), len(draft.choices)) > MOST:
        raise TooLong(
            Text(N_("Planen har för många rader. Högst %(most)s av varje slag sparas."), {"most": MOST})
        )


def _texts(draft: Draft) -> Iterator[str]:
    yield draft.evidence
    yield from (goal.words for goal in draft.goals)
    yield from (promise.words for promise in draft.promises)
    for choice in draft.choices:
        yield choice.group
        yield choice.why
