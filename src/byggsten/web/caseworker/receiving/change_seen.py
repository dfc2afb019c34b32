"""A change whose form knows which row stood: when another stands by now, both are shown."""

from __future__ import annotations

from abc import abstractmethod
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _

from byggsten.actions.reception_seen import StaleRow
from byggsten.queries.reception_details import details
from byggsten.web.caseworker.receiving.changing import Change, Difference
from byggsten.web.templatetags.words import day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from byggsten.domain.texts import Refusal
    from byggsten.queries.reception_details import FactLine, PermitLine, ReachLine


class SeenChange(Change):
    """A change of rows of which the latest told holds."""

    @abstractmethod
    def lines(self) -> Iterable[FactLine | PermitLine | ReachLine]:
        """The rows that stand now and that the change may take the place of."""

    @abstractmethod
    def saved(self, form: forms.Form) -> Mapping[str, Any]:
        """The form's fields as they are saved now."""

    def latest(self) -> int:
        """The key of the latest row, or 0."""
        return max((line.known.pk for line in self.lines()), default=0)

    def refused(self, form: forms.Form, refusal: Refusal) -> None:
        super().refused(form, refusal)
        if not isinstance(refusal, StaleRow):
            return
        self.found = details(self.request.actor, self.reference)
        self.stale = tuple(differences(form, self.saved(form)))
        # Saved once more, the form now overwrites what its writer has seen.
        form.data = self.request.POST.copy()
        form.data["seen"] = str(self.latest())


def differences(form: forms.Form, saved: Mapping[str, Any]) -> Iterator[Difference]:
    """Each field where the form and what is saved now say different things."""
    for name, field in form.fields.items():
        now, told = (in_words(field, one.get(name)) for one in (saved, form.cleaned_data))
        if name != "seen" and now != told:
            yield Difference(str(field.label), now, told)


def in_words(field: forms.Field, value: Any) -> str:
    """A value as the form shows it."""
    if isinstance(field, forms.BooleanField):
        return _("Ja") if value else _("Nej")
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value or "", value))  # type: ignore[arg-type]
    if value is None or value == "":
        return _("(tomt)")
    if isinstance(value, date):
        return day(value)
    return str(value)
