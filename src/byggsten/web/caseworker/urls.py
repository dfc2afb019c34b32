"""The caseworkers' pages."""

from django.urls import path

from byggsten.web.caseworker import person, plan, rule, unassigned, week, work_list
from byggsten.web.caseworker.duplicates import likely

app_name = "caseworker"
urlpatterns = [
    path("dubbletter/likt/", likely.page, name="likely"),
    path("arbetslista/", work_list.people, name="work_list"),
    path("utan-handlaggare/", unassigned.people, name="unassigned"),
    path("person/<str:reference>/", person.person, name="person"),
    path("person/<str:reference>/plan/", plan.plan, name="plan"),
    path("person/<str:reference>/vecka/<str:week>/", week.week, name="week"),
    path("person/<str:reference>/regel/<str:rule>/", rule.rule, name="rule"),
]
