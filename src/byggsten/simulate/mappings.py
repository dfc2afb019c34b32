"""What was said in the residents' mapping conversations, each claim with its speaker and its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta
from random import Random
from typing import TYPE_CHECKING

from byggsten.domain.competence import CareDay, Claim, Evidence, Speaker, Term, Topic, Track
from byggsten.domain.competence import topics as t
from byggsten.domain.competence.circumstances import ChildCare, Health, Limit, Network, Wish
from byggsten.domain.competence.codes import SwedishStep
from byggsten.domain.competence.contents import Education, Language, Occupation, Swedish
from byggsten.simulate.terms import at

if TYPE_CHECKING:
    from datetime import date, datetime

    from byggsten.simulate.milestones import Milestones
    from byggsten.simulate.residents import Resident

OCCUPATIONS = (
    "kock", "sömmerska", "lastbilsförare", "snickare", "lärare", "butiksförsäljare", "sjuksköterska",
    "lantbrukare", "bilmekaniker", "elektriker", "frisör", "städare", "bokhållare", "målare",
)  # fmt: skip
LANGUAGES = {
    "ar": "arabiska", "prs": "dari", "so": "somaliska", "ti": "tigrinja", "uk": "ukrainska",
    "kmr": "kurmanji", "fa": "persiska", "ps": "pashto", "en": "engelska", "sw": "swahili",
    "rw": "kinyarwanda", "my": "burmesiska", "es": "spanska", "ckb": "sorani", "am": "amhariska",
}  # fmt: skip
# What is behind somebody who is in the course: the last course that was passed.
BEHIND = {"a": SwedishStep.NONE, "b": SwedishStep.SFI_A, "c": SwedishStep.SFI_B, "d": SwedishStep.SFI_C}
CHILDREN_IN_CARE = 12
HOURS = (time(8), time(16, 30))


@dataclass(frozen=True, slots=True)
class Talk:
    """A finished conversation, and what was said in it."""

    person: str
    held: datetime
    track: Track
    claims: tuple[Claim, ...]


def talk(resident: Resident, steps: Milestones, seed: int, until: date) -> Talk | None:
    """The conversation, if it has been held by the end."""
    if not resident.grown or steps.mapped is None or steps.mapped > until:
        return None
    lot, held = Random(f"{seed}/mapping/{resident.reference}"), at(steps.mapped, 10)
    said = [_education(resident, lot), *_work(lot), _language(resident), _swedish(steps, until)]
    said += _circumstances(resident, lot, steps.mapped)
    claims = tuple(
        Claim(f"{claim.topic}-{number}", claim.topic, claim.content, claim.said_by, claim.evidence, held)
        for number, claim in enumerate(said, 1)
    )
    return Talk(resident.reference, held, _track(resident, said), claims)


def _education(resident: Resident, lot: Random) -> Claim:
    years = resident.schooling
    level = (
        t.EducationLevel.NO_SCHOOL if years == 0
        else t.EducationLevel.UNDER_NINE_YEARS if years < 9
        else t.EducationLevel.NINE_YEARS if years < 12
        else t.EducationLevel.UPPER_SECONDARY if years < 14
        else t.EducationLevel.POST_SECONDARY
    )  # fmt: skip
    # Undocumented education is the rule (the strategy, Fokusområde 1).
    evidence = lot.choices((Evidence.NONE, Evidence.COPY, Evidence.VALIDATED_UHR), (70, 22, 8))[0]
    proven = evidence if years >= 12 else Evidence.NONE
    return Claim("", Topic.EDUCATION, Education(level=level, years=years), evidence=proven)


def _work(lot: Random) -> list[Claim]:
    many = lot.choices((0, 1, 2), (30, 50, 20))[0]
    return [
        Claim("", Topic.OCCUPATION, Occupation(occupation=Term(name), years=lot.randrange(1, 18)))
        for name in lot.sample(OCCUPATIONS, many)
    ]


def _language(resident: Resident) -> Claim:
    spoken = t.Proficiency.FLUENT
    written = spoken if resident.schooling > 6 else t.Proficiency.LITTLE
    word = Term(LANGUAGES.get(resident.language, resident.language))
    return Claim("", Topic.LANGUAGE, Language(language=word, spoken=spoken, read=written, written=written))


def _swedish(steps: Milestones, until: date) -> Claim:
    begun = [course for course, day in steps.courses if day <= until]
    ended = steps.sfi_ended is not None and steps.sfi_ended <= until
    level = SwedishStep.SFI_D if ended else BEHIND[begun[-1][-1]] if begun else SwedishStep.NONE
    # The first course of a study path asks for nothing.
    if len(begun) == 1 and not ended:
        level = SwedishStep.NONE
    speaker = Speaker.SCHOOL if begun else Speaker.PERSON
    evidence = Evidence.TESTED if begun else Evidence.NONE
    return Claim("", Topic.SWEDISH, Swedish(level=level, needs_sfi=not ended), speaker, evidence)


def _circumstances(resident: Resident, lot: Random, day: date) -> list[Claim]:
    said = [Claim("", Topic.NETWORK, Network(contacts=lot.choice(tuple(t.Contacts))))]
    if resident.capacity < 100:
        limit = Limit(
            first_day=day,
            last_day=day + timedelta(days=365),
            capacity_percent=resident.capacity,
            certified_by="Vårdcentralen Exemplet",
        )
        said += [
            Claim("", Topic.HEALTH, Health(words="Orkar mindre än förr.")),
            Claim("", Topic.LIMIT, limit, Speaker.DOCTOR, Evidence.CERTIFIED),
        ]
    if resident.children_under(CHILDREN_IN_CARE, day):
        hours = tuple(CareDay(weekday, *HOURS) for weekday in range(1, 6))
        said.append(Claim("", Topic.CHILD_CARE, ChildCare(needed=True, hours=hours)))
    direction = lot.choices((t.Direction.WORK, t.Direction.STUDIES), (65, 35))[0]
    wanted = lot.choice(OCCUPATIONS)
    wish = Wish(direction=direction, occupation=Term(wanted), words=f"Vill arbeta som {wanted}.")
    return [*said, Claim("", Topic.WISH, wish)]


def _track(resident: Resident, said: list[Claim]) -> Track:
    if resident.capacity <= 50:
        return Track.ADAPTED
    worked = any(claim.topic is Topic.OCCUPATION for claim in said)
    if worked and resident.schooling >= 12:
        return Track.VALIDATION
    return Track.JOB_TRACK if worked else Track.STUDY_PATH
