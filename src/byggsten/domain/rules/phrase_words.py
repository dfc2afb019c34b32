"""The words in which conditions are read out, Swedish and English."""

SIGNS = {
    "sv": {"==": "är", "!=": "är inte", ">=": "är minst", "<=": "är högst", ">": "är över", "<": "är under"},
    "en": {
        "==": "is",
        "!=": "is not",
        ">=": "is at least",
        "<=": "is at most",
        ">": "is over",
        "<": "is under",
    },
}
DAYS = {
    "sv": {
        "==": "är",
        "!=": "är inte",
        ">=": "är tidigast",
        "<=": "är senast",
        ">": "är efter",
        "<": "är före",
    },
    "en": {
        "==": "is",
        "!=": "is not",
        ">=": "is on or after",
        "<=": "is on or before",
        ">": "is after",
        "<": "is before",
    },
}
WORDS = {
    "sv": {
        "and": "och",
        "or": "eller",
        "not": "inte",
        "is": "är",
        "is not": "är inte",
        "today": "den dag som bedöms",
        "days": "dagar",
        "months": "månader",
        "as many": "så många {0} som {1} anger",
        "after": "{0} efter {1}",
    },
    "en": {
        "and": "and",
        "or": "or",
        "not": "not",
        "is": "is",
        "is not": "is not",
        "today": "the day assessed",
        "days": "days",
        "months": "months",
        "as many": "as many {0} as {1} says",
        "after": "{0} after {1}",
    },
}
CALLS = {
    "sv": {
        "hela_år": "hela år från {0} till {1}",
        "minsta": "det minsta av {0} och {1}",
        "största": "det största av {0} och {1}",
    },
    "en": {
        "hela_år": "whole years from {0} to {1}",
        "minsta": "the smaller of {0} and {1}",
        "största": "the larger of {0} and {1}",
    },
}
QUOTES = {"sv": ("«", "»"), "en": ("“", "”")}
OPPOSITE = {"==": "!=", "!=": "==", ">=": "<", "<": ">=", "<=": ">", ">": "<="}
ARITHMETIC = {"+": "+", "-": "−", "*": "×", "//": "÷"}
