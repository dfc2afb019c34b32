"""What a page declares of itself: whether it reads or writes, and which right it takes."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec

from django.contrib.auth.decorators import login_not_required
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from byggsten.access.actors import Actor, actor_of
from byggsten.access.refusals import NothingHere, NotInYourRole
from byggsten.access.roles import May
from byggsten.queries.merged import kept_for
from byggsten.web import errors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date, datetime

Rest = ParamSpec("Rest")
WRITING = ("INSERT", "UPDATE", "DELETE", "REPLACE", "CREATE", "DROP", "ALTER", "TRUNCATE")


class StaffRequest(HttpRequest):
    """A request with who asks, when, and in which language; set by the middleware and the decorators."""

    actor: Actor
    today: date
    now: datetime
    language: str
    shown: Shown


@dataclass(frozen=True, slots=True)
class Shown:
    """Whom a page showed, and what for."""

    people: tuple[str, ...]
    purpose: str


class ReadingPageWrites(RuntimeError):
    """A page that said it only reads tried to write; it is a bug in the page."""


def shows(request: StaffRequest, people: Iterable[str], *, purpose: str) -> None:
    """Say whom the page shows, for the read log."""
    before = getattr(request, "shown", None)
    request.shown = Shown((*(before.people if before else ()), *people), purpose)


def reads(may: May) -> Callable[..., Any]:
    """The page only reads, and takes a role with the right."""
    return _page(may, ("GET", "HEAD"), _cannot_write)


def writes(may: May) -> Callable[..., Any]:
    """The page may write; what it writes is written whole or not at all."""
    return _page(may, ("GET", "HEAD", "POST"), _in_one_piece)


def open_to_all(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """The page is for anybody, signed in or not."""

    @functools.wraps(view)
    def page(request: StaffRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            request.actor = actor_of(request.user.get_username(), on=request.today)
        try:
            return view(request, *args, **kwargs)
        except NothingHere:
            return errors.not_found(request)

    page.declares = "open"  # type: ignore[attr-defined]
    return login_not_required(page)


def _page(
    may: May, methods: tuple[str, ...], guard: Callable[[Callable[[], HttpResponse]], HttpResponse]
) -> Callable[..., Any]:
    def declare(
        view: Callable[Concatenate[StaffRequest, Rest], HttpResponse],
    ) -> Callable[Concatenate[HttpRequest, Rest], HttpResponse]:
        @functools.wraps(view)
        @require_http_methods(methods)
        def page(request: StaffRequest, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponse:
            request.actor = actor_of(request.user.get_username(), on=request.today)
            try:
                request.actor.demand(may)
                return guard(lambda: view(request, *args, **kwargs))
            except NotInYourRole:
                return errors.not_yours(request)
            except NothingHere:
                return _kept_instead(request, kwargs) or errors.not_found(request)

        page.declares = "writes" if "POST" in methods else "reads"  # type: ignore[attr-defined]
        page.takes = may  # type: ignore[attr-defined]
        return page  # type: ignore[return-value]

    return declare


def _kept_instead(request: StaffRequest, named: dict[str, Any]) -> HttpResponse | None:
    """The same page about the record that this one was merged into, for who may see that one."""
    match, reference = request.resolver_match, named.get("reference")
    if match is None or not isinstance(reference, str) or request.method == "POST":
        return None
    kept = kept_for(request.actor, May.SEE_PERSON, reference)
    return redirect(match.view_name, **named | {"reference": kept}) if kept else None


def _cannot_write(view: Callable[[], HttpResponse]) -> HttpResponse:
    def refuse(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.lstrip("( \n").upper().startswith(WRITING):
            raise ReadingPageWrites(sql[:80])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        return view()


def _in_one_piece(view: Callable[[], HttpResponse]) -> HttpResponse:
    with transaction.atomic():
        return view()
