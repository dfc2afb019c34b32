"""The product's own server with bare pages beside: one query's cost, with and without the house's middleware.

Run as ``python -m bench.page_server PORT`` in the environment of a demonstration.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import django
import waitress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from django.http import HttpRequest, HttpResponse

# Behind the same middleware as every page, signed in; and without any.
BARE, NAKED = "/bare/", "/naked/"


def bare(request: HttpRequest) -> HttpResponse:
    """A page of one query, written by a template."""
    from django.http import HttpResponse  # noqa: PLC0415 - Django must be started first
    from django.template import engines  # noqa: PLC0415

    from byggsten.records.models import Person  # noqa: PLC0415

    first = Person.objects.order_by("pk").values_list("reference", flat=True)[:1]
    template = engines["django"].from_string("<!doctype html><title>{{ who }}</title><p>{{ who }}</p>")
    return HttpResponse(template.render({"who": first[0]}, request))


def application() -> Callable[..., Iterable[bytes]]:
    """The product with the bare pages added."""
    from django.conf import settings  # noqa: PLC0415
    from django.core.handlers.wsgi import WSGIHandler  # noqa: PLC0415

    settings.ROOT_URLCONF = "bench.page_urls"
    whole = WSGIHandler()
    kept, settings.MIDDLEWARE = settings.MIDDLEWARE, []
    naked = WSGIHandler()
    settings.MIDDLEWARE = kept

    def serve(environment: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        handler = naked if environment["PATH_INFO"] == NAKED else whole
        answer: Iterable[bytes] = handler(environment, start)
        return answer

    return serve


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "byggsten.config.settings")
    django.setup()
    # As `byggsten demo` serves: the same program, the same number of threads.
    waitress.serve(application(), host="127.0.0.1", port=int(sys.argv[1]), threads=4, ident=None, _quiet=True)
