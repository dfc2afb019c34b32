"""The rules as data: tables in YAML, the nation's first and the municipality's on top, and their loader."""

from byggsten.rulebook.loader import BOOKS, load, overlays
from byggsten.rulebook.reasons import reasons

__all__ = ["BOOKS", "load", "overlays", "reasons"]
