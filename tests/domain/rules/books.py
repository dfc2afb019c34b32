"""Small rulebooks for the tests of the engine, as the text of a file."""

from __future__ import annotations

import functools
from datetime import date

from byggsten.domain.rules import Rulebook, RulebookError
from byggsten.rulebook.loader import load_texts

# One of everything: each type of fact, a derived value of each type, a number with a transitional provision,
# an open norm, a row with dates, a table of numbers, and tables that read tables.
SMALL = """
bok: prov
källor:
  sfs-2017-584: {sv: "Lag (2017:584) om ansvar", en: "Act (2017:584) on responsibility"}
  strategi: {sv: Integrationsstrategi, en: Integration strategy}
fakta:
  född: {kod: born, typ: datum, sv: Född, en: Born}
  tillstånd:
    kod: permit
    typ: kod
    sv: Tillstånd
    en: Permit
    koder:
      inget: {kod: none, sv: Inget, en: None}
      flykting: {kod: refugee, sv: Flykting, en: Refugee}
      arbete: {kod: work, sv: Arbete, en: Work}
  tillstånd_från: {kod: permit_first_day, typ: datum, sv: Tillstånd från, en: Permit from}
  självförsörjande: {kod: self_supporting, typ: ja_nej, sv: Försörjer sig, en: Self-supporting}
  barn: {kod: children, typ: tal, enhet: barn, sv: Barn i hemmet, en: Children at home}
  närvaro: {kod: attended, typ: tal, enhet: minuter, sv: Närvaro, en: Attended}
parametrar:
  lägsta_ålder:
    sv: Lägsta ålder
    en: Lowest age
    enhet: år
    värden:
      - {från: 2018-01-01, är: 20, källa: sfs-2017-584 1 §, tillit: V}
      - {från: 2024-01-01, är: 18, källa: sfs-2017-584 1 §, tillit: V, känd: 2023-12-01}
  kurs_minuter:
    sv: Kursens omfattning
    en: Extent of the course
    enhet: minuter
    vid: tillstånd_från
    värden:
      - {från: 2010-12-01, är: 3600, källa: sfs-2017-584 5 §, tillit: M}
      - {från: 2020-01-01, är: 6000, källa: sfs-2017-584 5 §, tillit: M}
  varaktigt: {sv: Varaktig frånvaro, en: Lasting absence, enhet: veckor, öppen: ja, värden: []}
  månader: {sv: Periodens längd, en: Length of the period, enhet: månader, värden: [
    {från: 2018-01-01, är: 24, källa: strategi Begrepp, tillit: D}]}
härlett:
  ålder: {är: "hela_år(född, idag)", typ: tal, enhet: år, sv: Ålder, en: Age}
  slut: {är: "månader_efter(tillstånd_från, månader)", typ: datum, sv: Periodens slut, en: End of the period}
  ingår: {är: målgrupp är inne och inte självförsörjande, typ: ja_nej, sv: Ingår, en: Is included}
regler:
  målgrupp:
    sv: Målgrupp
    en: Target group
    art: upplysning
    källa: strategi Målgrupper
    tillit: V
    utfall: {ute: {sv: Utanför, en: Outside}, inne: {sv: Innanför, en: Inside}}
    rader:
      - id: inget_tillstånd
        om: inte (tillstånd i (flykting, arbete)) eller tillstånd_från efter idag
        blir: ute
        sv: Har inget tillstånd.
        en: Has no permit.
      - id: arbete
        om: tillstånd är arbete
        blir: ute
        från: 2021-01-01
        till: 2022-12-31
        sv: Är här för att arbeta.
        en: Is here to work.
      - id: ung
        om: ålder under lägsta_ålder
        blir: ute
        källa: sfs-2017-584 2 §
        sv: Är {ålder} år, gränsen är {lägsta_ålder}.
        en: Is {ålder}, the limit is {lägsta_ålder}.
      - id: i_perioden
        om: idag högst slut
        blir: inne
        sv: Inom perioden, som slutar {slut}.
        en: Within the period, which ends {slut}.
      - {id: övriga, blir: ute, sv: "Perioden är slut sedan {slut}.", en: "The period ended {slut}."}
  krav:
    sv: Veckans krav
    en: The week's requirement
    art: krav
    part: person
    källa: strategi Plikt
    tillit: D
    tal: minuter
    rader:
      - {id: ingår_inte, om: inte ingår, blir: 0, sv: Inget krav., en: No requirement.}
      - id: alla
        blir: 2400 - 60 * minsta(barn, 4)
        sv: Kravet, med {barn} barn i hemmet.
        en: The requirement, with {barn} children at home.
  kurs:
    sv: Kurs
    en: Course
    art: frist
    källa: strategi Kurs
    tillit: D
    utfall: {klar: {sv: Klar, en: Completed}, pågår: {sv: Pågår, en: Ongoing}}
    rader:
      - id: alla_timmar
        om: närvaro minst kurs_minuter
        blir: klar
        sv: Har gått {närvaro} av {kurs_minuter}.
        en: Has done {närvaro} of {kurs_minuter}.
      - {id: pågår, blir: pågår, sv: "{närvaro} minuter av {kurs_minuter}.", en: "{närvaro} minutes."}
  signal:
    sv: Signal
    en: Signal
    art: signal
    källa: strategi Plikt
    tillit: U
    öppen: ja
    utfall: {tyst: {sv: Ingen signal, en: No signal}, hör_av: {sv: Hör av dig, en: Get in touch}}
    rader:
      - {id: ute, om: målgrupp är ute, blir: tyst, sv: "Är {målgrupp}.", en: "Is {målgrupp}."}
      - id: länge
        om: krav över 0 och närvaro under 100 och barn minst varaktigt
        blir: hör_av
        sv: Var med {närvaro} av {krav}.
        en: Attended {närvaro} of {krav}.
      - {id: annars, blir: tyst, sv: Inget särskilt., en: Nothing particular.}
"""
DAY = date(2026, 11, 22)
# An adult refugee in the second year of her period.
AMINA = {
    "född": date(1990, 2, 28),
    "tillstånd": "flykting",
    "tillstånd_från": date(2025, 3, 1),
    "självförsörjande": False,
    "barn": 2,
    "närvaro": 90,
}


@functools.cache
def book(text: str = SMALL, *overlays: str) -> Rulebook:
    """A book from one national file and any number of overlays, each a file of its own."""
    files = [("national/prov/10.yaml", text, "")]
    files += [(f"local/lokal{n}/prov/10.yaml", o, f"lokal{n}") for n, o in enumerate(overlays, start=1)]
    return load_texts("prov", files)


def changed(old: str, new: str) -> str:
    """The small book with one place changed; the place must be there exactly once."""
    assert SMALL.count(old) == 1, old
    return SMALL.replace(old, new)


def refusal(text: str, *overlays: str) -> RulebookError:
    """The error that a text gives; a text that is accepted is a failure."""
    try:
        book(text, *overlays)
    except RulebookError as error:
        return error
    raise AssertionError("the book was accepted")
