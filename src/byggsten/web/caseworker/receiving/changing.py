"""The form of every change: who and what it is about, what it says, and what it does when sent."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from byggsten.web.caseworker.receiving.fields import ReceptionForm
from byggsten.web.spoken import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django import forms

    from byggsten.domain.reception import Problem
    from byggsten.domain.texts import Refusal
    from byggsten.queries.reception_details import Details
    from byggsten.web.desk import StaffRequest


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that somebody else has changed: what is saved now, and what the form says."""

    label: str
    saved: str
    written: str


class Change(ABC):
    """One kind of change; ``stale`` has the differences when somebody else was first."""

    def __init__(self, request: StaffRequest, found: Details, about: str) -> None:
        self.request = request
        self.found = found
        self.about = about
        self.reference = found.person.reference
        self.stale: tuple[Difference, ...] = ()

    @abstractmethod
    def title(self) -> str:
        """What the page is called."""

    def lead(self) -> str:
        """What the reader must know before writing."""
        return ""

    @abstractmethod
    def form(self, sent: Any = None) -> forms.Form:
        """The form, filled with what is known or with what was sent."""

    @abstractmethod
    def carry_out(self, form: forms.Form) -> None:
        """Do it, or put what cannot be at the fields.  Raises Refusal."""

    def refused(self, form: forms.Form, refusal: Refusal) -> None:
        """Say why it was refused."""
        form.add_error(None, said(refusal))

    @staticmethod
    def add(
        form: forms.Form,
        problems: Iterable[Problem],
        sentence: str = "",
        field: str = "",
        names: Mapping[str, str] | None = None,
    ) -> bool:
        """Put the problems, or else the sentence, at the fields; say whether there were any."""
        found = tuple(problems)
        if isinstance(form, ReceptionForm):
            form.add_problems(found, names)
        if not found and sentence:
            form.add_error(field, sentence)
        return bool(found or sentence)
