"""The eleven parts of the conversation, with questions to ask in plain Swedish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from byggsten.domain.competence import Topic

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


@dataclass(frozen=True, slots=True)
class Step:
    """A part: where it lives, what it is called, what to ask, and the topics it is about."""

    slug: str
    title: StrPromise
    icon: str
    ask: tuple[StrPromise, ...]
    topics: tuple[Topic, ...]


STEPS = (
    Step("utbildning", _("Utbildning"), "graduation-cap", (
        _("Hur länge har du gått i skolan, sammanlagt?"),
        _("Vilken utbildning är den högsta du har? Blev du klar med den?"),
        _("Har du något papper på den? Det gör inget om papperet är borta."),
    ), (Topic.EDUCATION,)),
    Step("arbete", _("Yrken och arbete"), "briefcase", (
        _("Vad har du arbetat med? Berätta om en vanlig dag."),
        _("Hur länge, och i vilket land? Räkna med arbete hemma, på gården och i familjens företag."),
    ), (Topic.OCCUPATION,)),
    Step("kunskaper", _("Det du kan"), "wrench", (
        _("Vad är du bra på? Vad brukar andra be dig om hjälp med?"),
        _("Vilka verktyg, maskiner eller program kan du använda?"),
    ), (Topic.SKILL,)),
    Step("sprak", _("Språk"), "languages", (
        _("Vilka språk talar du? Kan du läsa och skriva dem?"),
    ), (Topic.LANGUAGE,)),
    Step("svenska", _("Svenska"), "book-open", (
        _("Hur mycket svenska förstår och talar du i dag?"),
        _("Har du läst svenska någonstans? Har någon prövat din nivå?"),
    ), (Topic.SWEDISH,)),
    Step("halsa", _("Hälsa och ork"), "heart-pulse", (
        _("Hur mår du? Är det något som gör det svårt att studera eller arbeta?"),
        _("Vad hjälper? Skriv med personens egna ord, och inte mer än planen behöver."),
    ), (Topic.HEALTH, Topic.LIMIT)),
    Step("korkort", _("Körkort"), "car", (
        _("Har du körkort? Från vilket land? Får du köra på det här?"),
    ), (Topic.LICENCE,)),
    Step("boende", _("Boende"), "house", (
        _("Hur bor du? Kan du bo kvar?"),
    ), (Topic.HOUSING,)),
    Step("familj", _("Familj och barnomsorg"), "baby", (
        _("Vilka bor du med? Är det någon som du tar hand om?"),
        _("Behöver barnen omsorg när du är borta? Vilka tider finns den?"),
    ), (Topic.FAMILY, Topic.CHILD_CARE)),
    Step("natverk", _("Människor runt dig"), "users", (
        _("Vem kan du fråga om hjälp, utanför familjen?"),
        _("Träffar du människor som talar svenska? Är du med i någon förening?"),
    ), (Topic.NETWORK,)),
    Step("vill", _("Vad du vill"), "flag", (
        _("Vad vill du göra i Sverige? Vad vill du göra om ett år, och om fem?"),
        _("Vad är viktigast att börja med?"),
    ), (Topic.WISH,)),
)  # fmt: skip
BY_SLUG = {step.slug: step for step in STEPS}
BY_TOPIC = {topic: step for step in STEPS for topic in step.topics}
# What one claim of the topic is called, as a heading over its form.
ADD = {
    Topic.EDUCATION: _("Lägg till en utbildning"),
    Topic.OCCUPATION: _("Lägg till ett arbete"),
    Topic.SKILL: _("Lägg till något personen kan"),
    Topic.LANGUAGE: _("Lägg till ett språk"),
    Topic.SWEDISH: _("Svenska i dag"),
    Topic.HEALTH: _("Hälsa, med personens egna ord"),
    Topic.LIMIT: _("Lägg till ett intyg om begränsning"),
    Topic.LICENCE: _("Lägg till ett körkort"),
    Topic.HOUSING: _("Så bor personen"),
    Topic.FAMILY: _("Lägg till om familjen"),
    Topic.CHILD_CARE: _("Barnomsorg"),
    Topic.NETWORK: _("Nätverk"),
    Topic.WISH: _("Lägg till vad personen vill"),
}
TITLES = {
    Topic.EDUCATION: _("Utbildning"),
    Topic.OCCUPATION: _("Yrken och arbete"),
    Topic.SKILL: _("Det personen kan"),
    Topic.LANGUAGE: _("Språk"),
    Topic.SWEDISH: _("Svenska"),
    Topic.HEALTH: _("Hälsa"),
    Topic.LIMIT: _("Intyg om begränsning"),
    Topic.LICENCE: _("Körkort"),
    Topic.HOUSING: _("Boende"),
    Topic.FAMILY: _("Familj"),
    Topic.CHILD_CARE: _("Barnomsorg"),
    Topic.NETWORK: _("Nätverk"),
    Topic.WISH: _("Vad personen vill"),
}
