"""From a draft of an activity to the columns of its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import F

from byggsten.actions.lengths import refuse_too_long
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.records.models import Activity, Effect

if TYPE_CHECKING:
    from collections.abc import Iterable

    from byggsten.domain.catalogue import ActivityDraft
    from byggsten.domain.planning import Effect as EffectValue

TEXTS = (
    "name", "description", "target_group", "weakens_nothing", "forgone_benefit", "cost_source", "evaluation",
)  # fmt: skip
AS_THEY_ARE = ("cost_per_place", "self_reported", "duty_marked", "project", "first_day", "last_day")
# More kronor a week than this is a slip of the finger; more than the column holds is an error everywhere.
MOST = 1_000_000


class Unkept(Refusal):
    """A draft that not even a draft may say; ``field`` is where."""

    def __init__(self, field: str, text: Text) -> None:
        self.field = field
        super().__init__(text)


def columns_of(draft: ActivityDraft, provider_id: int) -> dict[str, Any]:
    """The columns of the activity's own row.  Raises TooLong, UnreadableText, Unkept."""
    columns: dict[str, Any] = {name: getattr(draft, name).strip() for name in TEXTS}
    columns |= {name: getattr(draft, name) for name in AS_THEY_ARE}
    columns |= {
        "kind": draft.kind.value if draft.kind else "",
        "swedish_from": draft.swedish_from.value if draft.swedish_from else "",
        "swedish_to": draft.swedish_to.value if draft.swedish_to else "",
        "provider_id": provider_id,
    }
    refuse_too_long(Activity, columns | {"reference": draft.reference})
    if not columns["name"]:
        raise Unkept("name", Text(N_("Skriv vad aktiviteten heter.")))
    if draft.cost_per_place is not None and not 0 <= draft.cost_per_place <= MOST:
        told = {"most": MOST}
        raise Unkept("cost_per_place", Text(N_("En plats kostar 0 till %(most)s kronor i veckan."), told))
    if draft.first_day and draft.last_day and draft.last_day < draft.first_day:
        raise Unkept("last_day", Text(N_("Sista dagen är före den första. Byt plats på dagarna.")))
    return columns


def write_effects(activity: int, effects: Iterable[EffectValue]) -> bool:
    """Let the activity have exactly these effects, and say whether any of them changed.

    A block stands at most once up and once down; an effect that does not say how is left out.
    """
    wanted = {(e.block.value, e.strengthens): e.mechanism.strip() for e in effects if e.mechanism.strip()}
    known = {(row.block, row.strengthens): row for row in Effect.objects.filter(activity=activity)}
    gone = [row.pk for key, row in known.items() if key not in wanted]
    Effect.objects.filter(pk__in=gone).delete()
    changed = bool(gone)
    for (block, strengthens), mechanism in wanted.items():
        refuse_too_long(Effect, {"mechanism": mechanism})
        row = known.get((block, strengthens))
        if row is None:
            Effect.objects.create(
                activity_id=activity, block=block, strengthens=strengthens, mechanism=mechanism
            )
        elif row.mechanism != mechanism:
            Effect.objects.filter(pk=row.pk).update(mechanism=mechanism)
        else:
            continue
        changed = True
    return changed


def write_activity(row: Activity, columns: dict[str, Any], effects: Iterable[EffectValue]) -> bool:
    """Bring a known activity up to date, with a new stamp when anything changed."""
    different = any(getattr(row, name) != value for name, value in columns.items())
    if write_effects(row.pk, effects) or different:
        Activity.objects.filter(pk=row.pk).update(**columns, stamp=F("stamp") + 1)
        return True
    return False
