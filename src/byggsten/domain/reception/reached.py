"""How somebody is reached and who answers for a child, as values that say when they cannot be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from byggsten.domain.reception.arrival import Problem, majority
from byggsten.domain.reception.words import ContactWay
from byggsten.domain.texts import N_, Text

if TYPE_CHECKING:
    from datetime import date

    from byggsten.domain.dates import Period
    from byggsten.domain.reception.words import GuardianKind


@dataclass(frozen=True, slots=True)
class Reach:
    """The way a person has chosen to be reached."""

    way: ContactWay
    phone: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    note: str = field(default="", repr=False)

    def problems(self) -> tuple[Problem, ...]:
        """What the way needs and does not have."""
        needs = {
            ContactWay.PHONE: (
                "phone",
                self.phone,
                N_("Skriv telefonnumret som personen vill bli ringd på."),
            ),
            ContactWay.SMS: ("phone", self.phone, N_("Skriv telefonnumret som sms ska gå till.")),
            ContactWay.EMAIL: ("email", self.email, N_("Skriv e-postadressen.")),
            ContactWay.LETTER: ("address", self.address, N_("Skriv adressen som brev ska gå till.")),
            ContactWay.THROUGH_ANOTHER: ("note", self.note, N_("Skriv vem kontakten går genom.")),
        }
        name, given, sentence = needs.get(self.way, ("", "-", ""))
        return () if given.strip() else (Problem(name, Text(sentence)),)


@dataclass(frozen=True, slots=True)
class Guard:
    """Somebody answers for a child: a person by case reference, or else a name."""

    child: str
    kind: GuardianKind
    period: Period
    guardian: str = ""
    guardian_name: str = field(default="", repr=False)


def guard_problems(born: date | None, first: date, last: date | None) -> tuple[Problem, ...]:
    """Why nobody can answer for the child those days."""
    if born is None:
        return ()
    if first < born:
        told = {"day": first, "born": born}
        sentence = N_("%(day)s är före födelsedagen %(born)s. Rätta en av dagarna.")
        return (Problem("first_day", Text(sentence, told)),)
    grown = majority(born)
    told = {"day": grown}
    if first >= grown:
        sentence = N_(
            "Personen fyllde 18 år %(day)s. Vårdnad och godmanskap för barn upphör då. "
            "En god man eller förvaltare för en vuxen antecknas inte här."
        )
        return (Problem("first_day", Text(sentence, told)),)
    if last is not None and last >= grown:
        sentence = N_("Personen fyller 18 år %(day)s. Sista dagen är senast dagen före.")
        return (Problem("last_day", Text(sentence, told)),)
    return ()
