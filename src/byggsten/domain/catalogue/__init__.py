"""The catalogue: what can be offered, what is still a draft, and what a published activity must say."""

from byggsten.domain.catalogue.draft import ActivityDraft, GroupDraft
from byggsten.domain.catalogue.offers import Offer, Slot
from byggsten.domain.catalogue.publishing import Missing, NotReady, missing, publish

__all__ = ["ActivityDraft", "GroupDraft", "Missing", "NotReady", "Offer", "Slot", "missing", "publish"]
