"""Whether a plan is confirmed: both parties have said yes to the same text, and only then is anybody bound.

A plan that the person disagrees with, or could not take a stand on, is still the municipality's offer: the
activities are open and the places are kept.  But ``confirmed_on`` stays empty, so no hour of it can be asked
of the person; a duty that only one party has written down is none.
"""

from byggsten.domain.confirming.checks import (
    SaidNoElsewhere,
    WordsMissing,
    WrongSignatory,
    check_stance,
    refuse_no_elsewhere,
)
from byggsten.domain.confirming.notices import Notice, notice_age_ok
from byggsten.domain.confirming.stances import (
    ASKED,
    Confirmation,
    Said,
    confirmation,
    is_offer,
    latest,
    signatory_for,
    standing,
    undone,
)

__all__ = [
    "ASKED",
    "Confirmation",
    "Notice",
    "Said",
    "SaidNoElsewhere",
    "WordsMissing",
    "WrongSignatory",
    "check_stance",
    "confirmation",
    "is_offer",
    "latest",
    "notice_age_ok",
    "refuse_no_elsewhere",
    "signatory_for",
    "standing",
    "undone",
]
