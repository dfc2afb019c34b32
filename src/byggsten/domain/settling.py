"""Settle what happened with one person's time at one session, by the precedence table «narvaro».

Sources: the strategy, Fokusområde 1 (over-reported attendance), and the principle of this product that
unknown is not guilty: an unrecorded or disputed hour is never absence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from byggsten.domain.attendance import Account, Witness, latest_of_each
from byggsten.domain.dates import Minutes
from byggsten.domain.planning import Canceller
from byggsten.domain.reasons import Owner, Validity, reason_on

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from byggsten.domain.planning import PlanItem, Session
    from byggsten.domain.reasons import Reason
    from byggsten.domain.rules import Rulebook

SILENT, PRESENT, ABSENT = "tiger", "närvarande", "frånvarande"
WITNESS_FACTS = {
    Witness.TEACHER: "lärare",
    Witness.SCHOOL_SYSTEM: "skolsystem",
    Witness.HOST: "värd",
    Witness.PARTICIPANT: "deltagare",
    Witness.CASEWORKER: "handläggare",
}
ACCOUNT_ORDER = {
    "handläggare": (Witness.CASEWORKER,),
    "anordnare": (Witness.TEACHER, Witness.SCHOOL_SYSTEM, Witness.HOST),
    "deltagare": (Witness.PARTICIPANT,),
}
CANCELLED_OWNER = {
    Canceller.PROVIDER: Owner.PROVIDER,
    Canceller.MUNICIPALITY: Owner.MUNICIPALITY,
    Canceller.TRAVEL: Owner.TRAVEL,
}
NO_REASON = "none"
NO_TIME = Minutes(0)
STATES = ("attended", "valid", "invalid", "cancelled", "not_charged", "unknown", "ahead")


@dataclass(frozen=True, slots=True)
class Hour:
    """One person's time at one session, settled: minutes by state, and who owns what was missed.

    The states add up to the session's minutes, and the owners to the states that are missing time.
    """

    session: Session
    outcome: str
    row: str
    attended: Minutes = NO_TIME
    valid: Minutes = NO_TIME
    invalid: Minutes = NO_TIME
    cancelled: Minutes = NO_TIME
    not_charged: Minutes = NO_TIME
    unknown: Minutes = NO_TIME
    ahead: Minutes = NO_TIME
    owners: Mapping[Owner, Minutes] = field(default_factory=dict)
    offered: bool = False
    announced: bool = False
    reason: str = ""
    accounts: tuple[Account, ...] = ()

    def __post_init__(self) -> None:
        if sum(getattr(self, state) for state in STATES) != self.session.minutes:
            raise AssertionError(f"the states of {self.session.reference} do not add up to its minutes")
        missing = self.session.minutes - self.attended - self.ahead
        if sum(self.owners.values()) != missing:
            raise AssertionError(f"the owners of {self.session.reference} do not add up to the missing time")

    @property
    def wholly_invalid(self) -> bool:
        """Absent the whole time, without a valid reason."""
        return self.invalid == self.session.minutes


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What holds around the hour apart from what the witnesses say.

    ``on`` is the day from which one looks; ``run`` the days in a row of absence for the same reason,
    ``proven`` whether a certificate has been seen in that run.
    """

    item: PlanItem
    self_reported: bool
    on: date
    run: int = 1
    proven: bool = False


def settle(
    session: Session,
    accounts: tuple[Account, ...],
    around: Circumstances,
    table: Rulebook,
    reasons: Mapping[str, tuple[Reason, ...]],
) -> Hour:
    """Decide by the table whose account counts, and split the session's minutes into states."""
    last = latest_of_each(accounts)
    facts = _facts(session, last, around)
    decision = table.decide(session.day, facts, ("källa_som_gäller", "timme"))
    outcome = decision.outcome("timme")
    hour = _Draft(session, str(outcome or "okänt"), decision.row("timme"), tuple(last.values()), facts)
    if outcome == "kommande":
        return hour.whole("ahead", None)
    if outcome == "inställd":
        return hour.whole("cancelled", CANCELLED_OWNER[session.cancelled_by or Canceller.PROVIDER])
    if outcome == "ej_krävbar":
        return hour.whole("not_charged", Owner.TRAVEL if session.reachable is False else Owner.MUNICIPALITY)
    if outcome in ("närvaro", "frånvaro"):
        account = _counting(last, str(decision.outcome("källa_som_gäller")))
        if account is not None:
            return hour.by_account(account, _reason(account, last, session, reasons), around)
    return hour.whole("unknown", Owner.UNKNOWN)


def _facts(
    session: Session, last: dict[Witness, Account], around: Circumstances
) -> dict[str, bool | int | str | None]:
    told: dict[str, bool | int | str | None] = {
        name: SILENT if witness not in last else PRESENT if last[witness].present else ABSENT
        for witness, name in WITNESS_FACTS.items()
    }
    own = last.get(Witness.PARTICIPANT)
    item, day = around.item, session.day
    return told | {
        "inställd": session.cancelled_by is not None,
        "erbjuden": item.offered_on is not None and item.offered_on <= day,
        "aviserad": session.announced_on is not None and session.announced_on < day,
        "aviserad_dagar_före": (day - session.announced_on).days if session.announced_on else None,
        "nåbar": session.reachable,
        "självrapport": around.self_reported,
        "förhandsanmäld": own is not None
        and not own.present
        and own.recorded_at is not None
        and own.recorded_at.date() <= day,
        # Nobody can say what happened at a session that lies ahead; for today an account is enough.
        "har_skett": day < around.on or (day == around.on and bool(last)),
    }


def _counting(last: dict[Witness, Account], whose: str) -> Account | None:
    return next((last[witness] for witness in ACCOUNT_ORDER.get(whose, ()) if witness in last), None)


def _reason(
    account: Account,
    last: dict[Witness, Account],
    session: Session,
    reasons: Mapping[str, tuple[Reason, ...]],
) -> Reason | None:
    # The teacher sees an empty chair; the person is the one who can say why.
    own = last.get(Witness.PARTICIPANT)
    code = account.reason
    if code in ("", NO_REASON) and own is not None and own.absent:
        code = own.reason
    return reason_on(reasons, code or NO_REASON, session.day)


@dataclass(frozen=True, slots=True)
class _Draft:
    session: Session
    outcome: str
    row: str
    accounts: tuple[Account, ...]
    facts: Mapping[str, bool | int | str | None]

    def whole(self, state: str, owner: Owner | None) -> Hour:
        minutes = self.session.minutes
        return self._hour({state: minutes}, {owner: minutes} if owner else {}, "")

    def by_account(self, account: Account, reason: Reason | None, around: Circumstances) -> Hour:
        total = self.session.minutes
        attended = Minutes(min(account.attended, total))
        absent = Minutes(min(account.absent, total - attended))
        valid = absent if account.told_valid is None else Minutes(min(account.told_valid, absent))
        states = {"attended": attended, "unknown": Minutes(total - attended - absent)}
        owners = {Owner.UNKNOWN: states["unknown"]}

        def put(state: str, owner: Owner, minutes: Minutes) -> None:
            if owner is Owner.PERSON:
                state, owner = self._chargeable(state)
            states[state] = Minutes(states.get(state, 0) + minutes)
            owners[owner] = Minutes(owners.get(owner, 0) + minutes)

        put(*_verdict(reason, around, told=account.told_valid is not None), valid)
        put("invalid", Owner.PERSON, Minutes(absent - valid))
        return self._hour(
            states, {o: m for o, m in owners.items() if m}, reason.code if reason and absent else ""
        )

    def _chargeable(self, state: str) -> tuple[str, Owner]:
        """Where the person's own missing time goes: it is theirs only if it could be asked for."""
        if not (self.facts["erbjuden"] and self.facts["aviserad"]):
            return "not_charged", Owner.MUNICIPALITY
        if self.session.reachable is None:
            return "unknown", Owner.UNKNOWN
        return (state, Owner.PERSON) if self.session.reachable else ("not_charged", Owner.TRAVEL)

    def _hour(self, states: dict[str, Minutes], owners: Mapping[Owner, Minutes], reason: str) -> Hour:
        return Hour(
            self.session,
            self.outcome,
            self.row,
            **states,
            owners=owners,
            offered=bool(self.facts["erbjuden"]),
            announced=bool(self.facts["aviserad"]),
            reason=reason,
            accounts=self.accounts,
        )


def _verdict(reason: Reason | None, around: Circumstances, *, told: bool) -> tuple[str, Owner]:
    """State and owner of the absent minutes that are not already told to be invalid."""
    if told:
        # The school has judged; the reason says only whose time it was.
        return "valid", reason.owner if reason and reason.validity is Validity.VALID else Owner.PERSON
    if reason is None or reason.validity is Validity.TO_BE_TRIED:
        return "unknown", Owner.UNKNOWN
    if reason.validity is Validity.INVALID:
        return "invalid", Owner.PERSON
    waits = reason.proof_after_days is not None and around.run > reason.proof_after_days and not around.proven
    return ("unknown", Owner.UNKNOWN) if waits else ("valid", reason.owner)
