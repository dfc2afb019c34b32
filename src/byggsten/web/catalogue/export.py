"""The published catalogue as a file that other catalogues can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse

from byggsten.access.roles import May
from byggsten.gateways.catalogue_hsds.write import as_json
from byggsten.queries.catalogue_entries import all_places
from byggsten.queries.catalogue_export import published_for
from byggsten.web.desk import reads

if TYPE_CHECKING:
    from byggsten.web.desk import StaffRequest


@reads(May.SEE_CATALOGUE)
def export(request: StaffRequest) -> HttpResponse:
    """Open Referral HSDS 3.0 JSON; there are no people in it."""
    name = f"katalog-{request.today.isoformat()}.json"
    return HttpResponse(
        as_json(published_for(request.actor), all_places()),
        content_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
