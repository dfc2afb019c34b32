"""The catalogue's pages: what one finds there, and the coordinator's forms with everything kept."""

import json
from dataclasses import replace

import pytest
from django.urls import reverse

from byggsten.actions.catalogue import change_activity
from byggsten.actions.catalogue_import import Told, take_in_activities
from byggsten.domain.organisations import Place, Provider, ProviderKind
from byggsten.domain.planning import BuildingBlock, Effect, Publication, SwedishLevel
from byggsten.queries.catalogue_entries import entry_of
from byggsten.records.models import Activity, Event, Group, PersonRead, ScheduleSlot
from byggsten.records.models import Place as PlaceRow
from tests import people
from tests.domain.catalogue_drafts import COMPLETE

pytestmark = pytest.mark.django_db
KOK = "/katalog/aktivitet/kok/"
DOWN = Effect(BuildingBlock.SECURITY, False, "Tidiga morgnar")


@pytest.fixture
def offered(cast):
    kitchen = Provider("Exempelköket", ProviderKind.EMPLOYER)
    library = Provider("Biblioteken", ProviderKind.MUNICIPALITY)
    weak = replace(COMPLETE, weakens_nothing="", effects=(*COMPLETE.effects, DOWN))
    bare = replace(
        COMPLETE, reference="cafe", name="Språkcafé", provider="Biblioteken", kind=None, effects=(), groups=()
    )
    take_in_activities(
        [Told(weak, kitchen, (Place("Hamnen", 59.7, 18.7),), Publication.PUBLISHED), Told(bare, library)],
        by="test",
        at=people.NOW,
    )


@pytest.fixture
def lena(signed_in, offered):
    return signed_in("lena")


def form_of(page):
    """What the browser would send from the page's form as it stands."""
    form = page.context["form"]
    sent = {field.html_name: field.value() for field in form}
    for slot in page.context.get("slots") or ():
        sent |= {field.html_name: field.value() for field in slot}
    if page.context.get("slots") is not None:
        sent |= {f.html_name: f.value() for f in page.context["slots"].management_form}
    return {
        name: "on" if value is True else value
        for name, value in sent.items()
        if value is not None and value is not False
    }


def test_the_list_says_what_each_builds_up_and_the_seats_that_are_left(lena):
    page = lena.get("/katalog/").text
    assert "Praktik i kök" in page
    assert "Utbildning, försörjning och bostad" in page
    assert "Grundtrygghet" in page
    assert "lediga platser" in page
    assert "Språkcafé" not in page
    assert "Språkcafé" in lena.get("/katalog/?visa=draft").text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("sok=kök", True),
        ("sok=exempelköket+praktik", True),
        ("sok=varv", False),
        ("byggsten=livelihood", True),
        ("byggsten=security", False),
        ("slag=work", True),
        ("slag=sfi", False),
        ("plats=Hamnen", True),
        ("plats=Ingenstans", False),
        ("niva=sfi_b", True),
        ("niva=none", False),
        ("lediga=1", True),
        ("slag=cirkus&byggsten=tegel&niva=x&visa=y&sida=hej", True),
    ],
)
def test_the_list_is_kept_to_what_is_asked_for(query, found, lena):
    assert ("Praktik i kök" in lena.get(f"/katalog/?{query}").text) is found


def test_a_full_group_has_no_free_seats(lena):
    Group.objects.update(capacity=0)
    assert "Praktik i kök" not in lena.get("/katalog/?lediga=1").text


def test_an_empty_list_says_what_to_do(lena):
    assert "Ingen aktivitet är stängd" in lena.get("/katalog/?visa=closed").text
    assert "Ta bort något i sökningen" in lena.get("/katalog/?sok=finns+inte").text
    Activity.objects.filter(publication="draft").delete()
    assert "Det finns inga utkast" in lena.get("/katalog/?visa=draft").text


@pytest.mark.parametrize("username", ["karin", "maria"])
def test_those_who_plan_see_no_drafts_and_no_buttons(username, signed_in, offered):
    client = signed_in(username)
    assert "Språkcafé" not in client.get("/katalog/?visa=draft").text
    assert client.get("/katalog/aktivitet/cafe/").status_code == 404
    page = client.get(KOK).text
    assert "Tidiga morgnar" in page
    assert "Stäng för nya planer" not in page
    assert client.post(f"{KOK}publicering/", {"act": "close"}).status_code == 403


def test_the_coordinator_sees_no_person(lena):
    for address in ("/katalog/", "/katalog/aktivitet/sfi-c/", "/katalog/aktivitet/sfi-c/grupp/sfi-c-1/"):
        page = lena.get(address).text
        assert "Amina" not in page
        assert "Yusuf" not in page
    assert not PersonRead.objects.exists()
    assert lena.get("/").url == "/katalog/"


def test_a_draft_says_what_is_missing_and_links_to_the_fields(lena):
    page = lena.get("/katalog/aktivitet/cafe/").text
    assert "/katalog/aktivitet/cafe/andra/#id_kind_0" in page
    assert "/katalog/aktivitet/cafe/andra/#id_up_security" in page
    assert 'href="#groups"' in page
    answer = lena.post("/katalog/aktivitet/cafe/publicering/", {"act": "publish", "stamp": "1"})
    assert answer.status_code == 422
    assert "<title>Fel:" in answer.text
    assert entry_of("cafe").publication is Publication.DRAFT


def test_a_new_draft_is_written(lena):
    sent = {
        "name": "Trädgård",
        "new_provider": "Odlarna",
        "new_provider_kind": "association",
        "up_codes": "Samarbete",
    }
    answer = lena.post("/katalog/ny/", sent)
    assert answer.url == "/katalog/aktivitet/tradgard/"
    entry = entry_of("tradgard")
    assert (entry.provider, entry.draft.effects) == (
        Provider("Odlarna", ProviderKind.ASSOCIATION),
        (Effect(BuildingBlock.CODES, True, "Samarbete"),),
    )


def test_what_is_wrong_is_told_and_everything_is_kept(lena):
    sent = {
        "name": "",
        "cost_per_place": "dyr",
        "last_day": "i morgon",
        "kind": "cirkus",
        "up_codes": "Samarbete",
    }
    answer = lena.post("/katalog/ny/", sent)
    assert answer.status_code == 422
    assert "<title>Fel:" in answer.text
    assert set(answer.context["form"].errors) == {"name", "cost_per_place", "last_day", "kind", "provider"}
    assert "Samarbete" in answer.text
    assert 'value="dyr"' in answer.text
    assert Activity.objects.count() == 4


def test_long_names_and_odd_characters_are_refused_or_kept(lena):
    sent = {"provider": "Biblioteken", "name": "ሰላም" * 80}
    assert "högst 200" in lena.post("/katalog/ny/", sent).text
    assert lena.post("/katalog/ny/", sent | {"name": "ሰላም <b>"}).status_code == 302
    assert "ሰላም &lt;b&gt;" in lena.get("/katalog/?visa=draft").text


def test_a_change_is_saved_and_can_be_undone(lena):
    sent = form_of(lena.get(f"{KOK}andra/"))
    assert lena.post(f"{KOK}andra/", sent | {"name": "Kökspraktik"}).status_code == 302
    assert entry_of("kok").draft.name == "Kökspraktik"
    assert "Ångra senaste ändringen" in lena.get(KOK).text
    assert "står som förut" in lena.post(f"{KOK}angra/", follow=True).text
    assert entry_of("kok").draft == replace(entry_of("kok").draft, name="Praktik i kök")
    assert "Ångra senaste ändringen" not in lena.get(KOK).text


def test_undoing_never_takes_back_what_somebody_else_did(lena):
    sent = form_of(lena.get(f"{KOK}andra/"))
    lena.post(f"{KOK}andra/", sent | {"name": "Kökspraktik"})
    theirs = replace(entry_of("kok").draft, name="Deras namn")
    change_activity(theirs, stamp=2, by=people.acting("lena"), at=people.NOW)
    assert "Någon annan" in lena.post(f"{KOK}angra/", follow=True).text
    assert entry_of("kok").draft.name == "Deras namn"


def test_a_stale_form_shows_both_values_and_saves_nothing(lena):
    sent = form_of(lena.get(f"{KOK}andra/"))
    theirs = replace(entry_of("kok").draft, name="Deras namn", swedish_from=SwedishLevel.SFI_C)
    change_activity(theirs, stamp=1, by=people.acting("lena"), at=people.NOW)
    answer = lena.post(f"{KOK}andra/", sent | {"name": "Mitt namn"})
    assert answer.status_code == 422
    assert "Mitt namn" in answer.text
    assert "Nu står det: Deras namn" in answer.text
    assert "Nu står det: Sfi kurs C" in answer.text
    assert entry_of("kok").draft.name == "Deras namn"
    assert lena.post(f"{KOK}andra/", form_of(answer)).status_code == 302
    assert entry_of("kok").draft.name == "Mitt namn"


def test_a_published_activity_is_not_emptied(lena):
    sent = form_of(lena.get(f"{KOK}andra/")) | {"forgone_benefit": "", "up_livelihood": ""}
    answer = lena.post(f"{KOK}andra/", sent)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"forgone_benefit", "up_security"}


def test_closing_says_a_number_and_opening_again_is_one_button(lena):
    Activity.objects.filter(reference="sfi-c").update(stamp=7)
    answer = lena.post("/katalog/aktivitet/sfi-c/publicering/", {"act": "close", "stamp": "7"}, follow=True)
    assert "Så många behåller den i sin plan: 3." in answer.text
    assert "Öppna igen" in answer.text
    assert Event.objects.get(code="activity.closed").facts["people"] == 3
    answer = lena.post(f"{KOK}publicering/", {"act": "close", "stamp": "1"}, follow=True)
    answer = lena.post(f"{KOK}publicering/", {"act": "publish", "stamp": "2"}, follow=True)
    assert "öppen igen" in answer.text
    answer = lena.post(f"{KOK}publicering/", {"act": "unpublish", "stamp": "3"}, follow=True)
    assert "utkast igen" in answer.text


@pytest.mark.parametrize("stamp", ["", "9", "x", "²", "9" * 40])
def test_a_button_on_an_old_page_does_nothing(stamp, lena):
    answer = lena.post(f"{KOK}publicering/", {"act": "close", "stamp": stamp})
    assert answer.status_code == 422
    assert entry_of("kok").publication is Publication.PUBLISHED


def test_a_group_is_written_with_a_new_place_and_its_times(lena):
    address = "/katalog/aktivitet/cafe/grupp/"
    sent = form_of(lena.get(address)) | {
        "name": "Torsdagar", "capacity": "12", "new_place": "Torget",
        "latitude": "59,76", "longitude": "18.7",
        "teacher": "eva", "tid-0-weekday": "4", "tid-0-start": "17:30", "tid-0-minutes": "90",
    }  # fmt: skip
    assert lena.post(address, sent).status_code == 302
    (group,) = entry_of("cafe").draft.groups
    assert (group.name, group.place, group.capacity) == ("Torsdagar", "Torget", 12)
    assert [(s.weekday, s.minutes, s.period.first_day) for s in group.slots] == [(4, 90, people.TODAY)]
    assert PlaceRow.objects.get(name="Torget").latitude == pytest.approx(59.76)


def test_a_form_that_lost_its_rows_is_refused_with_a_sentence(lena):
    answer = lena.post(f"{KOK}grupp/kok-1/", {"name": "Kök"})
    assert answer.status_code == 422
    assert "<title>Fel:" in answer.text


def test_what_is_wrong_with_a_group_is_told_with_everything_kept(lena):
    address = f"{KOK}grupp/kok-1/"
    sent = form_of(lena.get(address)) | {
        "capacity": "-1",
        "new_place": "Torget",
        "tid-1-weekday": "2",
        "tid-1-minutes": "90",
    }
    answer = lena.post(address, sent)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"capacity", "latitude", "longitude"}
    assert "Skriv när passet börjar." in answer.text
    clash = form_of(lena.get(address)) | {"tid-1-weekday": "1", "tid-1-start": "10:00", "tid-1-minutes": "60"}
    answer = lena.post(address, clash)
    assert answer.status_code == 422
    assert "krockar" in answer.text
    assert not PlaceRow.objects.filter(name="Torget").exists()


def test_more_times_are_asked_for_without_script(lena):
    address = f"{KOK}grupp/kok-1/"
    page = lena.get(address)
    answer = lena.post(address, form_of(page) | {"name": "Halvfärdigt", "more": "1"})
    assert answer.status_code == 200
    assert len(answer.context["slots"].forms) == len(page.context["slots"].forms) + 2
    assert "Halvfärdigt" in answer.text
    assert ScheduleSlot.objects.filter(group__reference="kok-1").count() == 1


def test_a_time_that_is_moved_leaves_what_has_been(lena):
    address = f"{KOK}grupp/kok-1/"
    sent = form_of(lena.get(address)) | {"tid-0-weekday": "3"}
    assert lena.post(address, sent).status_code == 302
    rows = ScheduleSlot.objects.filter(group__reference="kok-1").order_by("weekday")
    assert [(row.weekday, row.first_day == people.TODAY, row.last_day is None) for row in rows] == [
        (1, False, False),
        (3, True, True),
    ]


def test_a_stale_group_form_saves_nothing(lena):
    address = f"{KOK}grupp/kok-1/"
    sent = form_of(lena.get(address))
    Activity.objects.filter(reference="kok").update(stamp=5)
    answer = lena.post(address, sent | {"name": "Mitt namn"})
    assert answer.status_code == 422
    assert "Någon annan" in answer.text
    assert "Mitt namn" in answer.text
    assert lena.post(address, form_of(answer)).status_code == 302


def test_the_published_catalogue_is_fetched_as_hsds(lena):
    answer = lena.get(reverse("catalogue:export"))
    assert "attachment" in answer.headers["Content-Disposition"]
    names = {service["name"] for service in json.loads(answer.content)["contents"]}
    assert names == {"Praktik i kök", "Sfi kurs C", "Egna studier"}


def test_a_reference_from_another_system_may_hold_a_slash(lena):
    Activity.objects.filter(reference="kok").update(reference="extern/kok")
    Group.objects.filter(reference="kok-1").update(reference="extern/kok/1")
    assert "extern/kok" in lena.get("/katalog/").text
    for name, arguments in (
        ("activity", ["extern/kok"]),
        ("edit", ["extern/kok"]),
        ("new_group", ["extern/kok"]),
        ("group", ["extern/kok", "extern/kok/1"]),
    ):
        assert lena.get(reverse(f"catalogue:{name}", args=arguments)).status_code == 200
