"""What the mapping comes to: an estimate for each building block, a track to suggest, and what to ask."""

from byggsten.domain.competence_estimate.blocks import Estimate, estimates
from byggsten.domain.competence_estimate.profile import Profile, profile_of
from byggsten.domain.competence_estimate.tracks import Suggestion, suggest
from byggsten.domain.competence_estimate.what_is_told import Told

__all__ = ["Estimate", "Profile", "Suggestion", "Told", "estimates", "profile_of", "suggest"]
