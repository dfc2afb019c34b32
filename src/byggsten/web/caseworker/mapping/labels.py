"""What the fields of the claims are called on the pages, and what helps when one fills them in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from byggsten.domain.competence import Topic

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

WORDS = _("Mer om det, med egna ord")
COUNTRY = _("Land")
LABELS: dict[tuple[Topic, str], StrPromise] = {
    (Topic.EDUCATION, "level"): _("Nivå"),
    (Topic.EDUCATION, "field"): _("Inriktning"),
    (Topic.EDUCATION, "country"): COUNTRY,
    (Topic.EDUCATION, "years"): _("År i skola, sammanlagt"),
    (Topic.EDUCATION, "ended"): _("Året den slutade"),
    (Topic.EDUCATION, "words"): WORDS,
    (Topic.OCCUPATION, "occupation"): _("Yrke"),
    (Topic.OCCUPATION, "country"): COUNTRY,
    (Topic.OCCUPATION, "years"): _("Antal år"),
    (Topic.OCCUPATION, "ended"): _("Året det slutade"),
    (Topic.OCCUPATION, "tasks"): _("Arbetsuppgifter"),
    (Topic.SKILL, "skill"): _("Kunskap eller färdighet"),
    (Topic.SKILL, "years"): _("Antal år"),
    (Topic.SKILL, "words"): WORDS,
    (Topic.LANGUAGE, "language"): _("Språk"),
    (Topic.LANGUAGE, "spoken"): _("Talar"),
    (Topic.LANGUAGE, "read"): _("Läser"),
    (Topic.LANGUAGE, "written"): _("Skriver"),
    (Topic.SWEDISH, "level"): _("Nivå"),
    (Topic.SWEDISH, "needs_sfi"): _("Behöver personen sfi?"),
    (Topic.SWEDISH, "tested_on"): _("Dagen nivån prövades"),
    (Topic.SWEDISH, "words"): WORDS,
    (Topic.HEALTH, "words"): _("Med personens egna ord"),
    (Topic.LIMIT, "first_day"): _("Intyget gäller från och med"),
    (Topic.LIMIT, "last_day"): _("Till och med"),
    (Topic.LIMIT, "capacity_percent"): _("Förmåga i procent av heltid"),
    (Topic.LIMIT, "certified_by"): _("Vem har skrivit intyget?"),
    (Topic.LIMIT, "words"): _("Vad begränsningen gäller"),
    (Topic.LICENCE, "category"): _("Behörighet"),
    (Topic.LICENCE, "country"): _("Land som gav det"),
    (Topic.LICENCE, "holds_here"): _("Gäller det i Sverige?"),
    (Topic.HOUSING, "form"): _("Boendeform"),
    (Topic.HOUSING, "own"): _("Är det personens egen bostad, med eget kontrakt eller köpt?"),
    (Topic.HOUSING, "words"): WORDS,
    (Topic.FAMILY, "words"): _("Med personens egna ord"),
    (Topic.CHILD_CARE, "needed"): _("Behöver barnen omsorg när personen är borta?"),
    (Topic.CHILD_CARE, "hours"): _("Tider då någon tar hand om barnen"),
    (Topic.CHILD_CARE, "words"): WORDS,
    (Topic.NETWORK, "contacts"): _("Hur många utanför familjen kan personen vända sig till?"),
    (Topic.NETWORK, "words"): WORDS,
    (Topic.WISH, "direction"): _("Vad det gäller"),
    (Topic.WISH, "occupation"): _("Yrke som personen siktar på"),
    (Topic.WISH, "words"): _("Med personens egna ord"),
}
SEARCH_HELP = _("Skriv, så kommer förslag ur listan. Finns inget som passar gäller det du skrev.")
HELP: dict[tuple[Topic, str], StrPromise] = {
    (Topic.EDUCATION, "years"): _("Från första klass till den här utbildningens slut. Högst 60."),
    (Topic.LIMIT, "capacity_percent"): _(
        "Bara det som intyget säger. Det påverkar hur många timmar som kan krävas."
    ),
    (Topic.HEALTH, "words"): _("Skriv bara det som planen behöver ta hänsyn till."),
    (Topic.CHILD_CARE, "hours"): _("Lämna en dag tom om ingen tar hand om barnen då."),
}
