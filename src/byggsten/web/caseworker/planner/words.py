"""The words of plans: goals, parties, how grave a finding is, and promises to begin with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from byggsten.domain.plan_findings import Severity
from byggsten.domain.planning import GoalKind, Party, SwedishLevel
from byggsten.domain.texts import Text
from byggsten.queries.plan_changes import How, Part
from byggsten.web.templatetags.words import day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django_stubs_ext import StrPromise

GOALS: Mapping[GoalKind, StrPromise] = MappingProxyType({
    GoalKind.SELF_SUPPORT: _("Egen försörjning"),
    GoalKind.WORK: _("Arbete"),
    GoalKind.STUDIES: _("Studier"),
    GoalKind.LANGUAGE: _("Svenska"),
    GoalKind.HOUSING: _("Bostad"),
    GoalKind.HEALTH: _("Hälsa"),
    GoalKind.NETWORK: _("Kontakter"),
    GoalKind.FAMILY: _("Barn och familj"),
    GoalKind.OTHER: _("Annat"),
})  # fmt: skip
PARTIES: Mapping[Party, StrPromise] = MappingProxyType({
    Party.PERSON: _("Personen"),
    Party.MUNICIPALITY: _("Kommunen"),
    Party.EMPLOYMENT_SERVICE: _("Arbetsförmedlingen"),
    Party.PROVIDER: _("Anordnaren"),
    Party.REGION: _("Regionen"),
    Party.OTHER: _("Någon annan"),
})  # fmt: skip
LEVELS: Mapping[SwedishLevel, StrPromise] = MappingProxyType({
    SwedishLevel.NONE: _("nybörjare"),
    SwedishLevel.SFI_A: _("sfi kurs A"),
    SwedishLevel.SFI_B: _("sfi kurs B"),
    SwedishLevel.SFI_C: _("sfi kurs C"),
    SwedishLevel.SFI_D: _("sfi kurs D"),
    SwedishLevel.BEYOND: _("efter sfi"),
})  # fmt: skip
# Colour, icon and word: the word alone is enough.
SEVERITIES: Mapping[Severity, tuple[str, str, StrPromise]] = MappingProxyType({
    Severity.STOP: ("danger", "octagon-x", _("Måste rättas")),
    Severity.WARN: ("warning", "triangle-alert", _("Tänk igenom")),
    Severity.NOTE: ("info", "info", _("Bra att veta")),
})  # fmt: skip
HOWS: Mapping[How, tuple[str, str, StrPromise]] = MappingProxyType({
    How.ADDED: ("success", "plus", _("Tillagt")),
    How.REMOVED: ("danger", "minus", _("Borttaget")),
    How.CHANGED: ("info", "pencil", _("Ändrat")),
})  # fmt: skip
PARTS: Mapping[Part, StrPromise] = MappingProxyType({
    Part.DAYS: _("När planen gäller"),
    Part.EXTENT: _("Omfattning"),
    Part.EVIDENCE: _("Underlag för anpassning"),
    Part.GOAL: _("Mål"),
    Part.ACTIVITY: _("Aktiviteter"),
    Part.PROMISE: _("Vem gör vad"),
})  # fmt: skip
WEEKDAYS = (
    _("Måndag"), _("Tisdag"), _("Onsdag"), _("Torsdag"), _("Fredag"), _("Lördag"), _("Söndag"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ready:
    """A promise that one can begin with; ``weeks`` from the plan's first day, None without a day."""

    party: Party
    words: StrPromise
    weeks: int | None = None


READY = (
    Ready(Party.MUNICIPALITY, _("Följer upp planen tillsammans med dig."), 12),
    Ready(Party.MUNICIPALITY, _("Bokar tolk till mötena."), 2),
    Ready(Party.MUNICIPALITY, _("Ordnar barnomsorg på tiderna i planen."), 2),
    Ready(Party.MUNICIPALITY, _("Ordnar resekort till aktiviteterna."), 1),
    Ready(Party.PERSON, _("Är med på aktiviteterna i planen.")),
    Ready(Party.PERSON, _("Anmäler frånvaro samma dag.")),
    Ready(Party.PERSON, _("Säger till om något hindrar dig, så ändrar vi planen.")),
    Ready(Party.EMPLOYMENT_SERVICE, _("Skriver in dig och bokar ett första möte."), 4),
    Ready(Party.EMPLOYMENT_SERVICE, _("Går igenom vilka jobb som passar det du kan."), 8),
)


def told(text: Text) -> str:
    """A sentence of the domain in the language of the page, its days and words as people write them."""
    blanks = {name: _blank(value) for name, value in text.blanks.items()}
    sentence = gettext(text.sentence)
    return sentence % blanks if blanks else sentence


def _blank(value: object) -> object:
    if isinstance(value, Text):
        return told(value)
    if isinstance(value, date):
        return day(value)
    return gettext(value) if isinstance(value, str) and value else value
