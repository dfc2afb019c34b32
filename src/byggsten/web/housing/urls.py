"""How people live, the reception and the municipal number."""

from django.urls import path

from byggsten.web.housing import homes, overview, person, steps

app_name = "housing"
urlpatterns = [
    path("boende/", overview.overview, name="overview"),
    path("boende/kommuntal/<int:year>/", overview.number, name="number"),
    path("person/<str:reference>/boende/", person.person, name="person"),
    path("person/<str:reference>/boende/nytt/", homes.new, name="new"),
    path("person/<str:reference>/boende/steg/<str:code>/", steps.step, name="step"),
    path("person/<str:reference>/boende/<str:first_day>/", homes.change, name="change"),
]
