"""A household as a form: what all share, and a row for each member that may say otherwise."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _

from byggsten.domain.people import MemberRole
from byggsten.web.caseworker.receiving.household_home import home_of, roles_of
from byggsten.web.caseworker.receiving.household_rows import (
    ADULTS,
    NAMED,
    MemberForm,
    SharedForm,
)
from byggsten.web.caseworker.receiving.newcomers import problems, with_number

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from byggsten.actions.reception_homes import Home
    from byggsten.domain.people import PersonalNumber

FEWEST, STEP, MOST = 4, 2, 16
# What a row may say otherwise than all; the domain's problems with these stand in the row.
OVERRIDES = ("language", "ground", "permit_first", "received")
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
    def sent(cls, sent: Mapping[str, Any], language: str) -> Household:
        """As it was sent."""
        rows = [MemberForm(sent, prefix=f"r{n}", language=language) for n in range(_count(sent))]
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
        """Whether everything can be; what cannot is put at its field."""
        self.used = [row for row in self.rows if not row.is_empty()]
        right = self.shared.is_valid()
        if not self.used:
            self.shared.add_error(None, _("Skriv minst en person."))
        # Every row is looked at, so that all that is wrong is told at once.
        rows = [row.is_valid() for row in self.used]
        if not right or not rows or not all(rows):
            return False
        self.told = [self._told(row) for row in self.used]
        for row, told in zip(self.used, self.told, strict=True):
            for problem in problems(told, on):
                own = problem.field in IN_THE_ROW or row.cleaned_data.get(problem.field)
                (row if own else self.shared).add_problems([problem])
        self._refuse_same_number()
        if not any(form.errors for form in (self.shared, *self.used)):
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
        return told | {name: own[name] or self.shared.cleaned_data[name] for name in OVERRIDES}

    def _refuse_same_number(self) -> None:
        seen: set[PersonalNumber] = set()
        for row in self.used:
            number = row.cleaned_data.get("number")
            if number in seen:
                row.add_error("number", _("Samma nummer står på två rader. Rätta det ena."))
            elif number:
                seen.add(number)

    def _refuse_no_guardian(self, on: date) -> None:
        roles = roles_of(self.told, on)
        for row, told, role in zip(self.used, self.told, roles, strict=True):
            alone = told["answers"] == ADULTS and MemberRole.ADULT not in roles
            if role is MemberRole.CHILD and alone and not told["joins"]:
                row.add_error(
                    "answers", _("Ingen vuxen finns i formuläret. Skriv vem som svarar för barnet.")
                )
            if told["answers"] == NAMED and not told["guardian_name"]:
                row.add_error("guardian_name", _("Skriv namnet på den som svarar för barnet."))


def _count(sent: Mapping[str, Any]) -> int:
    told = str(sent.get("rows", ""))
    return (
        min(MOST, max(FEWEST, int(told))) if told.isascii() and told.isdigit() and len(told) < 4 else FEWEST
    )


def _written(sent: Mapping[str, Any], form: type[forms.Form], prefix: str) -> dict[str, Any]:
    return {name: sent.get(prefix + name, "") for name in form.base_fields}
