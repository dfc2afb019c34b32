"""How people live, the reception and the municipal number."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.urls import URLPattern

app_name = "housing"
urlpatterns: list[URLPattern] = []
