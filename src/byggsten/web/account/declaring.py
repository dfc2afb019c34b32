"""Pages about one's own account: for anybody who has signed in, whatever the role."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_required
from django.views.decorators.cache import never_cache

from byggsten.access.actors import actor_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponseBase

    from byggsten.web.desk import StaffRequest


def own_account(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """The page shows and changes nothing but the account of the one who asks."""

    @functools.wraps(view)
    def page(request: StaffRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.actor = actor_of(request.user.get_username(), on=request.today)
        return view(request, *args, **kwargs)

    declared = never_cache(login_required(page))
    declared.declares = "account"  # type: ignore[attr-defined]
    return declared
