"""Activities with the building blocks that they strengthen."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING

from byggsten.domain.planning import Activity as ActivityValue
from byggsten.domain.planning import ActivityKind, BuildingBlock
from byggsten.domain.planning import Effect as EffectValue
from byggsten.records.models import Activity, Effect

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def activities_of(references: Iterable[str]) -> Mapping[str, ActivityValue]:
    """The activities by reference, in two questions; one that is not recorded is left out."""
    wanted = list(references)
    effects: dict[str, list[EffectValue]] = defaultdict(list)
    told = Effect.objects.filter(activity__reference__in=wanted).order_by("pk")
    for activity, block, strengthens, mechanism in told.values_list(
        "activity__reference", "block", "strengthens", "mechanism"
    ):
        effects[activity].append(EffectValue(BuildingBlock(block), strengthens, mechanism))
    rows = Activity.objects.filter(reference__in=wanted).values_list(
        "reference", "name", "kind", "provider__name", "forgone_benefit", "self_reported"
    )
    return MappingProxyType(
        {
            reference: ActivityValue(
                reference, name, ActivityKind(kind), provider, tuple(effects[reference]), forgone, own
            )
            for reference, name, kind, provider, forgone, own in rows
        }
    )
