"""Keep the taxonomy's concepts; one that has gone from its source is kept, marked as no longer current."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.actions import diary
from byggsten.actions.counts import Counts
from byggsten.actions.known import chunks
from byggsten.actions.lengths import refuse_too_long
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.queries.plain_words import searchable
from byggsten.records.models import Concept

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from datetime import datetime

# So many may go from a kind, as a share and at least in number, before somebody has to say that it is meant.
SHARE, FEW = 10, 20
COLUMNS = ("kind", "code", "label_sv", "label_en", "search", "broader", "deprecated")


class TooManyGone(Refusal):
    """A source lacks so many known concepts that it is more likely to be broken than right."""


@dataclass(frozen=True, slots=True)
class ConceptToKeep:
    """A concept as a source tells it; what is empty is not told, and what was known of it stays."""

    concept_id: str
    kind: str
    label_sv: str
    label_en: str = ""
    code: str = ""
    broader: str = ""
    words: tuple[str, ...] = ()


@transaction.atomic
def keep_concepts(
    told: Collection[ConceptToKeep],
    *,
    whole: Collection[str],
    by: str,
    at: datetime,
    allow_fewer: bool = False,
    watch: Callable[[int], None] = lambda _done: None,
) -> tuple[Counts, int]:
    """Write what is new or different; ``whole`` are the kinds of which the source has them all.

    Returns the counts, and how many concepts were marked as gone.  Raises TooManyGone.
    """
    gone = _gone({one.concept_id for one in told}, whole, allow_fewer=allow_fewer)
    counts, done = Counts(), 0
    by_id = {one.concept_id: one for one in told}
    for chunk in chunks(list(by_id), 2000):
        counts += _write({concept: by_id[concept] for concept in chunk})
        done += len(chunk)
        watch(done)
    for chunk in chunks(gone, 2000):
        Concept.objects.filter(concept_id__in=chunk).update(deprecated=True)
    if counts.written or gone:
        diary.write(
            "taxonomy.imported", by=by, at=at, created=counts.created, changed=counts.changed, gone=len(gone)
        )
    return counts, len(gone)


def _write(told: Mapping[str, ConceptToKeep]) -> Counts:
    known = {row.concept_id: row for row in Concept.objects.filter(concept_id__in=told)}
    new, changed = [], []
    for concept_id, one in told.items():
        row = known.get(concept_id)
        values = _columns(one, row)
        refuse_too_long(Concept, values)
        if row is None:
            new.append(Concept(concept_id=concept_id, **values))
        elif any(getattr(row, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(row, name, value)
            changed.append(row)
    Concept.objects.bulk_create(new, batch_size=500)
    if changed:
        Concept.objects.bulk_update(changed, COLUMNS, batch_size=200)
    return Counts(len(new), len(changed), len(told) - len(new) - len(changed))


def _columns(one: ConceptToKeep, row: Concept | None) -> dict[str, object]:
    english = one.label_en or (row.label_en if row else "")
    search = searchable(one.label_sv, english, *one.words)
    if row is not None and row.label_sv == one.label_sv and set(search.split()) <= set(row.search.split()):
        # A file that says less about the concept takes no search words away.
        search = row.search
    return {
        "kind": one.kind,
        "code": one.code or (row.code if row else ""),
        "label_sv": one.label_sv,
        "label_en": english,
        "search": search,
        "broader": one.broader or (row.broader if row else ""),
        "deprecated": False,
    }


def _gone(told: set[str], whole: Collection[str], *, allow_fewer: bool) -> list[str]:
    known = list(Concept.objects.filter(kind__in=whole, deprecated=False).values_list("concept_id", "kind"))
    gone = [(concept, kind) for concept, kind in known if concept not in told]
    before, left = Counter(kind for _, kind in known), Counter(kind for _, kind in gone)
    for kind, count in left.items():
        if not allow_fewer and count > FEW and count * SHARE > before[kind]:
            text = N_("Källan saknar %(gone)s av %(known)s kända begrepp av slaget «%(kind)s». Hämta den på "
                      "nytt, eller säg med --allow-fewer att det är meningen.")  # fmt: skip
            raise TooManyGone(Text(text, {"gone": count, "known": before[kind], "kind": kind}))
    return [concept for concept, _ in gone]
