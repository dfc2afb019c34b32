"""A form that was opened before somebody else's change never overwrites that change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from byggsten.access.refusals import NothingHere
from byggsten.domain.texts import N_, Refusal, Text
from byggsten.queries.catalogue_entries import Entry, entry_of
from byggsten.records.models import Activity

if TYPE_CHECKING:
    from typing import Any


class StaleActivity(Refusal):
    """Somebody has changed the activity since it was read; ``theirs`` is how it stands now."""

    def __init__(self, theirs: Entry) -> None:
        self.theirs = theirs
        sentence = N_(
            "Någon annan har ändrat aktiviteten sedan du öppnade den. Inget är sparat. "
            "Jämför med det som gäller nu och spara igen om du vill ersätta det."
        )
        super().__init__(Text(sentence))


def seen(reference: str, stamp: int, **columns: Any) -> Activity:
    """The activity's row with a new stamp, when it still has the one that was seen.

    ``columns`` are written in the same breath, so that two who save at once cannot both succeed.
    Raises StaleActivity, NothingHere.
    """
    rows = Activity.objects.filter(reference=reference, stamp=stamp)
    if not rows.update(stamp=stamp + 1, **columns):
        now = entry_of(reference)
        if now is None:
            raise NothingHere
        raise StaleActivity(now)
    return Activity.objects.get(reference=reference)
