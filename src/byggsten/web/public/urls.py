"""Pages for everybody: the way in, the rule book, and what we promise."""

from django.urls import path

from byggsten.web.public import sign_in

app_name = "public"
urlpatterns = [
    path("", sign_in.home, name="home"),
    path("logga-ut/", sign_in.leave, name="sign_out"),
    path("sprak/", sign_in.language, name="language"),
    path("tema.css", sign_in.theme_css, name="theme_css"),
]
