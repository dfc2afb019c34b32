"""Made-up people, some recorded a second time as registers, borders and desks write them."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from byggsten.domain.likeness import Identity
from byggsten.domain.people import Sex
from byggsten.simulate.names import draw_family, draw_language

SPELLINGS = (
    ("mm", "m"), ("ss", "s"), ("ou", "u"), ("oo", "u"), ("kh", "x"), ("q", "k"), ("w", "v"), ("y", "j"),
    ("ii", "iy"), ("h", ""), ("a", "e"), ("i", "e"), ("o", "u"), ("sh", "ch"), ("t", "th"), ("al-", ""),
)  # fmt: skip


def people(lot, number):
    """So many people with a language's names and a day of birth, one in twenty on 1 January."""
    found = []
    for _ in range(number):
        language = draw_language(lot)
        sex = lot.choice(list(Sex))
        given = " ".join(language.given(lot, sex) for _ in range(lot.choice((1, 1, 1, 2))))
        born = date(1950, 1, 1) + timedelta(days=lot.randrange(25_000))
        born = born.replace(month=1, day=1) if lot.randrange(20) == 0 else born
        found.append(Identity(given, draw_family(lot, language), born))
    return found


def spelled_otherwise(lot, name):
    """One sound of the name written in another way."""
    fitting = [pair for pair in SPELLINGS if pair[0] in name.casefold()]
    if not fitting:
        return name + "h"
    old, new = lot.choice(fitting)
    return name.casefold().replace(old, new, 1).title()


def wrong_day(lot, born):
    """The day as it goes wrong between two desks."""
    ways = [born + timedelta(days=1), born + timedelta(days=-1), born.replace(month=1, day=1)]
    if born.day <= 12:
        ways.append(born.replace(month=born.day, day=born.month))
    if (born.month, born.day) != (2, 29):
        ways.append(born.replace(year=born.year + lot.choice((-1, 1))))
    return lot.choice(ways)


def again(lot, who):
    """The same person as another desk has written it: one or two things differ."""
    for change in lot.sample(("given", "family", "swap", "day", "nothing"), 2):
        if change == "given":
            who = replace(who, given_name=spelled_otherwise(lot, who.given_name))
        elif change == "family":
            who = replace(who, family_name=spelled_otherwise(lot, who.family_name))
        elif change == "swap":
            who = replace(who, given_name=who.family_name, family_name=who.given_name)
        elif change == "day":
            who = replace(who, born=wrong_day(lot, who.born))
    return who


def list_with_duplicates(seed=1, number=2000, twice=200):
    """The people, and which places of the list are one person's."""
    lot = Random(seed)
    originals = people(lot, number)
    chosen = lot.sample(range(number), twice)
    copies = [again(lot, originals[place]) for place in chosen]
    return [*originals, *copies], {(place, number + n) for n, place in enumerate(chosen)}
