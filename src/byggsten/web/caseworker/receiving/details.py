"""Everything that is recorded about a person, with who told it and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import gettext as _

from byggsten.access.roles import May
from byggsten.domain.people import MemberRole
from byggsten.domain.reception import majority
from byggsten.queries.reception_codes import all_facts, grounds, tellable_facts
from byggsten.queries.reception_details import details
from byggsten.web.caseworker.receiving.words import GUARDIANS, PROTECTION_LEVELS, SEXES, WAYS
from byggsten.web.caseworker.words import LANGUAGES
from byggsten.web.desk import reads, shows
from byggsten.web.templatetags.words import day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpResponse

    from byggsten.domain.rules import Fact
    from byggsten.queries.reception_details import Details, FactLine
    from byggsten.web.desk import StaffRequest


@dataclass(frozen=True, slots=True)
class ToldFact:
    """A fact in words; ``code`` is empty where it cannot be told anew by hand."""

    label: str
    value: str
    code: str
    line: FactLine


@reads(May.SEE_PERSON)
def page(request: StaffRequest, reference: str) -> HttpResponse:
    """The details, those that stand first."""
    found = details(request.actor, reference)
    shows(request, [reference, *_others(found)], purpose="casework")
    language = request.language
    facts = tuple(told(found.facts, language))
    context = {
        "found": found,
        "person": found.person,
        "number": shown_number(found),
        "sex": SEXES.get(found.person.sex) if found.person.sex else "",
        "speaks": LANGUAGES.get(found.person.language, found.person.language),
        "protection": PROTECTION_LEVELS[found.person.protection],
        "counting": [one for one in facts if one.line.counts],
        "other": [one for one in facts if not one.line.counts],
        "replaced": tuple(told(found.facts_before, language)),
        "grounds": dict(grounds(language)),
        "tellable": [(code, fact.label.text(language)) for code, fact in tellable_facts().items()],
        "ways": WAYS,
        "guardian_kinds": GUARDIANS,
        "roles": {MemberRole.ADULT: _("vuxen"), MemberRole.CHILD: _("barn")},
        "minor": bool(found.person.born and majority(found.person.born) > request.today),
    }
    return render(request, "caseworker/receiving/details.html", context)


def _others(found: Details) -> Iterable[str]:
    """Those whose names the page shows."""
    mates = (mate.reference for home in found.homes for mate in home.others)
    guards = (line.reference for line in (*found.guards, *found.wards))
    return dict.fromkeys(one for one in (*mates, *guards) if one)


def shown_number(found: Details) -> str:
    """The number as it is read aloud; this is the one page of the case where it stands."""
    number = found.person.number
    return f"{number.reveal()[:8]}-{number.reveal()[8:]}" if number else ""


def told(lines: Iterable[FactLine], language: str) -> Iterable[ToldFact]:
    """The facts in words, in the order of the rule book."""
    known, tellable = all_facts(), tellable_facts()
    order = {code: place for place, code in enumerate(known)}
    for line in sorted(lines, key=lambda line: order.get(line.fact.code, len(order))):
        code = line.fact.code
        spec = known.get(code)
        label = spec.label.text(language) if spec else code
        yield ToldFact(
            label, value_of(line.fact.value, spec, language), code if code in tellable else "", line
        )


def value_of(value: date | int | bool | str | None, spec: Fact | None, language: str) -> str:
    """The value of a fact in words."""
    if value is None:
        return _("Har inte hänt")
    if isinstance(value, bool):
        return _("Ja") if value else _("Nej")
    if isinstance(value, date):
        return day(value)
    if spec is not None and spec.codes:
        return next((c.label.text(language) for c in spec.codes if c.code == value), str(value))
    return str(value)
