"""The pages as a Django app: templates and static files, no tables."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages for caseworkers, teachers and managers."""

    name = "byggsten.web"
    label = "web"
    verbose_name = "Sidor"
