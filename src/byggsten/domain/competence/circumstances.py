"""What a claim says about how somebody lives and what they want, a shape for each topic."""

# ruff: noqa: RUF009 - told() is the field function of these dataclasses

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from byggsten.domain.competence import topics as t
from byggsten.domain.competence.care import CareHours
from byggsten.domain.competence.codes import Home
from byggsten.domain.competence.contents import OCCUPATIONS
from byggsten.domain.competence.shape import Content, ContentRefused, told
from byggsten.domain.competence.values import Code, Day, Whole, Word, Words, YesNo
from byggsten.domain.texts import N_

if TYPE_CHECKING:
    from datetime import date

    from byggsten.domain.competence.values import CareDay, Term


def _refuse_backwards(first: date | None, last: date | None) -> None:
    if first and last and last < first:
        raise ContentRefused(N_("Sista dagen ligger före den första. Rätta en av dem."), "last_day")


@dataclass(frozen=True, slots=True, repr=False)
class Health(Content):
    """Health and strength, in the person's own words."""

    words: str = told(Words(), needed=True)


@dataclass(frozen=True, slots=True, repr=False)
class Limit(Content):
    """A limit somebody has certified, with its days."""

    first_day: date = told(Day(), needed=True)
    last_day: date | None = told(Day())
    capacity_percent: int | None = told(Whole(0, 100))
    certified_by: str = told(Words(200), needed=True)
    words: str = told(Words())

    def __post_init__(self) -> None:
        Content.__post_init__(self)
        _refuse_backwards(self.first_day, self.last_day)


@dataclass(frozen=True, slots=True, repr=False)
class Housing(Content):
    """How somebody lives; ``own`` is the rules' question about a home of one's own."""

    form: Home = told(Code(Home), needed=True)
    own: bool | None = told(YesNo())
    words: str = told(Words())


@dataclass(frozen=True, slots=True, repr=False)
class Family(Content):
    """The family, in words."""

    words: str = told(Words(), needed=True)


@dataclass(frozen=True, slots=True, repr=False)
class ChildCare(Content):
    """Whether the children need looking after, and when somebody does that."""

    needed: bool = told(YesNo(), needed=True)
    hours: tuple[CareDay, ...] = told(CareHours())
    words: str = told(Words())


@dataclass(frozen=True, slots=True, repr=False)
class Network(Content):
    """People to turn to."""

    contacts: t.Contacts = told(Code(t.Contacts), needed=True)
    words: str = told(Words())


@dataclass(frozen=True, slots=True, repr=False)
class Wish(Content):
    """What somebody wants."""

    direction: t.Direction | None = told(Code(t.Direction))
    occupation: Term | None = told(Word(OCCUPATIONS))
    words: str = told(Words(), needed=True)
