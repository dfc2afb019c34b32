"""Byggsten: the system of work behind a Swedish municipality's integration duty."""

__version__ = "0.1.0"
