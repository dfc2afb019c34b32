"""Pages for everybody: the way in, the rule book, and what we promise."""

from django.urls import path

from byggsten.web.public import pages, rule_book, sign_in

app_name = "public"
urlpatterns = [
    path("", sign_in.home, name="home"),
    path("logga-ut/", sign_in.leave, name="sign_out"),
    path("sprak/", sign_in.language, name="language"),
    path("tema.css", sign_in.theme_css, name="theme_css"),
    path("regelbok/", rule_book.contents, name="rule_book"),
    path("regelbok/<str:book>/tal/", rule_book.numbers, name="parameters"),
    path("regelbok/<str:book>/<str:rule>/", rule_book.table, name="rule_table"),
    path("tillganglighet/", pages.accessibility, name="accessibility"),
    path("personuppgifter/", pages.privacy, name="privacy"),
]
