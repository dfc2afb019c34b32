"""What teachers, the schools' system, employers and the person told about each hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from random import Random
from typing import TYPE_CHECKING

from byggsten.domain.attendance import Account, Witness
from byggsten.domain.dates import Minutes
from byggsten.simulate.absences import absences
from byggsten.simulate.residents import Story
from byggsten.simulate.terms import at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from byggsten.domain.planning import PlanItem
    from byggsten.simulate.absences import Absence
    from byggsten.simulate.groups import Group, Held
    from byggsten.simulate.residents import Resident

OWN_PAGES, VISIT = "Deltagarens sidor", "Handläggarens besök"
# The employer in the story of over-reported attendance, by its key in the catalogue.
OVER_REPORTER = "kok"
NOON = time(12)
TOLD_LATE_WEEKS = 3
# Stories that only show if the registers of the last weeks were kept for this person.
FOLLOWED = frozenset({Story.THREE_DAYS, Story.LASTING, Story.FALLING, Story.NO_CERTIFICATE, Story.STEADY})


@dataclass(frozen=True, slots=True)
class Visit:
    """A session that is one resident's, through an item of the plan."""

    held: Held
    group: Group
    item: PlanItem

    @property
    def open(self) -> bool:
        """Whether the resident could come: offered, held and within reach."""
        session = self.held.session
        offered = self.item.offered_on is not None and self.item.offered_on <= session.day
        return offered and session.cancelled_by is None and session.reachable is not False


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
            yield self._tell(visit, Witness.PARTICIPANT, 0, minutes, away.reason or "none", hours=20)
            return
        if drawn < 0.05:
            return
        done = minutes if drawn < 0.72 else minutes * 2 // 3 if drawn < 0.9 else minutes // 2
        yield self._tell(visit, Witness.PARTICIPANT, done, minutes - done if drawn > 0.8 else 0, hours=20)

    def _own_word(self, visit: Visit, away: Absence) -> Iterator[Account]:
        """The person's own notice, in the morning or some days later."""
        minutes = visit.held.session.minutes
        if away.noticed:
            yield self._tell(visit, Witness.PARTICIPANT, 0, minutes, away.reason, proof=away.proof, hours=5)
        elif away.afterwards and visit.held.session.day + timedelta(days=3) <= self.until:
            yield self._tell(visit, Witness.PARTICIPANT, 0, minutes, away.reason, proof=away.proof, days=3)

    def _register(self, visit: Visit, away: Absence | None) -> Iterator[Account]:
        session, witness = visit.held.session, visit.group.witness
        marked = visit.held.marked_at
        recent = session.day > self.until - timedelta(weeks=TOLD_LATE_WEEKS)
        if marked is None and not (recent and self.resident.story in FOLLOWED):
            return
        days = (marked.date() - session.day).days if marked else 0
        minutes, drawn = session.minutes, self.lot.random()
        if away is None:
            late = 15 + int(drawn * 1000) % 31 if drawn < 0.03 else 0
            yield self._tell(
                visit, witness, minutes - late, late, "late" if late else "", days=days, hours=17
            )
            if drawn > 0.996 and session.day + timedelta(days=1) <= self.until:
                # The two do not agree: the register was corrected to absence, the person says present.
                yield self._tell(visit, witness, 0, minutes, "none", days=days, hours=18)
                yield self._tell(visit, Witness.PARTICIPANT, minutes, 0, days=days, hours=20)
            return
        if visit.group.offer.provider == OVER_REPORTER and drawn < 0.7:
            yield self._tell(visit, witness, minutes, 0, days=days, hours=17)
            return
        valid: int | None = None
        if witness is Witness.SCHOOL_SYSTEM and self.resident.story is not Story.NO_CERTIFICATE:
            valid = minutes if away.noticed else 0 if not away.reason else None
        reason = "" if away.noticed or away.afterwards else "none"
        yield self._tell(visit, witness, 0, minutes, reason, valid=valid, days=days, hours=17)

    def _checked(self, visit: Visit, away: Absence | None) -> Iterator[Account]:
        """At the employer that over-reports, people are sent home early and a caseworker sometimes looks in."""
        session, drawn = visit.held.session, self.lot.random()
        if away is None and drawn < 0.12:
            yield self._tell(visit, Witness.PARTICIPANT, session.minutes // 2, session.minutes - session.minutes // 2,
                             "provider_cancelled", hours=19)  # fmt: skip
        # The same day for everyone in the group: a visit is drawn from the session.
        if Random(f"{self.seed}/visit/{session.reference}").random() < 0.06:
            present = 0 if away else session.minutes
            yield self._tell(visit, Witness.CASEWORKER, present, session.minutes - present, "none" if away else "",
                             hours=16)  # fmt: skip

    def _tell(
        self,
        visit: Visit,
        witness: Witness,
        attended: int,
        absent: int,
        reason: str = "",
        *,
        valid: int | None = None,
        proof: bool = False,
        days: int = 0,
        hours: int = 12,
    ) -> Account:
        session = visit.held.session
        source = {Witness.PARTICIPANT: OWN_PAGES, Witness.CASEWORKER: VISIT}.get(witness, visit.held.source)
        leader = visit.group.leader
        return Account(
            source,
            f"{session.reference}-{hours}",
            session.reference,
            self.resident.reference,
            witness,
            Minutes(attended),
            Minutes(absent),
            reason,
            None if valid is None else Minutes(valid),
            proof,
            at(session.day + timedelta(days=days), hours),
            leader.username if leader and witness is Witness.TEACHER else "",
        )
