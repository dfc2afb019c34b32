"""Between the form of an activity and its draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from byggsten.domain.catalogue import ActivityDraft
from byggsten.domain.planning import ActivityKind, BuildingBlock, Effect, SwedishLevel
from byggsten.web.catalogue.forms import DOWN, UP

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from byggsten.web.catalogue.forms import ActivityForm

SAME = (
    "name", "description", "target_group", "weakens_nothing", "forgone_benefit", "cost_per_place",
    "cost_source", "self_reported", "duty_marked", "project", "evaluation", "first_day", "last_day",
)  # fmt: skip
FIRST_BLOCK = f"{UP}{next(iter(BuildingBlock)).value}"


def draft_of(form: ActivityForm, reference: str) -> ActivityDraft:
    """What a valid form says."""
    told = form.cleaned_data
    effects = [
        Effect(block, prefix == UP, told[f"{prefix}{block.value}"])
        for block in BuildingBlock
        for prefix in (UP, DOWN)
        if told[f"{prefix}{block.value}"]
    ]
    return ActivityDraft(
        reference=reference,
        kind=ActivityKind(told["kind"]) if told["kind"] else None,
        provider=told["new_provider"] or told["provider"],
        swedish_from=SwedishLevel(told["swedish_from"]) if told["swedish_from"] else None,
        swedish_to=SwedishLevel(told["swedish_to"]) if told["swedish_to"] else None,
        effects=tuple(effects),
        **{name: told[name] for name in SAME},
    )


def values_of(draft: ActivityDraft) -> dict[str, Any]:
    """The draft as the form's values; plain enough to be kept in a session."""
    values = {name: getattr(draft, name) for name in SAME}
    values |= {name: _written(values[name]) for name in ("first_day", "last_day")}
    values |= {
        "kind": draft.kind.value if draft.kind else "",
        "provider": draft.provider,
        "swedish_from": draft.swedish_from.value if draft.swedish_from else "",
        "swedish_to": draft.swedish_to.value if draft.swedish_to else "",
    }
    for block in BuildingBlock:
        values |= {f"{UP}{block.value}": "", f"{DOWN}{block.value}": ""}
    for effect in draft.effects:
        values[f"{UP if effect.strengthens else DOWN}{effect.block.value}"] = effect.mechanism
    return values


def field_of(lacks: str) -> str:
    """The form's field where something that is missing is said; "" where another page says it."""
    return {"effects": FIRST_BLOCK, "groups": ""}.get(lacks, lacks)


def changed_by_others(form: ActivityForm, theirs: Mapping[str, Any]) -> dict[str, Any]:
    """What stands now, for each field where the form says something else."""
    return {
        name: value
        for name, value in theirs.items()
        if name in form.fields and _plain(form.data.get(name)) != _plain(value)
    }


def _plain(value: Any) -> str:
    """A value as the browser sends it, so that the two can be compared."""
    if value is None or value is False:
        return ""
    return "on" if value is True else str(value).strip().replace("\r\n", "\n")


def _written(day: date | None) -> str:
    return "" if day is None else day.isoformat()
