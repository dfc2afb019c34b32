"""Which records are about one person: the one that is kept, and those that were merged into it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.db.models import Q

from byggsten.access.scopes import visible
from byggsten.records.models import Merge, Person

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import datetime

    from byggsten.access.actors import Actor
    from byggsten.access.roles import May
    from byggsten.domain import people as domain

# What a record may lack and another have; protection is the kept record's own, see actions/merging.
IDENTITY = ("given_name", "family_name", "born", "sex", "number", "language")


@dataclass(frozen=True, slots=True)
class Records:
    """All the records about one person; ``absorbed`` in the order they were recorded."""

    kept: Person
    absorbed: tuple[Person, ...] = ()

    @property
    def keys(self) -> tuple[int, ...]:
        return (self.kept.pk, *(row.pk for row in self.absorbed))

    def as_domain(self) -> domain.Person:
        """The person as the kept record says; what it lacks is taken from the absorbed ones."""
        person = self.kept.as_domain()
        for row in self.absorbed:
            other = row.as_domain()
            lacking = {name: getattr(other, name) for name in IDENTITY if not getattr(person, name)}
            person = replace(person, **lacking)
        return person


def records_of(references: Iterable[str], known_at: datetime | None = None) -> dict[str, Records]:
    """The records by the reference that was asked for, in that order; a merged one gives the kept one's.

    With a moment: as the merges stood then.
    """
    wanted = list(dict.fromkeys(references))
    if known_at is not None:
        roots = roots_of(Merge.objects.filter(_stood(known_at)).values_list("absorbed_id", "kept_id"))
        return _grouped(wanted, _with_kin(wanted, roots), roots)
    own = Person.objects.filter(reference__in=wanted)
    rows = {
        row.pk: row for row in own.union(Person.objects.filter(merged_into__reference__in=wanted), all=True)
    }
    kept = {row.merged_into_id for row in rows.values() if row.merged_into_id not in {None, *rows}}
    if kept:
        more = Person.objects.filter(Q(pk__in=kept) | Q(merged_into__in=kept))
        rows |= {row.pk: row for row in more}
    roots = {row.pk: row.merged_into_id for row in rows.values() if row.merged_into_id is not None}
    return _grouped(wanted, rows.values(), roots)


def _with_kin(wanted: Collection[str], roots: Mapping[int, int]) -> Iterable[Person]:
    rows = list(Person.objects.filter(reference__in=wanted))
    kept = {roots.get(row.pk, row.pk) for row in rows}
    kin = {pk for pk, root in roots.items() if root in kept} | (kept & set(roots.values()))
    return (*rows, *Person.objects.filter(pk__in=kin - {row.pk for row in rows})) if kin else rows


def _grouped(wanted: Iterable[str], rows: Iterable[Person], roots: Mapping[int, int]) -> dict[str, Records]:
    ordered = sorted(rows, key=lambda row: row.pk)
    by_key = {row.pk: row for row in ordered}
    absorbed: dict[int, list[Person]] = defaultdict(list)
    for row in ordered:
        if row.pk in roots:
            absorbed[roots[row.pk]].append(row)
    asked = {row.reference: roots.get(row.pk, row.pk) for row in ordered}
    return {
        reference: Records(by_key[asked[reference]], tuple(absorbed[asked[reference]]))
        for reference in wanted
        if reference in asked
    }


def roots_of(merges: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The record that each absorbed one is read as, through every merge after the first."""
    into = dict(merges)
    roots = {}
    for absorbed in into:
        root = absorbed
        # A ring cannot be made by our own acts; one that is there all the same must not hang a page.
        for _ in into:
            if root not in into:
                break
            root = into[root]
        roots[absorbed] = root
    return roots


def one_person(reference: str) -> tuple[str, ...]:
    """The references of all the records about the one that the reference names, the kept one first."""
    row = Person.objects.filter(reference=reference).values_list("pk", "merged_into_id").first()
    if row is None:
        return (reference,)
    kept = row[1] or row[0]
    rows = Person.objects.filter(Q(pk=kept) | Q(merged_into=kept)).order_by("pk")
    found = dict(rows.values_list("pk", "reference"))
    return (found.pop(kept), *found.values())


def about_one(reference: str) -> Q:
    """Rows that name the person by reference, or one of the records merged into it."""
    absorbed = Person.objects.filter(merged_into__reference=reference)
    return Q(person=reference) | Q(person__in=absorbed.values("reference"))


def kin_of(keys: Iterable[int]) -> dict[int, int]:
    """Every record that is read together with one of these, and the record that it is read as."""
    rows = Person.objects.filter(pk__in=list(keys)).values_list("pk", "merged_into_id")
    roots = {pk: kept or pk for pk, kept in rows}
    kin = Person.objects.filter(merged_into__in=set(roots.values())).values_list("pk", "merged_into_id")
    return roots | {kept: kept for kept in roots.values()} | {pk: kept for pk, kept in kin if kept}


def family(key: int) -> tuple[int, ...]:
    """The keys of all the records that are read together with this one."""
    return tuple(kin_of([key]))


def kept_for(actor: Actor, may: May, reference: str) -> str:
    """The record that this one was merged into, if the actor may see that one; otherwise ""."""
    kept = visible(actor, may, Person).filter(absorbed__reference=reference)
    return kept.values_list("reference", flat=True).first() or ""


def _stood(at: datetime) -> Q:
    return Q(at__lte=at) & (Q(undone_at__isnull=True) | Q(undone_at__gt=at))
