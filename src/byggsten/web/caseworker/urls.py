"""The caseworkers' pages."""

from django.urls import path

from byggsten.web.caseworker import person, plan, rule, unassigned, week, work_list
from byggsten.web.caseworker.duplicates import likely
from byggsten.web.caseworker.receiving import changes, desk, details, household, new_notice
from byggsten.web.caseworker.receiving import person as receive_person

app_name = "caseworker"
urlpatterns = [
    path("dubbletter/likt/", likely.page, name="likely"),
    path("ta-emot/", desk.page, name="receive"),
    path("ta-emot/person/", receive_person.page, name="receive_person"),
    path("ta-emot/hushall/", household.page, name="receive_household"),
    path("ta-emot/avisering/", new_notice.page, name="new_notice"),
    path("ta-emot/avisering/<int:pk>/", desk.notice, name="notice"),
    path("arbetslista/", work_list.people, name="work_list"),
    path("utan-handlaggare/", unassigned.people, name="unassigned"),
    path("person/<str:reference>/", person.person, name="person"),
    path("person/<str:reference>/uppgifter/", details.page, name="details"),
    path("person/<str:reference>/uppgifter/valj/", changes.choose, name="details_fact"),
    path("person/<str:reference>/uppgifter/<str:what>/", changes.page, name="details_change"),
    path("person/<str:reference>/uppgifter/<str:what>/<str:about>/", changes.page, name="details_change"),
    path("person/<str:reference>/plan/", plan.plan, name="plan"),
    path("person/<str:reference>/vecka/<str:week>/", week.week, name="week"),
    path("person/<str:reference>/regel/<str:rule>/", rule.rule, name="rule"),
]
