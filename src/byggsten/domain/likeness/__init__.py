"""How likely two records are about one person, from 0 to 100, and why in words a lawyer can read."""

from byggsten.domain.likeness.keys import keys, near
from byggsten.domain.likeness.pairing import pairs
from byggsten.domain.likeness.scoring import LIKELY, Identity, Likeness, likeness

__all__ = ["LIKELY", "Identity", "Likeness", "keys", "likeness", "near", "pairs"]
