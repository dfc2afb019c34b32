"""Two records laid side by side, line by line, with what differs marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from byggsten.domain.people import Sex
from byggsten.queries.proposals import COORDINATION, INTERIM, NO_NUMBER, PERSONAL
from byggsten.web.caseworker.duplicates.likely import degree, reasons
from byggsten.web.caseworker.words import LANGUAGES
from byggsten.web.spoken import spoken
from byggsten.web.templatetags.words import day, local_day

if TYPE_CHECKING:
    from byggsten.queries.proposals import Proposal, Side

NUMBERS = {
    PERSONAL: gettext_lazy("personnummer"),
    COORDINATION: gettext_lazy("samordningsnummer"),
    INTERIM: gettext_lazy("tillfälligt nummer"),
    NO_NUMBER: gettext_lazy("saknas"),
}
SEXES = {Sex.WOMAN.value: gettext_lazy("kvinna"), Sex.MAN.value: gettext_lazy("man")}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that both records say, or that one of them does not say."""

    label: str
    one: str
    other: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """A pair as the page shows it; ``one`` is kept unless the other is chosen."""

    one: Side
    other: Side
    degree: str
    colour: str
    why: str
    lines: tuple[Line, ...]


def compared(pair: Proposal) -> Compared:
    """The pair in words."""
    label, colour = degree(pair.score)
    why = reasons([spoken(text) for text in pair.why])
    rows = zip(_told(pair.one), _told(pair.other), strict=True)
    lines = tuple(Line(name, own, others, own != others) for (name, own), (_name, others) in rows)
    return Compared(pair.one, pair.other, label, colour, why, lines)


def _told(side: Side) -> tuple[tuple[str, str], ...]:
    """What a record says; a number is told by its kind and never by its digits."""
    return (
        (_("Förnamn"), side.given_name or _("saknas")),
        (_("Efternamn"), side.family_name or _("saknas")),
        (_("Födelsedag"), day(side.born) or _("saknas")),
        (_("Nummer"), str(NUMBERS[side.number])),
        (_("Kön"), str(SEXES.get(side.sex, _("saknas")))),
        (_("Språk"), str(LANGUAGES.get(side.language, side.language)) or _("saknas")),
        (_("Registrerad"), local_day(side.recorded_at)),
        (_("Planer"), str(side.plans)),
    )
