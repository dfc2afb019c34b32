"""Those who stand on the doorstep: partners' notices that wait, and people who were registered twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from byggsten.domain.people import Person, Sex
from byggsten.domain.reception import NoticeSender
from byggsten.simulate.names import draw_family, draw_language
from byggsten.simulate.residents import Route
from byggsten.simulate.terms import at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from byggsten.simulate.residents import Resident

SENDERS = (
    (NoticeSender.MIGRATION_AGENCY, "Anvisad. Kommer med tåg till Norrtälje, hämtas på stationen."),
    (NoticeSender.TAX_AGENCY, "Har anmält flyttning hit."),
    (NoticeSender.SCHOOL, "Har anmält ett barn till förskoleklass. Familjen är ny i kommunen."),
    (NoticeSender.EMPLOYMENT_SERVICE, "Inskriven hos oss. Saknar kontakt med kommunen."),
    (NoticeSender.ASSOCIATION, "Kom till språkkaféet och vill veta vad som gäller."),
    (NoticeSender.MIGRATION_AGENCY, "Kvotflykting. Ankomst om två veckor, familj med två barn."),
)
# The same name as another clerk heard it.
HEARD = (
    ("oo", "u"), ("mm", "m"), ("ss", "s"), ("ah", "a"), ("ou", "u"), ("ee", "i"), ("q", "k"), ("w", "v"),
    ("y", "i"), ("h", ""),
)  # fmt: skip
DOUBLES = 4


@dataclass(frozen=True, slots=True)
class Waiting:
    """A notice that nobody has handled."""

    sender: NoticeSender
    message: str
    received_on: date
    given_name: str
    family_name: str
    born: date | None
    language: str
    words: str


def waiting(seed: int, until: date) -> tuple[Waiting, ...]:
    """One notice of each kind, from the last weeks."""
    lot = Random(f"{seed}/doorstep")
    found = []
    for number, (sender, words) in enumerate(SENDERS, 1):
        language = draw_language(lot)
        sex = lot.choice((Sex.WOMAN, Sex.MAN))
        born = date(lot.randrange(1970, 2005), lot.randrange(1, 13), lot.randrange(1, 28))
        received = until - timedelta(days=lot.randrange(1, 25))
        given, family = language.given(lot, sex), draw_family(lot, language)
        known = born if lot.random() < 0.7 else None
        found.append(Waiting(sender, f"demo-{number}", received, given, family, known, language.code, words))
    return tuple(sorted(found, key=lambda notice: notice.received_on))


def doubles(residents: Sequence[Resident], seed: int, until: date) -> tuple[tuple[Resident, Person], ...]:
    """A few residents who were written down a second time, the name as it was heard."""
    lot = Random(f"{seed}/doubles")
    grown = [
        one for one in residents if one.grown and one.route is Route.OWN_HOUSING and _heard(one.given_name)
    ]
    found = []
    for number, one in enumerate(lot.sample(grown, min(DOUBLES, len(grown))), 1):
        given, family = _heard(one.given_name), one.family_name
        if number == 2:
            given, family = family, one.given_name
        born = one.born + timedelta(days=1) if number == 3 else one.born
        person = Person(f"D{number:05}", given, family, born, one.sex, language=one.language,
                        recorded_at=at(until - timedelta(days=3)))  # fmt: skip
        found.append((one, person))
    return tuple(found)


def _heard(name: str) -> str:
    """The name as another clerk spelled it, or "" when it leaves no doubt."""
    for written, heard in HEARD:
        if written in name.lower()[1:]:
            return name[0] + name[1:].lower().replace(written, heard, 1)
    return ""
