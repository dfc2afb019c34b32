"""Random facts for the real books: an ordinary person or hour with anything changed or missing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from byggsten.domain.rules import NEVER
from byggsten.rulebook import load
from tests.examples.pages import ordinary

if TYPE_CHECKING:
    from byggsten.domain.rules import Rulebook

FULL = ("norrtalje", "demo")
DUTY, HOUR = load("plikt", FULL), load("narvaro", FULL)
# Mostly while the ordinary person has a permit and a plan, so that the rules of a week have something to say.
DAYS = st.one_of(
    st.just(date(2026, 11, 22)),
    st.dates(date(2026, 3, 10), date(2027, 3, 9)),
    st.dates(date(2018, 1, 1), date(2033, 12, 31)),
)
ANY_DAY = st.dates(date(2018, 1, 1), date(2033, 12, 31))
BORN = st.dates(date(1950, 1, 1), date(2020, 12, 31))
MINUTES = st.integers(0, 3000)
COUNTS = st.integers(0, 900)
_SMALL = {
    "arbetsdagar": 7,
    "barn": 4,
    "barn_under_8": 3,
    "frånvaroveckor": 12,
    "frånvarodagar_i_rad": 30,
    "skolår": 16,
    "arbetsförmåga": 130,
    "stödmånader": 12,
}
STATES = (
    "närvaro",
    "giltig_frånvaro",
    "ogiltig_frånvaro",
    "inställt",
    "ej_krävbart",
    "okänd_tid",
    "kommande",
)
PAST = ("ogiltig_frånvaro", "okänd_tid", "ogiltig_frånvaro", "giltig_frånvaro", "inställt", "ej_krävbart")


def known_value(book: Rulebook, name: str) -> st.SearchStrategy:
    """Any known value of a fact."""
    fact = book.facts[name]
    match fact.type:
        case "datum":
            return BORN if name == "född" else st.one_of(ANY_DAY, st.just(NEVER))
        case "ja_nej":
            return st.booleans()
        case "kod":
            return st.sampled_from([code.name for code in fact.codes])
    return st.integers(0, _SMALL[name]) if name in _SMALL else MINUTES if fact.unit == "minuter" else COUNTS


def changes(book: Rulebook, *, missing: bool = True, most: int = 14) -> st.SearchStrategy:
    """A few facts with other values, perhaps missing."""
    values = {name: known_value(book, name) for name in book.facts}
    if missing:
        values = {name: st.one_of(value, st.none()) for name, value in values.items()}
    one = [st.tuples(st.just(name), value) for name, value in values.items()]
    return st.lists(st.one_of(one), max_size=most).map(dict)


def people(*, missing: bool = True) -> st.SearchStrategy:
    """Facts about a person: the ordinary one with changes."""
    return changes(DUTY, missing=missing).map(lambda changed: ordinary("plikt") | EVERYTHING | changed)


def hours(*, missing: bool = True) -> st.SearchStrategy:
    """Facts about an hour: the witnesses free, the rest mostly as they ought to be."""
    drawn = {}
    for name, ought in ordinary("narvaro").items():
        codes = [code.name for code in HOUR.facts[name].codes]
        choices = codes * 4 if codes else [ought] * 3 + [not ought] if type(ought) is bool else [0, 1, 2, 7]
        drawn[name] = st.sampled_from([*choices, None] if missing else choices)
    return st.fixed_dictionaries(drawn)


def weeks() -> st.SearchStrategy:
    """A person whose week's minutes add up to what was scheduled, with or without a confirmed plan."""
    some = st.sampled_from([0, 0, 60, 121, 600, 1200, 2400])
    drawn = {state: st.sampled_from([0, 0, 0, 600]) if state == "kommande" else some for state in STATES}
    plan = {
        "lucka": st.sampled_from([0, 0, 300, 2400]),
        "plan_från": st.sampled_from([date(2018, 1, 1)] * 5 + [NEVER]),
        "plan_bekräftad": st.sampled_from([date(2018, 1, 1)] * 5 + [NEVER]),
    }
    return st.tuples(changes(DUTY, most=4), st.fixed_dictionaries(drawn), st.fixed_dictionaries(plan)).map(
        lambda parts: (
            ordinary("plikt")
            | EVERYTHING
            | parts[0]
            | parts[1]
            | parts[2]
            | {"schemalagt": sum(parts[1].values())}
        )
    )


# What the ordinary person lacks in the examples, so that nothing at all is missing.
EVERYTHING = {
    "anknytning_mottagen": date(2020, 5, 10),
    "anknytning_ansökt": date(2024, 5, 10),
    "anknytning_svensk": False,
    "bortsedd_föräldratid_dagar": 0,
    "skolstart_efter_ordinarie": False,
    "elev_bedömd": NEVER,
    "förberedelseklass_från": NEVER,
}
