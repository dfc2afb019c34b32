"""The only Django app with tables."""

from __future__ import annotations

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Tables of the product."""

    name = "byggsten.records"
    label = "records"
    verbose_name = "Register"
