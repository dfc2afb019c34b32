"""What we promise: how the pages work for everybody, and how personal data is handled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.shortcuts import render

from byggsten.access.roles import ROLES
from byggsten.web.desk import open_to_all

if TYPE_CHECKING:
    from django.http import HttpResponse

    from byggsten.web.desk import StaffRequest


@open_to_all
def accessibility(request: StaffRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "public/accessibility.html")


@open_to_all
def privacy(request: StaffRequest) -> HttpResponse:
    """How personal data is handled, as this version does it."""
    context = {
        "roles": tuple(ROLES.values()),
        "idle_minutes": settings.SESSION_COOKIE_AGE // 60,
        "longest_hours": int(settings.SESSION_LONGEST.total_seconds()) // 3600,
    }
    return render(request, "public/privacy.html", context)
