"""Who stands behind a plan: what each party has said, the caseworker, and who answers for a child."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from byggsten.domain.confirming import Said
from byggsten.domain.people import Protection
from byggsten.domain.planning import Signatory, Stance
from byggsten.records.models import Assignment, Guardianship

if TYPE_CHECKING:
    from datetime import date

    from byggsten.records.models import Plan


def stances_of(row: Plan) -> tuple[Said, ...]:
    """What has been said of the plan, the first first; ``by`` is a username."""
    return tuple(
        Said(Signatory(one.party), Stance(one.stance), one.sight.sha256, one.at, one.words, one.by)
        for one in row.stances.select_related("sight").order_by("at", "pk")
    )


def caseworker_of(row: Plan) -> str:
    """The name of who answers for the person now, or nothing."""
    current = Assignment.objects.filter(person=row.person, last_day__isnull=True)
    found = current.select_related("caseworker__user").first()
    return found.caseworker.name if found else ""


def guardians_of(row: Plan, on: date) -> tuple[dict[str, str], frozenset[str]]:
    """Who answers for the child, by reference or name, and which of the keys are references.

    The text is the same whoever reads it, so a guardian of another unit or with
    protected data is never named.
    """
    holds = Q(last_day__isnull=True) | Q(last_day__gte=on)
    found = Guardianship.objects.filter(
        holds, child=row.person, first_day__lte=on, replaced_at__isnull=True
    ).select_related("guardian")
    names, known = {}, set()
    for one in found:
        if one.guardian is None:
            names[one.guardian_name] = one.guardian_name
        elif one.guardian.unit_id == row.person.unit_id and one.guardian.protection == Protection.NONE:
            names[one.guardian.reference] = one.guardian.as_domain().name
            known.add(one.guardian.reference)
    return names, frozenset(known)
