"""Pages for what cannot be shown: each says what happened and what one can do."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from django.db import OperationalError
from django.shortcuts import render

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's form
    """What was asked for does not exist or is not this user's; the two look the same."""
    return render(request, "errors/404.html", status=404)


def not_yours(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's form
    """The role does not include the page."""
    return render(request, "errors/403.html", status=403)


def too_old(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's form
    """The form was sent from a page that had been open too long."""
    return render(request, "errors/csrf.html", status=403)


def too_many(request: HttpRequest) -> HttpResponse:
    """Too many tries in a short time."""
    return render(request, "errors/429.html", status=429)


def broken(request: HttpRequest) -> HttpResponse:
    """Something is wrong in the program; what was not saved is said to be not saved."""
    fault = sys.exc_info()[1]
    # SQLite has one writer at a time; whoever has waited for it long enough is told so.
    if isinstance(fault, OperationalError) and "locked" in str(fault):
        return _busy(request)
    return render(request, "errors/500.html", status=500)


def _busy(request: HttpRequest) -> HttpResponse:
    answer = render(request, "errors/503.html", status=503)
    answer.headers["Retry-After"] = "30"
    return answer
