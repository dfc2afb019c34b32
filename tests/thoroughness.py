"""How many cases the property tests invent: all of them, or a few for `make test-quick`."""

from hypothesis import settings


def times(many: int) -> int:
    """So many invented cases; an eighth of them under the profile `quick`."""
    return max(10, many // 8) if settings.get_current_profile_name() == "quick" else many
