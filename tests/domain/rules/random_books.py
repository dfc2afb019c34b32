"""Rulebooks and people by lot, and the plainest way of asking a book, to measure the others by."""

from __future__ import annotations

import functools
import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

from byggsten.domain.rules import NEVER, Rulebook
from byggsten.domain.rules.closure import rows_on
from byggsten.domain.rules.evaluate import evaluate
from byggsten.domain.rules.expressions import Role, Type
from byggsten.rulebook.loader import load_texts

if TYPE_CHECKING:
    from byggsten.domain.rules import FactValue, Parameter
    from byggsten.domain.rules.expressions import Reference

FIRST, LAST = date(2020, 1, 1), date(2026, 12, 31)
_HEAD = """
bok: lott
källor: {s: {sv: Källa, en: Source}}
fakta:
  d1: {kod: d1, typ: datum, sv: D1, en: D1}
  d2: {kod: d2, typ: datum, sv: D2, en: D2}
  t1: {kod: t1, typ: tal, sv: T1, en: T1}
  t2: {kod: t2, typ: tal, sv: T2, en: T2}
  j1: {kod: j1, typ: ja_nej, sv: J1, en: J1}
  j2: {kod: j2, typ: ja_nej, sv: J2, en: J2}
  k1: {kod: k1, typ: kod, sv: K1, en: K1, koder: {a: {kod: a1, sv: A, en: A}, b: {kod: b1, sv: B, en: B}, c: {kod: c1, sv: C, en: C}}}
  k2: {kod: k2, typ: kod, sv: K2, en: K2, koder: {a: {kod: a2, sv: A, en: A}, b: {kod: b2, sv: B, en: B}, c: {kod: c2, sv: C, en: C}}}
parametrar:
  p1: {sv: P1, en: P1, enhet: st, värden: [
    {från: 2000-01-01, är: 3, källa: s, tillit: V}, {från: 2023-07-01, är: 5, källa: s, tillit: V}]}
  p2: {sv: P2, en: P2, enhet: st, vid: d1, värden: [
    {från: 2021-01-01, är: 2, källa: s, tillit: V}, {från: 2024-01-01, är: 7, källa: s, tillit: V}]}
  p3: {sv: P3, en: P3, enhet: st, öppen: ja, värden: [{från: 2024-06-01, är: 4, källa: s, tillit: V}]}
  p4: {sv: P4, en: P4, typ: ja_nej, öppen: ja, värden: []}
"""  # noqa: E501 - a fact a line


class _Lot:
    """Draws expressions of a type from the names that are at hand."""

    def __init__(self, seed: int) -> None:
        self.lot = random.Random(seed)
        self.names = {
            Type.DATE: ["d1", "d2", "idag"],
            Type.NUMBER: ["t1", "t2", "p1", "p2", "p3"],
            Type.TRUTH: ["j1", "j2", "p4"],
            Type.CODE: ["k1", "k2"],
        }

    def number(self, depth: int) -> str:
        if depth == 0 or self.lot.random() < 0.3:
            return self.lot.choice([*self.names[Type.NUMBER], str(self.lot.randint(0, 9))])
        one, other = self.number(depth - 1), self.number(depth - 1)
        return self.lot.choice(
            [
                f"({one} + {other})",
                f"({one} - {other})",
                f"({one} * {self.lot.randint(0, 4)})",
                f"({one} // {self.lot.randint(1, 4)})",
                f"{self.lot.choice(['minsta', 'största'])}({one}, {other})",
                f"({self.day(depth - 1)} - {self.day(depth - 1)}) // 7",
                f"hela_år({self.day(depth - 1)}, {self.day(depth - 1)})",
                f"-{one}",
            ]
        )

    def day(self, depth: int) -> str:
        if depth == 0 or self.lot.random() < 0.4:
            return self.lot.choice([*self.names[Type.DATE], "aldrig"])
        return self.lot.choice(
            [
                f"månader_efter({self.day(depth - 1)}, {self.number(0)})",
                f"({self.day(depth - 1)} + {self.number(0)})",
                f"({self.day(depth - 1)} - {self.number(0)})",
                f"minsta({self.day(depth - 1)}, {self.day(depth - 1)})",
            ]
        )

    def truth(self, depth: int) -> str:
        if depth == 0 or self.lot.random() < 0.25:
            return self.lot.choice([self._leaf, self._days, self._numbers, self._code])()
        one, other = self.truth(depth - 1), self.truth(depth - 1)
        return self.lot.choice([f"({one} och {other})", f"({one} eller {other})", f"inte {one}"])

    def _leaf(self) -> str:
        return self.lot.choice([*self.names[Type.TRUTH], "j1 är nej", "ja"])

    def _days(self) -> str:
        return f"({self.day(2)} {self.lot.choice(['före', 'efter', 'minst', 'högst', 'är'])} {self.day(1)})"

    def _numbers(self) -> str:
        sign = self.lot.choice(["över", "under", "minst", "högst", "är inte"])
        return f"({self.number(2)} {sign} {self.number(1)})"

    def _code(self) -> str:
        name = self.lot.choice(self.names[Type.CODE])
        return f"({name} {self.lot.choice(['är a', 'är inte b', 'i (a, c)', 'inte i (b, c)'])})"


def _rule(lot: _Lot, name: str, *, number: bool) -> str:
    rows = []
    for n in range(lot.lot.randint(1, 4)):
        since = f"från: {lot.lot.choice([2021, 2025])}-07-01, " if lot.lot.random() < 0.3 else ""
        blir = lot.number(1) if number else lot.lot.choice("abc")
        rows.append(f'{{id: r{n}, om: "{lot.truth(3)}", {since}blir: "{blir}", sv: Text., en: Text.}}')
    blir = lot.number(2) if number else lot.lot.choice("abc")
    rows.append(f'{{id: sist, blir: "{blir}", sv: "Annars {{t1}}.", en: Otherwise.}}')
    kind = "tal: st" if number else "utfall: {a: {sv: A, en: A}, b: {sv: B, en: B}, c: {sv: C, en: C}}"
    lines = "".join(f"      - {row}\n" for row in rows)
    return f"  {name}:\n    {{HEAD}}\n    {kind}\n    rader:\n{lines}".replace(
        "{HEAD}", "sv: Regel\n    en: Rule\n    art: upplysning\n    källa: s\n    tillit: V"
    )


@functools.cache
def random_book(seed: int) -> Rulebook:
    """A book of six tables and three derived values that read each other; the same for the same seed."""
    lot = _Lot(seed)
    derived, rules = ["härlett:"], ["regler:"]
    for n in range(3):
        for kind, name, text in (
            (Type.NUMBER, f"hn{n}", lot.number(2)),
            (Type.DATE, f"hd{n}", lot.day(2)),
            (Type.TRUTH, f"hj{n}", lot.truth(2)),
        ):
            derived.append(f'  {name}: {{är: "{text}", typ: {kind.value}, sv: {name}, en: {name}}}')
            lot.names[kind].append(name)
        rules.append(_rule(lot, f"u{n}", number=False))
        lot.names[Type.CODE].append(f"u{n}")
        rules.append(_rule(lot, f"n{n}", number=True))
        lot.names[Type.NUMBER].append(f"n{n}")
    text = _HEAD + "\n".join(derived) + "\n" + "\n".join(rules)
    return load_texts("lott", [(f"lott {seed}", text, "")])


def random_day(lot: random.Random) -> date:
    return FIRST + timedelta(days=lot.randint(0, (LAST - FIRST).days))


def random_person(lot: random.Random, missing: float) -> dict[str, FactValue]:
    """Facts near the edges of the rules; each is missing with the given chance."""
    days = [NEVER, *(date(2019, 1, 1) + timedelta(days=lot.randint(0, 3000)) for _ in range(3))]
    person: dict[str, FactValue] = {
        "d1": lot.choice(days),
        "d2": lot.choice(days),
        "t1": lot.randint(-3, 9),
        "t2": lot.randint(-3, 9),
        "j1": lot.random() < 0.5,
        "j2": lot.random() < 0.5,
        "k1": lot.choice("abc"),
        "k2": lot.choice("abc"),
    }
    return {name: None if lot.random() < missing else value for name, value in person.items()}


class _Walk:
    """Reads the tables row by row; no function is written."""

    def __init__(self, book: Rulebook, day: date, person: dict[str, FactValue]) -> None:
        self.book = book
        self.day = day.toordinal()
        self.encoded = book.encode(person)
        self.found: dict[str, int | None] = {}

    def read(self, ref: Reference) -> int | None:
        match ref.role:
            case Role.FACT:
                index = self.book.facts[ref.name].index
                return None if self.encoded.missing >> index & 1 else self.encoded.values[index]
            case Role.PARAMETER:
                return self.parameter(self.book.parameters[ref.name])
            case Role.TODAY:
                return self.day
            case _:
                return self.found[ref.name]

    def parameter(self, parameter: Parameter) -> int | None:
        chosen = self.day
        if parameter.selector != "idag":
            index = self.book.facts[parameter.selector].index
            if self.encoded.missing >> index & 1:
                return None
            chosen = self.encoded.values[index]
        value = parameter.on(chosen)
        return None if value is None else value.number

    def rule(self, name: str) -> tuple[object, str]:
        for row in rows_on(self.book.tables, name, self.day):
            holds = 1 if row.condition is None else evaluate(row.condition, self.read)
            if holds != 0:
                value = row.code if row.formula is None else evaluate(row.formula, self.read)
                self.found[name] = number = None if holds is None else value
                outcomes = self.book.rules[name].outcomes
                return (outcomes[number].name if outcomes and number is not None else number), row.id
        raise AssertionError(name)


def walk(book: Rulebook, day: date, person: dict[str, FactValue]) -> dict[str, tuple[object, str]]:
    """Outcome and row of each rule, the plain way."""
    asked = _Walk(book, day, person)
    out: dict[str, tuple[object, str]] = {}
    for name in book.tables.order:
        if name in book.derived:
            asked.found[name] = evaluate(book.derived[name].expression, asked.read)
        else:
            out[name] = asked.rule(name)
    return out
