"""The page where a register file is brought, and the answer that grows while the file is taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from byggsten.access.roles import May
from byggsten.queries.importing import sight_of
from byggsten.web.caseworker.importing.forms import LARGEST, RegisterFile
from byggsten.web.caseworker.importing.working import Work, told
from byggsten.web.desk import writes

if TYPE_CHECKING:
    from byggsten.web.desk import StaffRequest

# The form around the file: its other fields and the borders between them.
AROUND = 100_000


@writes(May.RECEIVE)
def page(request: StaffRequest) -> HttpResponse:
    """Ask for the file; or try it, or take it in, and tell what became of it."""
    sight = sight_of(request.actor)
    context = {"unit": sight.unit, "largest": LARGEST}
    if request.method != "POST":
        return render(request, "caseworker/importing/page.html", context | {"form": RegisterFile()})
    sent = int(request.META.get("CONTENT_LENGTH") or 0)
    form = RegisterFile(request.POST, request.FILES, too_large=sent > LARGEST + AROUND)
    if not form.is_valid():
        return render(request, "caseworker/importing/page.html", context | {"form": form}, status=422)
    work = Work(
        actor=request.actor,
        sight=sight,
        data=form.data_read,
        table=form.table,
        name=form.cleaned_data["file"].name,
        source=form.cleaned_data["source"],
        sha256=form.sha256,
        at=request.now,
        dry_run="save" not in request.POST,
    )
    # The transaction and the read log are the work's own: both last as long as the answer does.
    answer = StreamingHttpResponse(told(request, work, context))
    # Nothing on the way may wait for the whole answer before it shows the beginning.
    answer.headers["X-Accel-Buffering"] = "no"
    return cast("HttpResponse", answer)
