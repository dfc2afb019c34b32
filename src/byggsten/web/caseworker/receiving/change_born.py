"""What is recorded of days before another day of birth."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from byggsten.queries.reception_codes import all_facts
from byggsten.web.templatetags.words import day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from byggsten.queries.reception_details import Details


def before_birth(found: Details, born: date, language: str) -> tuple[str, ...]:
    """A sentence for everything that stands and happened before the day."""
    return tuple(
        _("%(what)s %(day)s är före den nya födelsedagen.") % {"what": what, "day": day(first)}
        for what, first in _recorded(found, language)
        if first < born
    )


def _recorded(found: Details, language: str) -> Iterator[tuple[str, date]]:
    for permit in found.permits:
        yield _("Tillståndet från"), permit.permit.period.first_day
    facts = all_facts()
    for line in found.facts:
        if isinstance(line.fact.value, date):
            spec = facts.get(line.fact.code)
            label = spec.label.text(language) if spec else line.fact.code
            yield f"{label}:", line.fact.value
    for home in found.homes:
        yield _("Hushållet från"), home.period.first_day
    for guard in found.guards:
        yield _("Vårdnaden eller godmanskapet från"), guard.period.first_day
    for ward in found.wards:
        yield _("Svarar för ett barn från"), ward.period.first_day
