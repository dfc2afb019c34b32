"""Columns and constraints that several tables share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact

if TYPE_CHECKING:
    from enum import StrEnum

    _Text = models.TextField[str, str]
else:
    _Text = models.TextField


class FreeText(_Text):
    """Words that people write about people: never in a log, a repr, the diary or an error message."""


def one_of(field: str, words: type[StrEnum], name: str, *, blank: bool = False) -> models.CheckConstraint:
    """The column holds one of the words."""
    allowed = [word.value for word in words] + ([""] if blank else [])
    return models.CheckConstraint(condition=Q(**{f"{field}__in": allowed}), name=name)


def in_order(name: str, first: str = "first_day", last: str = "last_day") -> models.CheckConstraint:
    """The period ends on or after the day it begins; without an end it runs until further notice."""
    return models.CheckConstraint(
        condition=Q(**{f"{last}__isnull": True}) | Q(**{f"{last}__gte": F(first)}), name=name
    )


def filled(field: str, name: str) -> models.CheckConstraint:
    """The text is not empty."""
    return models.CheckConstraint(condition=~Q(**{field: ""}), name=name)


def length_is(field: str, characters: int) -> Q:
    """The text has exactly that many characters."""
    # The database's own LENGTH, so that the file can be written by other programs than ours too.
    return Q(Exact(Length(field), characters))
