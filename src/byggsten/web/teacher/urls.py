"""The teachers' pages."""

from django.urls import path

from byggsten.web.teacher import groups, register

app_name = "teacher"
urlpatterns = [
    path("grupper/", groups.groups, name="groups"),
    path("narvaro/<str:session>/", register.register, name="register"),
]
