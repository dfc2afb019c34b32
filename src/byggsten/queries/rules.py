"""The rules of this municipality: the nation's with its own on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from byggsten.domain.duty import Rules
from byggsten.rulebook import load
from byggsten.rulebook.reasons import reasons
from byggsten.rulebook.reception import checklist

if TYPE_CHECKING:
    from byggsten.domain.housing import ChecklistLine


def rules_here() -> Rules:
    """The books and tables in force here; read once in the life of the process."""
    overlays = tuple(settings.BYGGSTEN_LOCAL_RULES)
    return Rules(load("plikt", overlays), load("narvaro", overlays), reasons(overlays))


def checklist_here() -> tuple[ChecklistLine, ...]:
    """The steps of a reception, with the days that this municipality has decided."""
    return checklist(tuple(settings.BYGGSTEN_LOCAL_RULES))
