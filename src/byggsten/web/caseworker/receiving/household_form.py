"""A household as a form: what all share, and a row for each member that may say otherwise."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _

from byggsten.domain.people import MemberRole
from byggsten.web.caseworker.receiving.household_home import before_birth, home_of, roles_of
from byggsten.web.caseworker.receiving.household_rows import (
    ADULTS,
    NAMED,
    MemberForm,
    SharedForm,
)
from byggsten.web.caseworker.receiving.newcomers import problems, with_number
from byggsten.web.numbers import number

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from byggsten.actions.reception_homes import Home
    from byggsten.domain.people import PersonalNumber

FEWEST, STEP, MOST = 4, 2, 16
# What a row may say otherwise than all; the domain's problems with these stand in the row.
DAYS = ("permit_first", "received", "first_contact", "first_registered", "registered_here_from")
OVERRIDES = ("language", "ground", *DAYS)
IN_THE_ROW = frozenset({"given_name", "family_name", "number", "born", "sex"})


@dataclass(slots=True)
class Household:
    """The forms of one page; ``told`` has a row's own words over those of all, once they are right."""

    shared: SharedForm
    rows: list[MemberForm]
    told: list[dict[str, Any]] = field(default_factory=list)
    used: list[MemberForm] = field(default_factory=list)

    @classmethod
    def empty(cls, language: str) -> Household:
        """As many rows as a family mostly needs."""
        rows = [MemberForm(prefix=f"r{n}", language=language) for n in range(FEWEST)]
        return cls(SharedForm(language=language), rows)

    @classmethod
    def sent(cls, sent: Mapping[str, Any], language: str, today: date) -> Household:
        """As it was sent."""
        rows = [MemberForm(sent, prefix=f"r{n}", language=language, today=today) for n in range(_count(sent))]
        return cls(SharedForm(sent, language=language), rows)

    @classmethod
    def longer(cls, sent: Mapping[str, Any], language: str) -> Household:
        """As it was sent, with more rows and without a word about what is not finished."""
        # An empty form with what was written: a form that is sent would be told what is missing.
        shared = SharedForm(initial=_written(sent, SharedForm, ""), language=language)
        rows = [
            MemberForm(
                initial=_written(sent, MemberForm, f"r{n}-") if n < _count(sent) else None,
                prefix=f"r{n}",
                language=language,
            )
            for n in range(min(MOST, _count(sent) + STEP))
        ]
        return cls(shared, rows)

    def is_right(self, on: date) -> bool:
        """Whether everything can be; all that cannot is put at its field, at once."""
        self.used = [row for row in self.rows if not row.is_empty()]
        self.shared.full_clean()
        if not self.used:
            self.shared.add_error(None, _("Skriv minst en person."))
        for row in self.used:
            row.full_clean()
        self.told = [self._told(row) for row in self.used]
        for row, told in zip(self.used, self.told, strict=True):
            self._refuse_impossible(row, told, on)
        self._refuse_same_number()
        self._refuse_no_guardian(on)
        return not any(form.errors for form in (self.shared, *self.used))

    def home(self, on: date) -> Home:
        """The home that they move into."""
        return home_of(self.shared.cleaned_data, self.told, on)

    def number_is_taken(self, number: PersonalNumber, sentence: str) -> None:
        """Say so at the row that has the number."""
        for row in self.used:
            if row.cleaned_data.get("number") == number:
                row.add_error("number", sentence)

    def _told(self, row: MemberForm) -> dict[str, Any]:
        own = row.cleaned_data
        told = with_number({**self.shared.cleaned_data, **own})
        shared = self.shared.cleaned_data
        return told | {name: own.get(name) or shared.get(name) for name in OVERRIDES}

    def _refuse_impossible(self, row: MemberForm, told: Mapping[str, Any], on: date) -> None:
        born = told.get("born")
        for problem in problems(told, on):
            name, day = problem.field, told.get(problem.field)
            if name in row.errors:
                continue
            early = bool(name in DAYS and born and day and day < born)
            if early and "born" in row.errors:
                # Of days before a birth that cannot be, nothing is known.
                continue
            if early and not row.cleaned_data.get(name):
                row.add_error(name, before_birth(told))
                continue
            own = name in IN_THE_ROW or row.cleaned_data.get(name)
            (row if own else self.shared).add_problems([problem])

    def _refuse_same_number(self) -> None:
        seen: set[PersonalNumber] = set()
        for row in self.used:
            number = row.cleaned_data.get("number")
            if number in seen:
                row.add_error("number", _("Samma nummer står på två rader. Rätta det ena."))
            elif number:
                seen.add(number)

    def _refuse_no_guardian(self, on: date) -> None:
        # Who is a child is known once every day of birth is.
        aged = all(told.get("born") for told in self.told)
        grown = not aged or MemberRole.ADULT in roles_of(self.told, on)
        for row, told in zip(self.used, self.told, strict=True):
            answers = told.get("answers")
            if answers == ADULTS and not grown and not told.get("joins"):
                row.add_error(
                    "answers", _("Ingen vuxen finns i formuläret. Skriv vem som svarar för barnet.")
                )
            if answers == NAMED and not told.get("guardian_name") and "guardian_name" not in row.errors:
                row.add_error("guardian_name", _("Skriv namnet på den som svarar för barnet."))


def _count(sent: Mapping[str, Any]) -> int:
    told = number(str(sent.get("rows", "")), digits=3)
    return FEWEST if told is None else min(MOST, max(FEWEST, told))


def _written(sent: Mapping[str, Any], form: type[forms.Form], prefix: str) -> dict[str, Any]:
    return {name: sent.get(prefix + name, "") for name in form.base_fields}
