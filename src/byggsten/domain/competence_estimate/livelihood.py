"""How far school and work take somebody, counted as the person tells it; the proof stands beside it in words.

A missing paper says nothing of what somebody knows, so it never lowers a level, and a paper never raises one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.competence.contents import Education, Occupation
from byggsten.domain.competence.topics import EducationLevel as E
from byggsten.domain.competence_estimate.what_is_told import PROVEN, in_sweden
from byggsten.domain.texts import N_, Text

if TYPE_CHECKING:
    from byggsten.domain.competence import Claim

    Step = tuple[int, tuple[Text, ...]]

SCHOOLS = {
    E.NO_SCHOOL: (0, N_("Har inte gått i skolan.")),
    E.UNDER_NINE_YEARS: (1, N_("Har gått kortare än nio år i skolan.")),
    E.NINE_YEARS: (1, N_("Har gått i grundskola i nio eller tio år.")),
    E.UPPER_SECONDARY: (2, N_("Har gått i gymnasium eller yrkesskola.")),
    E.POST_SECONDARY_SHORT: (2, N_("Har studerat efter gymnasiet i kortare tid än två år.")),
    E.POST_SECONDARY: (3, N_("Har studerat på högskola eller universitet i två år eller längre.")),
    E.RESEARCH: (3, N_("Har en forskarutbildning.")),
}
# Schools that a caseworker can advise to have valued (UHR values none below upper secondary).
VALUABLE = 2
# Years in a trade that are taken as some, and as much; a proposal of the house, which a person judges.
SOME_YEARS, MANY_YEARS = 2, 5


def school(claim: Claim) -> Step:
    """The step of an education, and what is known of its proof."""
    education = claim.content
    assert isinstance(education, Education)  # noqa: S101 - the topic says so, the types cannot
    level, words = SCHOOLS[education.level]
    if education.level is E.NO_SCHOOL:
        return level, (Text(words),)
    if claim.evidence in PROVEN:
        return level, (Text(words), Text(N_("Utbildningen är värderad eller intygad.")))
    proof = N_("Utbildningen räknas som personen säger.")
    if level >= VALUABLE:
        proof = N_("Utbildningen räknas som personen säger. Den är inte värderad än.")
        if in_sweden(education.country) is False:
            proof = N_(
                "Utbildningen räknas som personen säger. Den är inte värderad än: sök bedömning hos UHR."
            )
    return level, (Text(words), Text(proof))


def work(claim: Claim) -> Step:
    """The step of the years in a trade, and what is known of their proof."""
    occupation = claim.content
    assert isinstance(occupation, Occupation)  # noqa: S101 - the topic says so, the types cannot
    years, proven = occupation.years, claim.evidence in PROVEN
    if years is None:
        return 1, (Text(N_("Har arbetat; ingen har frågat hur länge.")),)
    level = 1 + (years >= SOME_YEARS) + (years >= MANY_YEARS)
    words = N_("%(years)s år i yrket, som personen säger.")
    return level, (
        Text(N_("%(years)s år i yrket, prövat eller intygat.") if proven else words, {"years": years}),
    )
