"""What teachers, the schools' system, employers and the person told about each hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta
from random import Random
from typing import TYPE_CHECKING

from byggsten.domain.attendance import Account, Witness
from byggsten.domain.dates import Minutes
from byggsten.simulate.absences import absences
from byggsten.simulate.residents import FOLLOWED, Story
from byggsten.simulate.terms import at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from byggsten.simulate.absences import Absence
    from byggsten.simulate.residents import Resident
    from byggsten.simulate.visits import Visit

OWN_PAGES, VISIT = "Deltagarens sidor", "Handläggarens besök"
# The employer in the story of over-reported attendance, by its key in the catalogue.
OVER_REPORTER = "kok"
NOON = time(12)
TOLD_LATE_WEEKS = 3


@dataclass(frozen=True, slots=True)
class Told:
    """What one witness says about one hour, and at what hour of the day."""

    witness: Witness
    attended: int
    absent: int
    reason: str = ""
    valid: int | None = None
    proof: bool = False
    hours: int = 12


class Teller:
    """Tells one resident's accounts in the order of the sessions."""

    def __init__(self, resident: Resident, visits: list[Visit], seed: int, until: date) -> None:
        self.resident, self.seed, self.until = resident, seed, until
        self.visits = [v for v in visits if v.open and v.held.session.day <= until]
        self.lot = Random(f"{seed}/accounts/{resident.reference}")
        days = sorted({v.held.session.day for v in self.visits if not v.group.offer.activity.self_reported})
        self.away = absences(resident, days, seed, until)

    def accounts(self) -> Iterator[Account]:
        """Everything told about the resident's hours."""
        for visit in self.visits:
            session = visit.held.session
            away = self.away.get(session.day)
            if visit.group.witness is Witness.PARTICIPANT:
                yield from self._own_studies(visit, away)
                continue
            if away is not None and away.morning_only and session.start >= NOON:
                away = None
            if away is not None:
                yield from self._own_word(visit, away)
            yield from self._register(visit, away)
            if visit.group.offer.provider == OVER_REPORTER:
                yield from self._checked(visit, away)

    def _own_studies(self, visit: Visit, away: Absence | None) -> Iterator[Account]:
        """The person's word is enough; now and then it is not given."""
        minutes, drawn = visit.held.session.minutes, self.lot.random()
        if away is not None:
            yield self._tell(visit, Told(Witness.PARTICIPANT, 0, minutes, away.reason or "none", hours=20))
        elif drawn > 0.05 or self.resident.story in FOLLOWED:
            done = minutes if drawn < 0.93 else minutes * 2 // 3
            yield self._tell(visit, Told(Witness.PARTICIPANT, done, minutes - done, hours=20))

    def _own_word(self, visit: Visit, away: Absence) -> Iterator[Account]:
        """The person's own notice, in the morning or some days later."""
        session = visit.held.session
        hours = 5 if away.noticed else 12
        told = Told(Witness.PARTICIPANT, 0, session.minutes, away.reason, proof=away.proof, hours=hours)
        if away.noticed:
            yield self._tell(visit, told)
        elif away.afterwards and session.day + timedelta(days=3) <= self.until:
            yield self._tell(visit, told, 3)

    def _register(self, visit: Visit, away: Absence | None) -> Iterator[Account]:
        day, marked = visit.held.session.day, visit.held.marked_at
        recent = day > self.until - timedelta(weeks=TOLD_LATE_WEEKS)
        if marked is None and not (recent and self.resident.story in FOLLOWED):
            return
        days = (marked.date() - day).days if marked else 0
        for told in self._came(visit) if away is None else (self._missed(visit, away),):
            yield self._tell(visit, told, days)

    def _came(self, visit: Visit) -> list[Told]:
        minutes, witness, drawn = visit.held.session.minutes, visit.group.witness, self.lot.random()
        late = 15 + int(drawn * 1000) % 31 if drawn < 0.03 else 0
        told = [Told(witness, minutes - late, late, "late" if late else "", hours=17)]
        if drawn > 0.996:
            # The two do not agree: the register was corrected to absence, the person says present.
            told.append(Told(witness, 0, minutes, "none", hours=18))
            told.append(Told(Witness.PARTICIPANT, minutes, 0, hours=20))
        return told

    def _missed(self, visit: Visit, away: Absence) -> Told:
        minutes, witness = visit.held.session.minutes, visit.group.witness
        if visit.group.offer.provider == OVER_REPORTER and self.lot.random() < 0.7:
            return Told(witness, minutes, 0, hours=17)
        valid: int | None = None
        if witness is Witness.SCHOOL_SYSTEM and self.resident.story is not Story.NO_CERTIFICATE:
            valid = minutes if away.noticed else 0 if not away.reason else None
        reason = "" if away.noticed or away.afterwards else "none"
        return Told(witness, 0, minutes, reason, valid=valid, hours=17)

    def _checked(self, visit: Visit, away: Absence | None) -> Iterator[Account]:
        """The employer that over-reports sends people home early, and a caseworker sometimes looks in."""
        session, drawn = visit.held.session, self.lot.random()
        if away is None and drawn < 0.12:
            half = session.minutes // 2
            told = Told(Witness.PARTICIPANT, half, session.minutes - half, "provider_cancelled", hours=19)
            yield self._tell(visit, told)
        # The same day for everyone in the group: a visit is drawn from the session.
        if Random(f"{self.seed}/visit/{session.reference}").random() < 0.06:
            absent = session.minutes if away else 0
            reason = "none" if away else ""
            seen = Told(Witness.CASEWORKER, session.minutes - absent, absent, reason, hours=16)
            yield self._tell(visit, seen)

    def _tell(self, visit: Visit, told: Told, days: int = 0) -> Account:
        session, leader = visit.held.session, visit.group.leader
        own = {Witness.PARTICIPANT: OWN_PAGES, Witness.CASEWORKER: VISIT}
        return Account(
            own.get(told.witness, visit.held.source),
            f"{session.reference}-{told.hours}",
            session.reference,
            self.resident.reference,
            told.witness,
            Minutes(told.attended),
            Minutes(told.absent),
            told.reason,
            None if told.valid is None else Minutes(told.valid),
            told.proof,
            at(session.day + timedelta(days=days), told.hours),
            leader.username if leader and told.witness is Witness.TEACHER else "",
        )
