"""The fixed words of explanations and judgements, in Swedish and English."""

from __future__ import annotations

from byggsten.domain.attendance import Witness

SAYS = {
    "sv": {
        "as_of": "sett från",
        "facts": "Uppgifter som svaret vilar på",
        "numbers": "Tal i reglerna",
        "sources": "Källor",
        "recorded": "antecknat",
        "since": "från",
        "row": "Avgörande rad:",
        "version": "Regelbokens version:",
        "changes": "Ändras nästa gång",
        "other_row": "Svaret är detsamma men en annan rad avgör från",
        "stands": "Ändras inte de närmaste tre åren, om inget nytt blir känt.",
        "week_stands": "En vecka ändras bara om det kommer nya uppgifter om den.",
        "week": "vecka",
        "empty": "Ingenting var schemalagt.",
        "required": "Krav",
        "scheduled": "Schemalagt",
        "missing": "Tid som inte blev av",
        "there": "där",
        "away": "borta",
    },
    "en": {
        "as_of": "as of",
        "facts": "Facts the answer rests on",
        "numbers": "Numbers in the rules",
        "sources": "Sources",
        "recorded": "recorded",
        "since": "since",
        "row": "Deciding row:",
        "version": "Version of the rule book:",
        "changes": "Changes next on",
        "other_row": "The answer stays but another row decides from",
        "stands": "Does not change within three years unless something new becomes known.",
        "week_stands": "A week changes only when something new is told about it.",
        "week": "week",
        "empty": "Nothing was scheduled.",
        "required": "Required",
        "scheduled": "Scheduled",
        "missing": "Time that did not happen",
        "there": "there",
        "away": "away",
    },
}
STATES = {
    "sv": {
        "attended": "närvaro",
        "valid": "frånvaro med giltigt skäl",
        "invalid": "frånvaro utan giltigt skäl",
        "cancelled": "inställt",
        "not_charged": "kan inte krävas",
        "unknown": "inte klarlagt",
        "ahead": "ligger framför",
    },
    "en": {
        "attended": "attended",
        "valid": "absent with a valid reason",
        "invalid": "absent without a valid reason",
        "cancelled": "cancelled",
        "not_charged": "cannot be required",
        "unknown": "not settled",
        "ahead": "lies ahead",
    },
}
WITNESSES = {
    "sv": {
        Witness.TEACHER: "Läraren",
        Witness.SCHOOL_SYSTEM: "Skolsystemet",
        Witness.HOST: "Värden",
        Witness.PARTICIPANT: "Personen själv",
        Witness.CASEWORKER: "Handläggaren",
    },
    "en": {
        Witness.TEACHER: "The teacher",
        Witness.SCHOOL_SYSTEM: "The school's system",
        Witness.HOST: "The host",
        Witness.PARTICIPANT: "The person",
        Witness.CASEWORKER: "The caseworker",
    },
}
