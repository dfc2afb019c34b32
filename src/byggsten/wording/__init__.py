"""The sentences that leave the house in the person's own language, each translation with its review state."""

from byggsten.wording.catalogue import wording_version
from byggsten.wording.languages import LANGUAGES, SWEDISH, Language
from byggsten.wording.review import ReviewState
from byggsten.wording.saying import Said, said
from byggsten.wording.sentence import Meaning, Sentence

__all__ = [
    "LANGUAGES",
    "SWEDISH",
    "Language",
    "Meaning",
    "ReviewState",
    "Said",
    "Sentence",
    "said",
    "wording_version",
]
