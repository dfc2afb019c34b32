"""Take in a file of services: one transaction, bad services left out with their reason."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

import msgspec
from django.db import transaction

from byggsten.actions.catalogue_import import Told, take_in_activities
from byggsten.domain.texts import N_, Text
from byggsten.gateways.catalogue_hsds.read import told_of
from byggsten.gateways.catalogue_hsds.wire import Service
from byggsten.gateways.json_rows import rows_of
from byggsten.gateways.refusals import FileRefused, RowRefused
from byggsten.gateways.strict_json import decode
from byggsten.gateways.taking_in import take_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from byggsten.actions.counts import Counts
    from byggsten.gateways.taking_in import Tally

NO_SERVICES = N_(
    "Filen har inga tjänster. Den ska vara HSDS 3: en tjänst, en lista av tjänster eller en sida av dem."
)


class CatalogueFile:
    """One file of services, taken in by ``by`` at the moment ``at``."""

    def __init__(self, *, by: str, at: datetime) -> None:
        self._by = by
        self._at = at
        self._seen: set[str] = set()

    @transaction.atomic
    def take_in_json(self, data: bytes, tally: Tally) -> None:
        """Take in what the file has.  Raises FileRefused, and nothing is then written."""
        rows = rows_of("contents", services_in(data), Service)

        def make(service: Service) -> Told:
            told = told_of(service, tally.notices)
            self._refuse_twice(told.draft.reference)
            return told

        take_in(rows, make, self._write, tally)

    def take_in_csv(self, _lines: IO[bytes], _tally: Tally) -> None:
        """Refused: the standard's tables are many files, its JSON is one."""
        raise FileRefused(N_("Katalogen tas in som JSON enligt HSDS 3, inte som tabell."))

    def _refuse_twice(self, reference: str) -> None:
        if reference in self._seen:
            raise RowRefused(
                "id", reference, Text(N_("Aktiviteten står två gånger i filen. Ta bort den ena."))
            )
        self._seen.add(reference)

    def _write(self, told: Sequence[Told]) -> Counts:
        return take_in_activities(told, by=self._by, at=self._at)


def services_in(data: bytes) -> list[Any]:
    """The undecoded services of whatever the standard's interface answers.  Raises FileRefused."""
    if data.lstrip()[:1] == b"[":
        return decode(data, list[msgspec.Raw])
    outline = decode(data, dict[str, msgspec.Raw])
    if "contents" in outline:
        found = decode(bytes(outline["contents"]), list[msgspec.Raw])
        return [_whole(decode(bytes(one), dict[str, msgspec.Raw])) for one in found]
    if "services" in outline:
        services = decode(bytes(outline["services"]), list[msgspec.Raw])
        parts = [decode(bytes(one), dict[str, msgspec.Raw]) for one in services]
        organization = msgspec.Raw(msgspec.json.encode({k: v for k, v in outline.items() if k != "services"}))
        return [msgspec.Raw(msgspec.json.encode({"organization": organization} | part)) for part in parts]
    return [_whole(outline)]


def _whole(outline: Mapping[str, msgspec.Raw]) -> msgspec.Raw:
    """A service, or a service turned right side out where a place comes first and holds its service."""
    if "service" in outline:
        service = decode(bytes(outline["service"]), dict[str, Any])
        here = {name: value for name, value in outline.items() if name != "service"}
        return msgspec.Raw(msgspec.json.encode(service | {"service_at_locations": [here]}))
    if not {"id", "name", "status"} <= outline.keys():
        raise FileRefused(NO_SERVICES, "$")
    return msgspec.Raw(msgspec.json.encode(outline))
