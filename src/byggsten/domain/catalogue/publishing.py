"""What an activity must say before anybody can be given a place in it.

The strategy («Integrationens byggstenar»): each activity has a clear link to the building blocks, its side
effects are always weighed, and time without effect is a harm through what it could have given instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.planning import Activity, SwedishLevel
from byggsten.domain.texts import N_, Refusal, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from byggsten.domain.catalogue.draft import ActivityDraft

LEVELS = tuple(SwedishLevel)


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that is not said yet: the field where it is said, and a sentence that says what to do."""

    field: str
    text: Text


class NotReady(Refusal):
    """An activity that does not say enough to be published; ``lacks`` has all that is missing."""

    def __init__(self, name: str, lacks: tuple[Missing, ...]) -> None:
        self.lacks = lacks
        sentence = N_("%(name)s kan inte publiceras. Det saknas: %(lacks)s")
        told = {"name": name, "lacks": " ".join(str(one.text) for one in lacks)}
        super().__init__(Text(sentence, told))


def publish(draft: ActivityDraft) -> Activity:
    """The activity as plans know it.  Raises NotReady with everything that is missing, at once."""
    lacks = missing(draft)
    if lacks or draft.kind is None:
        raise NotReady(draft.name or draft.reference, lacks)
    return Activity(
        reference=draft.reference,
        name=draft.name,
        kind=draft.kind,
        provider=draft.provider,
        effects=draft.effects,
        forgone_benefit=draft.forgone_benefit,
        self_reported=draft.self_reported,
    )


def missing(draft: ActivityDraft) -> tuple[Missing, ...]:
    """Everything that the draft does not say yet, in the order of the form."""
    found = [Missing(field, Text(sentence)) for field, sentence, said in DEMANDS if not said(draft)]
    return (*found, *_contradictions(draft), *_groups(draft))


def _told(text: str) -> bool:
    return bool(text.strip())


DEMANDS: tuple[tuple[str, str, Callable[[ActivityDraft], bool]], ...] = (
    ("name", N_("Skriv vad aktiviteten heter."), lambda d: _told(d.name)),
    ("kind", N_("Välj vilket slags tid det är."), lambda d: d.kind is not None),
    ("provider", N_("Välj vem som anordnar."), lambda d: _told(d.provider)),
    ("target_group", N_("Skriv vem aktiviteten är till för."), lambda d: _told(d.target_group)),
    (
        "swedish_from",
        N_("Välj hur mycket svenska som krävs. Krävs ingen svenska, välj det."),
        lambda d: d.swedish_from is not None,
    ),
    (
        "effects",
        N_("Skriv minst en byggsten som stärks, och hur det går till."),
        lambda d: any(_told(effect.mechanism) for effect in d.strengthens),
    ),
    (
        "weakens_nothing",
        N_("Skriv vilken byggsten som kan försvagas och hur, eller varför ingen försvagas."),
        lambda d: any(_told(effect.mechanism) for effect in d.weakens) or _told(d.weakens_nothing),
    ),
    (
        "forgone_benefit",
        N_("Skriv vad samma tid kunde ha gett i stället."),
        lambda d: _told(d.forgone_benefit),
    ),
    (
        "cost_per_place",
        N_("Skriv vad en plats kostar i veckan. Är den gratis, skriv 0."),
        lambda d: d.cost_per_place is not None,
    ),
    ("cost_source", N_("Skriv varifrån kostnaden kommer."), lambda d: _told(d.cost_source)),
    (
        "evaluation",
        N_("Ett projekt ska utvärderas. Skriv hur och när."),
        lambda d: not d.project or _told(d.evaluation),
    ),
    (
        "last_day",
        N_("Ett projekt har ett slut. Skriv sista dagen."),
        lambda d: not d.project or d.last_day is not None,
    ),
    (
        "groups",
        N_("Lägg till minst en grupp med platser och tider i veckan."),
        lambda d: d.self_reported or bool(d.groups),
    ),
)  # fmt: skip


def _contradictions(draft: ActivityDraft) -> Iterator[Missing]:
    """What is said but cannot be so."""
    if any(not _told(effect.mechanism) for effect in draft.effects):
        yield Missing("effects", Text(N_("Skriv hur, för varje byggsten som du har valt.")))
    if draft.cost_per_place is not None and draft.cost_per_place < 0:
        yield Missing("cost_per_place", Text(N_("En kostnad är noll eller mer.")))
    if draft.weakens and _told(draft.weakens_nothing):
        sentence = N_("Du har skrivit både att något försvagas och att inget gör det. Ta bort det ena.")
        yield Missing("weakens_nothing", Text(sentence))
    low, high = draft.swedish_from, draft.swedish_to
    if low is not None and high is not None and LEVELS.index(high) < LEVELS.index(low):
        yield Missing("swedish_to", Text(N_("Den högsta nivån är lägre än den som krävs. Byt plats på dem.")))
    if draft.first_day and draft.last_day and draft.last_day < draft.first_day:
        yield Missing("last_day", Text(N_("Sista dagen är före den första. Byt plats på dagarna.")))


def _groups(draft: ActivityDraft) -> Iterator[Missing]:
    for group in draft.groups:
        told = {"group": group.name or group.reference}
        if group.capacity is None and not draft.self_reported:
            yield Missing("groups", Text(N_("Skriv hur många platser %(group)s har."), told))
        if not group.slots and not draft.self_reported:
            yield Missing("groups", Text(N_("Skriv vilka tider i veckan %(group)s möts."), told))
