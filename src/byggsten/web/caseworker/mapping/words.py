"""The words of the mapping's pages for codes: levels, speakers, evidence, tracks."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from byggsten.domain.competence import Absence, Evidence, Speaker, Track
from byggsten.domain.competence.codes import Home, LicenceCategory, SwedishStep
from byggsten.domain.competence.topics import Contacts, Direction, EducationLevel, Proficiency

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

    from django_stubs_ext import StrPromise

CODES: Mapping[type[StrEnum], Mapping[StrEnum, StrPromise]] = MappingProxyType({
    EducationLevel: {
        EducationLevel.NO_SCHOOL: _("Har inte gått i skola"),
        EducationLevel.UNDER_NINE_YEARS: _("Grundskola, kortare än nio år"),
        EducationLevel.NINE_YEARS: _("Grundskola, nio eller tio år"),
        EducationLevel.UPPER_SECONDARY: _("Gymnasium eller yrkesskola"),
        EducationLevel.POST_SECONDARY_SHORT: _("Efter gymnasiet, kortare än två år"),
        EducationLevel.POST_SECONDARY: _("Högskola eller universitet, två år eller längre"),
        EducationLevel.RESEARCH: _("Forskarutbildning"),
    },
    Proficiency: {
        Proficiency.NONE: _("Inte alls"),
        Proficiency.LITTLE: _("Lite"),
        Proficiency.GOOD: _("Bra"),
        Proficiency.VERY_GOOD: _("Mycket bra"),
        Proficiency.FLUENT: _("Flytande"),
    },
    SwedishStep: {
        SwedishStep.NONE: _("Nybörjare"),
        SwedishStep.SFI_A: _("Sfi kurs A"),
        SwedishStep.SFI_B: _("Sfi kurs B"),
        SwedishStep.SFI_C: _("Sfi kurs C"),
        SwedishStep.SFI_D: _("Sfi kurs D"),
        SwedishStep.BEYOND: _("Mer än sfi"),
    },
    Home: {
        Home.NONE: _("Ingen bostad"),
        Home.ASYLUM_HOUSING: _("Boende hos Migrationsverket"),
        Home.LODGER: _("Inneboende"),
        Home.MUNICIPAL_CONTRACT: _("Kommunens kontrakt"),
        Home.SECOND_HAND: _("Hyr i andra hand"),
        Home.CARE_HOME: _("Familjehem eller annat vårdboende"),
        Home.OWN_RENTAL: _("Hyr med eget kontrakt"),
        Home.OWNED: _("Äger sin bostad"),
    },
    LicenceCategory: {
        LicenceCategory.AM: _("AM, moped"),
        LicenceCategory.A: _("A, motorcykel"),
        LicenceCategory.B: _("B, personbil"),
        LicenceCategory.BE: _("BE, personbil med tungt släp"),
        LicenceCategory.C: _("C, lastbil"),
        LicenceCategory.CE: _("CE, lastbil med släp"),
        LicenceCategory.D: _("D, buss"),
        LicenceCategory.DE: _("DE, buss med släp"),
        LicenceCategory.TRACTOR: _("Traktor"),
        LicenceCategory.FORKLIFT: _("Truck"),
    },
    Contacts: {
        Contacts.NONE: _("Ingen"),
        Contacts.FEW: _("En eller två"),
        Contacts.SOME: _("Några"),
        Contacts.MANY: _("Många"),
    },
    Direction: {
        Direction.WORK: _("Arbeta"),
        Direction.STUDIES: _("Studera"),
        Direction.OWN_BUSINESS: _("Starta eget"),
        Direction.OTHER: _("Något annat"),
    },
})  # fmt: skip
SPEAKERS: Mapping[Speaker, StrPromise] = MappingProxyType({
    Speaker.PERSON: _("Personen själv"),
    Speaker.GUARDIAN: _("God man eller vårdnadshavare"),
    Speaker.CASEWORKER: _("Handläggaren"),
    Speaker.DOCUMENT: _("En handling"),
    Speaker.SCHOOL: _("Skolan"),
    Speaker.EMPLOYER: _("Arbetsgivaren"),
    Speaker.DOCTOR: _("Läkare eller vården"),
    Speaker.OTHER: _("Någon annan"),
})  # fmt: skip
EVIDENCE: Mapping[Evidence, StrPromise] = MappingProxyType({
    Evidence.NONE: _("Inget papper"),
    Evidence.COPY: _("Kopia"),
    Evidence.ORIGINAL: _("Original"),
    Evidence.TESTED: _("Prövat här"),
    Evidence.CERTIFIED: _("Intyg"),
    Evidence.VALIDATED_UHR: _("Bedömt av UHR"),
    Evidence.VALIDATED_TRADE: _("Validerat av branschen"),
})  # fmt: skip
TRACKS: Mapping[Track, tuple[StrPromise, StrPromise]] = MappingProxyType({
    Track.STUDY_PATH: (_("Studieväg"), _("Bygga vidare på skolan: sfi, grundnivå, yrke eller högskola.")),
    Track.JOB_TRACK: (_("Jobbspår"), _("Svenska nära ett arbete, så snart det går.")),
    Track.VALIDATION: (_("Validering"), _("Få det man redan kan värderat, och läs bara in det som saknas.")),
    Track.ADAPTED: (_("Anpassat"), _("Omfattning och stöd efter det som ett intyg säger.")),
})  # fmt: skip
ABSENCES: Mapping[Absence, StrPromise] = MappingProxyType({
    Absence.NOTHING: _("Vi har frågat. Det finns inget att anteckna."),
    Absence.DECLINED: _("Vi har frågat. Personen vill inte svara nu."),
    Absence.TAKEN_BACK: _("Uppgiften är tillbakatagen."),
})  # fmt: skip
LEVELS: tuple[StrPromise, ...] = (_("Inte börjat"), _("Har börjat"), _("På god väg"), _("På plats"))
WEEKDAYS: tuple[StrPromise, ...] = (
    _("Måndag"), _("Tisdag"), _("Onsdag"), _("Torsdag"), _("Fredag"), _("Lördag"), _("Söndag"),
)  # fmt: skip
# What the mapping tells the rules, by the rule book's codes.
FACTS: Mapping[str, StrPromise] = MappingProxyType({
    "mapped": _("Kompetensen är kartlagd"),
    "schooling_years": _("Skolår före Sverige"),
    "higher_education": _("Har högre utbildning"),
    "work_experience": _("Har arbetat i ett annat land"),
    "capacity_percent": _("Förmåga enligt intyg, procent"),
    "own_housing": _("Har egen bostad"),
    "needs_sfi": _("Behöver sfi"),
})  # fmt: skip
