"""A reference that is told with somebody else's name and day of birth is a mistake, not a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.domain.likeness import Identity, likeness
from byggsten.domain.texts import N_, Refusal, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from byggsten.domain import people as domain
    from byggsten.records.models import Person

# Below this neither the names nor the days have anything in common; a new name or a corrected day is above.
UNLIKE = 30


class AnotherPerson(Refusal):
    """What is told of a known person is about somebody else."""


def refuse_another(known: Iterable[Person], people: Sequence[domain.Person]) -> None:
    """Raise AnotherPerson if somebody known would get both another name and another day of birth."""
    told = {person.reference: person for person in people}
    for row in known:
        person = told[row.reference]
        if (
            row.born is None
            or person.born in (None, row.born)
            or not (person.given_name or person.family_name)
        ):
            continue
        then = Identity(row.given_name, row.family_name, row.born)
        if likeness(then, Identity(person.given_name, person.family_name, person.born)).score < UNLIKE:
            raise AnotherPerson(
                Text(
                    N_(
                        "«%(reference)s» är redan någon med annat namn och annan födelsedag. "
                        "Rätta beteckningen, eller ändra på personens sida."
                    ),
                    {"reference": row.reference},
                )
            )
