"""What the frame of every page shows: the municipality, the menu of the role, the language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from byggsten.access.roles import ROLES, May

if TYPE_CHECKING:
    from django.http import HttpRequest

# The right that shows it, the page, its label, and the beginnings of addresses that belong to it.
MENU: tuple[tuple[May, str, Any, tuple[str, ...]], ...] = (
    (
        May.SEE_PERSON,
        "caseworker:work_list",
        gettext_lazy("Arbetslista"),
        ("/arbetslista/", "/person/", "/utan-handlaggare/"),
    ),
    (May.RECEIVE, "caseworker:receive", gettext_lazy("Ta emot"), ("/ta-emot/", "/dubbletter/")),
    (May.SEE_HOUSING, "housing:overview", gettext_lazy("Boende"), ("/boende/",)),
    (May.SEE_REGISTER, "teacher:groups", gettext_lazy("Närvaro"), ("/grupper/", "/narvaro/")),
    (May.SEE_UNIT, "manager:overview", gettext_lazy("Översikt"), ("/oversikt/",)),
    (May.SEE_CATALOGUE, "catalogue:activities", gettext_lazy("Katalog"), ("/katalog/",)),
)
RULE_BOOK = ("public:rule_book", gettext_lazy("Regelbok"), ("/regelbok/",))


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A place in the menu."""

    address: str
    label: str
    current: bool


def frame(request: HttpRequest) -> dict[str, Any]:
    """Values for the templates of the frame."""
    actor = getattr(request, "actor", None)
    role = ROLES[actor.role] if actor is not None and actor.role else None
    return {
        "municipality": settings.BYGGSTEN_MUNICIPALITY,
        "demo": settings.BYGGSTEN_DEMO,
        "actor": actor if role else None,
        "role_title": gettext(role.title) if role else "",
        "menu": _menu(request, actor) if role else (),
        "language": getattr(request, "language", settings.LANGUAGE_CODE),
    }


def _menu(request: HttpRequest, actor: Any) -> tuple[MenuItem, ...]:
    wanted = [page for may, *page in MENU if actor.has(may)]
    return tuple(
        MenuItem(reverse(name), str(label), request.path.startswith(beginnings))
        for name, label, beginnings in (*wanted, RULE_BOOK)
    )
