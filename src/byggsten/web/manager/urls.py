"""The managers' pages."""

from django.urls import path

from byggsten.web.manager import overview

app_name = "manager"
urlpatterns = [path("oversikt/", overview.unit, name="overview")]
