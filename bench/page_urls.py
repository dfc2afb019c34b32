"""The product's addresses and the bare pages."""

from __future__ import annotations

from django.urls import path

from bench.page_server import BARE, NAKED, bare
from byggsten.web.urls import urlpatterns as product

urlpatterns = [path(BARE[1:], bare), path(NAKED[1:], bare), *product]
