"""Codes that only the rule book knows: grounds of permits, facts and their values, reasons for absence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from byggsten.domain.rules import Type
from byggsten.domain.settling import NO_REASON
from byggsten.domain.texts import N_, Text
from byggsten.gateways.refusals import FileRefused, RowRefused
from byggsten.gateways.struct_fields import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from byggsten.domain.case import Case
    from byggsten.domain.duty import Rules
    from byggsten.domain.people import Fact, Permit
    from byggsten.domain.rules import Fact as FactOfBook

PERMIT = "permit"
_WANTED = {
    Type.DATE: N_("en dag"),
    Type.NUMBER: N_("ett heltal"),
    Type.TRUTH: N_("true eller false"),
    Type.CODE: N_("en kod"),
}


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of the rules at hand; each check raises RowRefused with the nearest code."""

    facts: dict[str, FactOfBook]
    reasons: frozenset[str]
    labels: dict[str, str]

    @classmethod
    def of(cls, rules: Rules) -> Codes:
        """The codes that the rules know.  ``labels`` leads from a reason's Swedish name to its code."""
        rows = [row for rows in rules.reasons.values() for row in rows]
        return cls(
            {fact.code: fact for fact in rules.duty.facts.values()},
            frozenset({*rules.reasons, "", NO_REASON}),
            {row.label_sv.casefold(): row.code for row in rows} | {row.code: row.code for row in rows},
        )

    def check_permit(self, permit: Permit) -> None:
        """Refuse a ground that the rule book does not have."""
        grounds = [code.code for code in self.facts[PERMIT].codes] if PERMIT in self.facts else []
        if permit.ground not in grounds:
            raise _unknown("ground", permit.ground, grounds)

    def check_fact(self, fact: Fact) -> None:
        """Refuse a fact that the rule book does not have, or a value of another kind than it has."""
        known = self.facts.get(fact.code)
        if known is None:
            raise _unknown("code", fact.code, self.facts)
        if fact.value is None:
            return
        if known.codes and fact.value not in (codes := [code.code for code in known.codes]):
            raise _unknown("value", str(fact.value), codes)
        if not _fits(fact.value, known.type):
            told = {"wanted": _WANTED[known.type], "code": fact.code}
            raise RowRefused("value", str(fact.value), Text(N_("%(code)s ska vara %(wanted)s."), told))

    def check_reason(self, reason: str) -> None:
        """Refuse a reason for absence that the table of reasons does not have."""
        if reason not in self.reasons:
            raise _unknown("reason", reason, self.reasons - {""})

    def check_case(self, case: Case, path: str) -> None:
        """Refuse the file for the first code of the case that the rules do not know."""
        try:
            for permit in case.permits:
                self.check_permit(permit)
            for fact in case.facts:
                self.check_fact(fact)
            for account in case.accounts:
                self.check_reason(account.reason)
        except RowRefused as refusal:
            raise FileRefused(refusal.text, f"{path}, {refusal.column} «{refusal.value}»") from None


def _unknown(column: str, code: str, among: Iterable[str]) -> RowRefused:
    known = sorted(among)
    near = nearest(code, known)
    if near:
        return RowRefused(column, code, Text(N_("Koden finns inte. Menade du «%(near)s»?"), {"near": near}))
    told = {"known": ", ".join(known[:30])}
    return RowRefused(column, code, Text(N_("Koden finns inte. Välj en av: %(known)s."), told))


def _fits(value: date | int | bool | str, kind: Type) -> bool:
    if kind is Type.TRUTH:
        return isinstance(value, bool)
    if kind is Type.NUMBER:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, date if kind is Type.DATE else str)
