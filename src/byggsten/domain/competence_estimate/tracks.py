"""A track to suggest, with its reasons, and advice on having what is known from before validated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.competence import Topic, Track
from byggsten.domain.competence import topics as t
from byggsten.domain.competence.circumstances import Wish
from byggsten.domain.competence.contents import Education, Occupation
from byggsten.domain.competence_estimate.what_is_told import VALIDATED, in_sweden
from byggsten.domain.texts import N_, Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from byggsten.domain.competence_estimate.what_is_told import Told

# Under half of full time the extent is what the way is built around; above it the way can be any.
HALF = 50
TRADE_YEARS = 3
POST_SECONDARY = (
    t.EducationLevel.POST_SECONDARY_SHORT,
    t.EducationLevel.POST_SECONDARY,
    t.EducationLevel.RESEARCH,
)
SHORT = (t.EducationLevel.NO_SCHOOL, t.EducationLevel.UNDER_NINE_YEARS)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The track that is suggested, the others that are near, and what to do about what is not proven."""

    track: Track | None
    why: tuple[Text, ...]
    others: tuple[Track, ...]
    advice: tuple[Text, ...]


def suggest(told: Told, on: date) -> Suggestion:
    """The first track that something speaks for; None until education or work has been asked about."""
    advice = tuple(_advice(told))
    found = list(_reasons(told, on))
    if not found:
        asked = told.known(Topic.EDUCATION) and told.known(Topic.OCCUPATION)
        missing = N_("Fråga om utbildning och arbete; utan det finns inget spår att föreslå.")
        nothing = N_("Inget av det som är sagt pekar ut ett spår. Prata om vad personen vill.")
        return Suggestion(None, (Text(nothing if asked else missing),), (), advice)
    first = found[0][0]
    others = tuple(dict.fromkeys(track for track, _ in found if track is not first))
    return Suggestion(first, tuple(text for track, text in found if track is first), others, advice)


def _reasons(told: Told, on: date) -> Iterator[tuple[Track, Text]]:
    if any(x.capacity_percent is not None and x.capacity_percent <= HALF for x in told.limits(on)):
        yield Track.ADAPTED, Text(N_("Ett intyg säger att förmågan är högst halv just nu."))
    yield from ((Track.VALIDATION, text) for text in _to_validate(told))
    wishes = {wish.direction for wish in told.contents(Topic.WISH, Wish)}
    levels = [education.level for education in told.contents(Topic.EDUCATION, Education)]
    worked = told.contents(Topic.OCCUPATION, Occupation)
    if t.Direction.STUDIES in wishes:
        yield Track.STUDY_PATH, Text(N_("Personen vill studera."))
    if t.Direction.WORK in wishes or t.Direction.OWN_BUSINESS in wishes:
        yield Track.JOB_TRACK, Text(N_("Personen vill arbeta."))
    if levels and all(level in SHORT for level in levels):
        yield Track.STUDY_PATH, Text(N_("Skolgången är kortare än nio år."))
    if worked:
        yield Track.JOB_TRACK, Text(N_("Har arbetat förut."))
    if any(level not in SHORT for level in levels):
        yield Track.STUDY_PATH, Text(N_("Har gått i skolan i nio år eller mer och kan bygga vidare på det."))
    if told.nothing(Topic.OCCUPATION) and not levels:
        yield Track.STUDY_PATH, Text(N_("Har inte arbetat förut."))


def _to_validate(told: Told) -> Iterator[Text]:
    """What would open a door if it were proven; a missing paper says nothing of what somebody knows."""
    if _unvalued(told):
        yield Text(N_("Har en eftergymnasial utbildning från ett annat land som inte är värderad."))
    for claim in told.about(Topic.OCCUPATION):
        work = claim.content
        if (
            isinstance(work, Occupation)
            and claim.evidence not in VALIDATED
            and (work.years or 0) >= TRADE_YEARS
            and in_sweden(work.country) is False
        ):
            yield Text(N_("Har %(years)s år i ett yrke som inte är validerat."), {"years": work.years})


def _unvalued(told: Told) -> bool:
    return any(
        isinstance(claim.content, Education)
        and claim.content.level in POST_SECONDARY
        and in_sweden(claim.content.country) is False
        and claim.evidence not in VALIDATED
        for claim in told.about(Topic.EDUCATION)
    )


def _advice(told: Told) -> Iterator[Text]:
    for claim in told.about(Topic.EDUCATION):
        education = claim.content
        if not isinstance(education, Education) or claim.evidence in VALIDATED or education.level in SHORT:
            continue
        if in_sweden(education.country) is False and education.level is not t.EducationLevel.NINE_YEARS:
            yield Text(
                N_("Sök bedömning av den utländska utbildningen hos UHR. Saknas papper gör UHR en "
                   "bakgrundsbeskrivning. Fram till dess räknas utbildningen som personen säger.")
            )  # fmt: skip
            break
    if any(_to_validate(told)) and not _unvalued(told):
        yield Text(N_("Fråga om yrkesvalidering: branschen prövar vad personen kan, utan krav på papper."))
