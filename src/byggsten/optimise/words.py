"""Proposals in words: why each group, and why some hours cannot be offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.plan_findings import Clock
from byggsten.domain.plan_findings.looking import hours
from byggsten.domain.planning import ActivityKind, BuildingBlock
from byggsten.domain.rules.wording import day_text, listed
from byggsten.domain.texts import N_, Text
from byggsten.optimise.answers import Obstacle
from byggsten.optimise.worth import wished

if TYPE_CHECKING:
    from collections.abc import Iterator

    from byggsten.domain.plan_findings import Orientation, Situation
    from byggsten.optimise.candidates import Candidate
    from byggsten.optimise.ground import Ground

DEFINITE = {
    BuildingBlock.SECURITY: Text(N_("tryggheten")),
    BuildingBlock.LANGUAGE: Text(N_("språket")),
    BuildingBlock.NORMS: Text(N_("kunskapen om normer och värderingar")),
    BuildingBlock.LIVELIHOOD: Text(N_("den egna försörjningen")),
    BuildingBlock.CODES: Text(N_("kunskapen om sociala koder")),
    BuildingBlock.SOCIAL_CAPITAL: Text(N_("det sociala kapitalet")),
}
WHAT = {
    "unknown": N_("Veckan går inte att fylla: %(why)s"),
    "hours": N_("%(hours)s timmar i veckan går inte att erbjuda: %(why)s"),
    "sfi": N_("%(hours)s timmar sfi i veckan går inte att erbjuda: %(why)s"),
    "orientation": N_("%(hours)s timmar samhällsorientering hinns inte med i planen: %(why)s"),
}
ORIENTATION = {
    Clock.STRATEGY: N_(
        "%(left)s timmar samhällsorientering återstår och ska enligt strategin vara klara %(day)s"
    ),
    Clock.LAW: N_("%(left)s timmar samhällsorientering återstår och bör normalt vara klara %(day)s"),
}
STANDS = {
    Obstacle.NOTHING_EXISTS: N_("det finns inget mer i katalogen som passar personen och tiden."),
    Obstacle.SEATS: N_("grupperna som skulle passa är fulla."),
    Obstacle.TRAVEL: N_("det som skulle passa ligger för långt bort för en dag."),
    Obstacle.LEVEL: N_("det som finns är för en annan nivå i svenska."),
    Obstacle.LANGUAGE: N_("det som finns hålls på språk som inte är antecknade för personen."),
    Obstacle.CARE: N_("det som skulle passa ligger utanför barnens omsorgstid."),
    Obstacle.TIMES: N_("det som skulle passa är på samma tider som annat i planen."),
    Obstacle.EXTENT: N_("de ryms inte i den tid som kan krävas av personen."),
    Obstacle.UNKNOWN_EXTENT: N_("hur mycket som kan krävas är inte känt än."),
}


def reasons(candidate: Candidate, situation: Situation, ground: Ground) -> tuple[Text, ...]:
    """Why this group: what it does for the person, then when it begins, its seats and the way there."""
    return (*_because(candidate, situation), *_practical(candidate, situation, ground))


def sentence(candidate: Candidate, told: tuple[Text, ...]) -> str:
    """«Sfi kurs C på Campus, eftersom …» in Swedish, for the plan's own record."""
    name, place = candidate.offer.name, candidate.offer.place
    if place is not None and place.name not in name:
        # The town once: «Sfi kurs C, Rimbo» meets at «Lärcentrum, Rimbo».
        town = place.name.rpartition(", ")[2]
        name = f"{name.removesuffix(f', {town}')} på {place.name}"
    plain = [str(_with_days(text)) for text in told]
    return f"{name}, eftersom {listed(plain, 'sv')}."


def unmet_text(need: str, minutes: int, obstacle: Obstacle) -> Text:
    """How much cannot be offered, of what, and why."""
    return Text(WHAT[need], {"hours": hours(minutes), "why": Text(STANDS[obstacle])})


def _because(candidate: Candidate, situation: Situation) -> Iterator[Text]:
    offer = candidate.offer
    weakest = situation.weakest
    strong = [e.block for e in offer.activity.effects if e.strengthens]
    if any(block in weakest for block in strong):
        block = next(block for block in weakest if block in strong)
        yield Text(N_("%(block)s är svagast"), {"block": DEFINITE[block]})
    if offer.activity.kind is ActivityKind.SFI and situation.needs_sfi:
        yield Text(N_("personen har rätt till sfi"))
    if offer.activity.kind is ActivityKind.ORIENTATION and situation.orientation is not None:
        yield _orientation(situation.orientation)
    if wished(situation, offer):
        yield Text(N_("personen önskar det"))
    others = [block for block in dict.fromkeys(strong) if block not in weakest]
    if others and not any(block in weakest for block in strong):
        yield Text(N_("det stärker %(block)s"), {"block": DEFINITE[others[0]]})


def _orientation(need: Orientation) -> Text:
    told = {"left": hours(need.left), "day": need.due or need.offer_by}
    text = N_("%(left)s timmar samhällsorientering återstår")
    if need.due is not None:
        text = ORIENTATION[need.clock]
    elif need.offer_by is not None:
        text = N_(
            "%(left)s timmar samhällsorientering återstår och kommunen måste erbjuda den senast %(day)s"
        )
    return Text(text, told)


def _practical(candidate: Candidate, situation: Situation, ground: Ground) -> Iterator[Text]:
    offer = candidate.offer
    begins = offer.period.first_day
    if begins > ground.period.first_day:
        yield Text(N_("gruppen börjar %(day)s"), {"day": begins})
    else:
        yield Text(N_("gruppen går att börja i direkt"))
    if offer.group in situation.held_groups:
        yield Text(N_("personen har redan en plats"))
    elif offer.seats is not None:
        one = N_("en plats är kvar")
        yield Text(one if offer.seats == 1 else N_("%(seats)s platser är kvar"), {"seats": offer.seats})
    if offer.place is not None and situation.home is not None and candidate.way:
        yield Text(N_("det tar omkring %(way)s minuter att nå"), {"way": candidate.way})


def _with_days(text: Text) -> Text:
    """The same with its days as people say them in Swedish."""
    blanks = {
        name: day_text(value.toordinal(), "sv") if hasattr(value, "toordinal") else value
        for name, value in text.blanks.items()
    }
    return Text(text.sentence, blanks)
