"""Record what people, sessions and activities are called in other systems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from byggsten.actions.counts import Counts
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.queries.merged import family
from byggsten.records.models import Activity, ExternalId, Person, Session
from byggsten.records.models.identities import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.models import Model

__all__ = ["IdIsTaken", "Kind", "record_external_ids"]

MODELS: dict[Kind, type[Model]] = {Kind.PERSON: Person, Kind.SESSION: Session, Kind.ACTIVITY: Activity}


class IdIsTaken(Refusal):
    """Another system's id already means something else."""


@transaction.atomic
def record_external_ids(ids: Mapping[str, str], *, system: str, kind: Kind) -> Counts:
    """Record ids of a system: its id to our reference.  Those whose reference is unknown are left out.

    Raises IdIsTaken.
    """
    model = MODELS[kind]
    ours: dict[str, int] = {}
    references = sorted(set(ids.values()))
    for start in range(0, len(references), 5000):
        chunk = references[start : start + 5000]
        ours |= dict(model._default_manager.filter(reference__in=chunk).values_list("reference", "pk"))  # noqa: SLF001
    known = dict(
        ExternalId.objects.filter(system=system, kind=kind.value).values_list("value", f"{kind.value}_id")
    )
    new, unchanged = [], 0
    for value, reference in ids.items():
        target = ours.get(reference)
        if target is None:
            continue
        if value not in known:
            new.append(
                ExternalId(system=system, kind=kind.value, value=value, **{f"{kind.value}_id": target})
            )
        elif known[value] != target and not (kind is Kind.PERSON and known[value] in family(target)):
            raise IdIsTaken(
                Text(
                    N_("Beteckningen «%(value)s» i %(system)s hör redan till någon annan än %(reference)s."),
                    {"value": value, "system": system, "reference": reference},
                )
            )
        else:
            unchanged += 1
    ExternalId.objects.bulk_create(new, batch_size=1000)
    return Counts(len(new), 0, unchanged)
