"""The caseworkers' pages."""

from django.urls import path

from byggsten.web.caseworker import person, plan, plan_diff, rule, unassigned, week, work_list
from byggsten.web.caseworker.confirming import files, meeting
from byggsten.web.caseworker.duplicates import answering, likely
from byggsten.web.caseworker.importing import page as importing
from byggsten.web.caseworker.mapping import claim, overview, printing, result, step, suggestions
from byggsten.web.caseworker.planner import posting
from byggsten.web.caseworker.receiving import changes, desk, details, household, new_notice
from byggsten.web.caseworker.receiving import person as receive_person

app_name = "caseworker"
urlpatterns = [
    path("dubbletter/", answering.page, name="duplicates"),
    path("dubbletter/antal/", answering.count, name="duplicates_count"),
    path("dubbletter/likt/", likely.page, name="likely"),
    path("ta-emot/fil/", importing.page, name="import"),
    path("ta-emot/", desk.page, name="receive"),
    path("ta-emot/person/", receive_person.page, name="receive_person"),
    path("ta-emot/hushall/", household.page, name="receive_household"),
    path("ta-emot/avisering/", new_notice.page, name="new_notice"),
    path("ta-emot/avisering/<int:pk>/", desk.notice, name="notice"),
    path("arbetslista/", work_list.people, name="work_list"),
    path("utan-handlaggare/", unassigned.people, name="unassigned"),
    path("yrkesord/", suggestions.taxonomy_search, name="taxonomy_search"),
    path("person/<str:reference>/kartlaggning/", overview.mapping, name="mapping"),
    path("person/<str:reference>/kartlaggning/borja/", overview.begin, name="mapping_begin"),
    path("person/<str:reference>/kartlaggning/resultat/", result.result, name="mapping_result"),
    path("person/<str:reference>/kartlaggning/utskrift/", printing.printed, name="mapping_print"),
    path("person/<str:reference>/kartlaggning/uppgift/<int:claim>/", claim.claim, name="mapping_claim"),
    path("person/<str:reference>/kartlaggning/del/<str:slug>/", step.step, name="mapping_step"),
    path("person/<str:reference>/", person.person, name="person"),
    path("person/<str:reference>/uppgifter/", details.page, name="details"),
    path("person/<str:reference>/uppgifter/valj/", changes.choose, name="details_fact"),
    path("person/<str:reference>/uppgifter/<str:what>/", changes.page, name="details_change"),
    path("person/<str:reference>/uppgifter/<str:what>/<str:about>/", changes.page, name="details_change"),
    path("person/<str:reference>/plan/", plan.plan, name="plan"),
    path("person/<str:reference>/plan/<int:version>/jamfor/", plan_diff.plan_diff, name="plan_diff"),
    path("person/<str:reference>/plan/skriv/", posting.planner, name="planner"),
    path("person/<str:reference>/plan/<int:version>/pdf/", files.paper, name="plan_pdf"),
    path("person/<str:reference>/plan/<int:version>/kalender/", files.calendar, name="plan_calendar"),
    path("person/<str:reference>/plan/<int:version>/bekrafta/", meeting.plan_confirm, name="plan_confirm"),
    path("person/<str:reference>/vecka/<str:week>/", week.week, name="week"),
    path("person/<str:reference>/regel/<str:rule>/", rule.rule, name="rule"),
]
