"""From first contact to a confirmed plan of forty hours, in a real browser, as a caseworker does it."""

import io

import pikepdf
import pytest
from playwright.sync_api import expect

from tests import town

FAMILY = (("Salma", "1990-04-12", "Kvinna"), ("Idris", "1988-09-03", "Man"),
          ("Noor", "2012-02-29", "Kvinna"), ("Sami", "2014-12-24", "Man"))  # fmt: skip
ANSWER = "Säger"


@pytest.fixture
def offers(town_of_karin):
    """The town with a catalogue in which a week of forty hours can be made."""
    town.open_town(teacher="eva")


@pytest.fixture
def town_of_karin(town):
    """The town of the spine, by a name that does not hide the module."""
    return town


def register_family(page, address):
    """A family of four, on one page, saved whole."""
    page.goto(f"{address}/ta-emot/hushall/")
    for number, (name, born, sex) in enumerate(FAMILY, 1):
        row = page.get_by_role("group", name=f"Person {number}")
        row.get_by_label("Förnamn").fill(name)
        row.get_by_label("Efternamn").fill("Exempelfamilj")
        row.get_by_label("Födelsedag").fill(born)
        row.get_by_label("Juridiskt kön").select_option(label=sex)
    everybody = page.get_by_role("group", name="Gäller alla")
    everybody.get_by_label("Språk").fill("arabiska")
    everybody.get_by_label("Behöver tolk").check()
    way = page.get_by_role("group", name="Väg hit")
    way.get_by_label("Väg hit").select_option(label="Anvisad enligt bosättningslagen")
    way.get_by_label("Först mottagen i en kommun").fill("2026-11-02")
    way.get_by_label("Kommunens första kontakt").fill("2026-11-03")
    way.get_by_label("Vem har sagt det?").select_option(label="Migrationsverket")
    permit = page.get_by_role("group", name="Uppehållstillstånd")
    permit.get_by_label("Uppehållstillstånd, grund").select_option("p5_1")
    permit.get_by_label("Gäller från").fill("2026-10-20")
    permit.get_by_label("Gäller till").fill("2029-10-19")
    permit.get_by_label("Vem har sagt det?").select_option(label="Migrationsverket")
    registered = page.get_by_role("group", name="Folkbokföring")
    registered.get_by_label("Först folkbokförd i Sverige").fill("2026-11-05")
    registered.get_by_label("Folkbokförd här från").fill("2026-11-05")
    registered.get_by_label("Vem har sagt det?").select_option(label="Skatteverket")
    page.get_by_role("button", name="Registrera hushållet").click()
    expect(page.get_by_role("status").first).to_contain_text("Hushållet är registrerat")
    return page.url.partition("/person/")[2].strip("/")


def map_competence(page, person):
    """Three answers of the conversation, each saved for itself, and the result."""
    page.get_by_role("link", name="Kartläggning", exact=True).click()
    page.get_by_role("button", name="Börja samtalet").click()
    page.get_by_label("Nivå").select_option(label="Grundskola, nio eller tio år")
    page.get_by_label("År i skola").fill("9")
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("Sparat")
    page.goto(f"{person}kartlaggning/del/svenska/")
    page.get_by_label("Nivå", exact=True).select_option(label="Nybörjare")
    page.get_by_role("group", name="Behöver personen sfi?").get_by_label("Ja").check()
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("Sparat")
    page.goto(f"{person}kartlaggning/resultat/")
    page.get_by_role("button", name="Spara bedömningen och avsluta").click()
    expect(page.get_by_role("status").first).to_be_visible()


def write_plan(page, person):
    """A proposal of forty hours, one group taken away and put back, and the plan adopted."""
    page.goto(f"{person}plan/skriv/")
    week = page.get_by_role("region", name="Veckan")
    page.get_by_role("button", name="Föreslå en plan").click()
    page.get_by_role("button", name="Använd förslaget").click()
    expect(week).to_contain_text("40 timmar är valda, och 40 timmar krävs")
    page.get_by_role("button", name="Ta bort Språkkafé").click()
    expect(week).to_contain_text("38 av 40 timmar")
    page.get_by_role("button", name="Lägg till Språkkafé").click()
    expect(week).to_contain_text("40 timmar är valda, och 40 timmar krävs")
    page.get_by_role("button", name="Anta planen").click()
    # A year of sessions is made; a busy machine takes its time.
    expect(page.get_by_role("status").first).to_contain_text("Planen är antagen", timeout=30_000)


def test_the_way_in(sign_in, live_server, offers, accessible):
    page = sign_in("karin")
    reference = register_family(page, live_server.url)
    person = f"{live_server.url}/person/{reference}/"
    expect(page.locator("main")).to_contain_text("Anvisad till kommunen")
    map_competence(page, person)
    write_plan(page, person)

    page.goto(f"{person}plan/1/bekrafta/")
    accessible(page)
    page.get_by_label("Håller med", exact=True).check()
    page.get_by_role("button", name="Spara svaret").click()
    page.get_by_label("Vi har läst förhandsbeskeden").check()
    page.get_by_role("button", name="Skriv under").click()
    expect(page.locator("main")).to_contain_text("Läst 24 november 2026")
    page.goto(f"{person}plan/")
    expect(page.locator("main")).to_contain_text("24 november 2026")

    paper = page.request.get(f"{person}plan/1/pdf/?sprak=ar")
    assert paper.headers["content-type"] == "application/pdf"
    with pikepdf.open(io.BytesIO(paper.body())) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert "pdfuaid" in str(pdf.open_metadata())
    calendar = page.request.get(f"{person}plan/1/kalender/")
    assert calendar.text().count("BEGIN:VEVENT") >= 5
    # The week that begins the plan shows its forty hours.
    page.goto(f"{person}?vecka=2026-W49")
    expect(page.get_by_role("region", name="Vecka 49")).to_contain_text(
        "40 timmar är planerade, och 40 timmar krävs"
    )
