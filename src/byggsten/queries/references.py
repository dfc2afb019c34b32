"""The references of all who are recorded, for commands that go through everybody."""

from __future__ import annotations

from byggsten.records.models import Person


def references_of_all() -> tuple[str, ...]:
    """Every person's reference, in order; a record that was merged into another is read as that one."""
    read = Person.objects.filter(merged_into__isnull=True)
    return tuple(read.order_by("reference").values_list("reference", flat=True))
