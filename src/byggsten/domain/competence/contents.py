"""What a claim says about what somebody knows and can do, a shape for each topic."""

# ruff: noqa: RUF009 - told() is the field function of these dataclasses

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.competence import topics as t
from byggsten.domain.competence.codes import LicenceCategory, SwedishStep
from byggsten.domain.competence.shape import Content, told
from byggsten.domain.competence.values import Code, Day, Whole, Word, Words, YesNo

if TYPE_CHECKING:
    from datetime import date

    from byggsten.domain.competence.values import Term

MOST_YEARS, FIRST_YEAR, LAST_YEAR = 60, 1930, 2100
OCCUPATIONS, SKILLS = ("occupation-name", "ssyk-level-4"), ("skill",)
FIELDS = ("sun-education-field-4", "sun-education-field-3")
COUNTRIES, LANGUAGES = ("country",), ("language",)


@dataclass(frozen=True, slots=True, repr=False)
class Education(Content):
    """An education; ``years`` are all years in school up to and including it."""

    level: t.EducationLevel = told(Code(t.EducationLevel), needed=True)
    field: Term | None = told(Word(FIELDS))
    country: Term | None = told(Word(COUNTRIES))
    years: int | None = told(Whole(0, MOST_YEARS))
    ended: int | None = told(Whole(FIRST_YEAR, LAST_YEAR))
    words: str = told(Words())


@dataclass(frozen=True, slots=True, repr=False)
class Occupation(Content):
    """Work somebody has had."""

    occupation: Term = told(Word(OCCUPATIONS), needed=True)
    country: Term | None = told(Word(COUNTRIES))
    years: int | None = told(Whole(0, MOST_YEARS))
    ended: int | None = told(Whole(FIRST_YEAR, LAST_YEAR))
    tasks: str = told(Words())


@dataclass(frozen=True, slots=True, repr=False)
class Skill(Content):
    """Something somebody can do."""

    skill: Term = told(Word(SKILLS), needed=True)
    years: int | None = told(Whole(0, MOST_YEARS))
    words: str = told(Words())


@dataclass(frozen=True, slots=True, repr=False)
class Language(Content):
    """A language other than Swedish."""

    language: Term = told(Word(LANGUAGES), needed=True)
    spoken: t.Proficiency = told(Code(t.Proficiency), needed=True)
    read: t.Proficiency | None = told(Code(t.Proficiency))
    written: t.Proficiency | None = told(Code(t.Proficiency))


@dataclass(frozen=True, slots=True, repr=False)
class Swedish(Content):
    """Knowledge of Swedish, and whether sfi is needed."""

    level: SwedishStep = told(Code(SwedishStep), needed=True)
    needs_sfi: bool | None = told(YesNo())
    tested_on: date | None = told(Day())
    words: str = told(Words())


@dataclass(frozen=True, slots=True, repr=False)
class Licence(Content):
    """A driving licence; ``holds_here`` None: nobody has found out."""

    category: LicenceCategory = told(Code(LicenceCategory), needed=True)
    country: Term | None = told(Word(COUNTRIES))
    holds_here: bool | None = told(YesNo())
