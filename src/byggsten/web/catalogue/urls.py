"""The catalogue of activities: read by those who plan, kept by the coordinator."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.urls import URLPattern

app_name = "catalogue"
urlpatterns: list[URLPattern] = []
