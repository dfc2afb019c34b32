"""The sentences that leave the house in the person's own language, each translation with its review state."""

from byggsten.wording.catalogue import wording_version
from byggsten.wording.languages import LANGUAGES, SWEDISH, Language
from byggsten.wording.review import ReviewState
from byggsten.wording.saying import Said, as_it_is, in_both, said
from byggsten.wording.sentence import Meaning, Sentence

__all__ = [
    "LANGUAGES",
    "SWEDISH",
    "Language",
    "Meaning",
    "ReviewState",
    "Said",
    "Sentence",
    "as_it_is",
    "in_both",
    "said",
    "wording_version",
]
