"""A teacher's sessions: those that wait for their register first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from byggsten.access.roles import May
from byggsten.queries.teacher_sessions import sessions_of
from byggsten.web.desk import reads

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.web.desk import StaffRequest


@reads(May.SEE_REGISTER)
def groups(request: StaffRequest) -> HttpResponse:
    """What is to be registered, what is done, what is to come."""
    return render(request, "teacher/groups.html", {"sessions": sessions_of(request.actor, request.today)})
