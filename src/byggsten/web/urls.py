"""The addresses of the pages, desk by desk."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from byggsten.web.public.gallery import gallery

handler403 = "byggsten.web.errors.not_yours"
handler404 = "byggsten.web.errors.not_found"
# Django has no such name; allauth looks for it.
handler429 = "byggsten.web.errors.too_many"
handler500 = "byggsten.web.errors.broken"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("byggsten.web.account.urls")),
    path("", include("byggsten.web.public.urls")),
    path("", include("byggsten.web.caseworker.urls")),
    path("", include("byggsten.web.catalogue.urls")),
    path("", include("byggsten.web.housing.urls")),
    path("", include("byggsten.web.teacher.urls")),
    path("", include("byggsten.web.manager.urls")),
]
if settings.DEBUG:
    urlpatterns.append(path("galleri/", gallery, name="gallery"))
