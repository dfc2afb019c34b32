"""The clock, the language and the log of who was shown to whom: what every page needs around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import logout
from django.utils import timezone, translation

from byggsten.actions.reading import log_reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from django.http import HttpRequest, HttpResponse

BEGAN, CHOSEN = "began", "language"


def read_clock() -> datetime:
    """The moment it is."""
    return timezone.now()


class Clock:
    """Reads the clock once for each request; everything else is told what time it is."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.now = read_clock()  # type: ignore[attr-defined]
        request.today = timezone.localdate(request.now)  # type: ignore[attr-defined]
        return self.answer(request)


class Language:
    """Speaks the language that the user has chosen, never the browser's; ends a session that is too long."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.session.get(CHOSEN, settings.LANGUAGE_CODE)
        request.language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE  # type: ignore[attr-defined]
        if request.user.is_authenticated and self._too_long(request):
            logout(request)
        with translation.override(request.language):  # type: ignore[attr-defined]
            answer = self.answer(request)
        answer.headers["Content-Language"] = request.language  # type: ignore[attr-defined]
        # A page about people is not kept by the browser or anything on the way.
        if request.user.is_authenticated:
            answer.headers["Cache-Control"] = "no-store"
        return answer

    @staticmethod
    def _too_long(request: HttpRequest) -> bool:
        now = request.now.timestamp()  # type: ignore[attr-defined]
        began = request.session.setdefault(BEGAN, now)
        return bool(now - began > settings.SESSION_LONGEST.total_seconds())


class ReadLog:
    """Writes down who was shown; a page about a person is not sent before that is done."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.answer(request)
        shown = getattr(request, "shown", None)
        # A page that says that nothing is here has shown nobody.
        if shown and answer.status_code < 500 and answer.status_code != 404:
            match = request.resolver_match
            log_reading(
                people=shown.people,
                page=match.view_name if match else request.path,
                purpose=shown.purpose,
                by=request.user.get_username(),
                at=request.now,  # type: ignore[attr-defined]
            )
        return answer
