"""The mapping's pages: a claim at a time, faults with all kept, two at once, the result, and suggestions."""

import pytest
from django.urls import reverse

from byggsten.actions.taxonomy import ConceptToKeep, keep_concepts
from byggsten.domain.planning import BuildingBlock
from byggsten.queries.building_blocks import wall
from byggsten.queries.mapping import told_about
from byggsten.queries.mapping_page import mapping_page
from byggsten.records.models import BlockEstimate, Claim, MappingTalk, PersonRead
from tests import people

PERSON = {"said_by": "person", "evidence": "none"}
SWEDISH = {"topic": "swedish", "level": "sfi_b", "said_by": "person", "evidence": "none"}
SCHOOL = {
    "topic": "education", "key": "education-1", "level": "post_secondary", "country": "Syrien", "years": "16",
    "said_by": "person", "evidence": "none",
}  # fmt: skip


def at(name, *arguments):
    return reverse(f"caseworker:{name}", args=["amina", *arguments])


def step(client, slug, sent=None, **options):
    address = at("mapping_step", slug)
    return client.post(address, sent, **options) if sent is not None else client.get(address)


def the_claim(**by):
    return Claim.objects.get(replaced_at__isnull=True, **by)


@pytest.fixture
def taxonomy(db):
    told = [
        ConceptToKeep("o1", "occupation-name", "Städare", words=("cleaner",)),
        ConceptToKeep("o2", "occupation-name", "Hotellstädare"),
    ]
    keep_concepts(told, whole=(), by="test", at=people.NOW)


def test_the_overview_says_how_far_it_has_come_and_begins(signed_in):
    client = signed_in("karin")
    page = client.get(at("mapping"))
    assert "0 av 11 delar" in page.text
    assert "Listorna med yrken och kunskaper är inte inlästa" in page.text
    answer = client.post(at("mapping_begin"), {"language": "ar", "interpreter": "1"})
    assert answer.url == at("mapping_step", "utbildning")
    assert (MappingTalk.objects.get().language, MappingTalk.objects.get().interpreter) == ("ar", True)


def test_each_part_asks_in_plain_swedish_and_has_a_form(signed_in):
    client = signed_in("karin")
    for slug in ("utbildning", "arbete", "kunskaper", "sprak", "svenska", "halsa", "korkort", "boende",
                 "familj", "natverk", "vill"):  # fmt: skip
        page = step(client, slug)
        assert page.status_code == 200
        assert "?" in page.text
        assert 'name="said_by"' in page.text


def test_a_claim_is_saved_and_one_goes_on(signed_in):
    client = signed_in("karin")
    answer = step(client, "utbildning", SCHOOL | {"onwards": "1"})
    assert answer.url == at("mapping_step", "arbete")
    assert the_claim().content == {"level": "post_secondary", "country": {"label": "Syrien"}, "years": 16}
    assert the_claim().recorded_by == "karin"
    step(client, "utbildning", SCHOOL)
    assert Claim.objects.count() == 1
    page = client.get(at("mapping"))
    assert "1 av 11 delar" in page.text
    assert "Högskola eller universitet" in page.text
    assert "Fortsätt med Yrken och arbete" in page.text


def test_faults_are_told_together_and_all_is_kept(signed_in):
    sent = SCHOOL | {"level": "", "years": "99", "words": "Läste i Homs"}
    page = step(signed_in("karin"), "utbildning", sent)
    assert page.status_code == 422
    assert "<title>Fel:" in page.text
    assert "Skriv ett heltal från 0 till 60." in page.text
    assert "Fyll i det här." in page.text
    assert "Läste i Homs" in page.text
    assert 'value="Syrien"' in page.text
    assert 'href="#education_years"' in page.text
    assert not Claim.objects.exists()


@pytest.mark.parametrize("years", ["sexton", "9" * 400, "-1", "1.5"])
def test_a_strange_number_is_a_fault_of_its_field(signed_in, years):
    page = step(signed_in("karin"), "utbildning", SCHOOL | {"years": years})
    assert page.status_code == 422
    assert 'aria-invalid="true"' in page.text


def test_the_hours_of_child_care_by_weekday(signed_in):
    client = signed_in("karin")
    sent = {"topic": "child_care", "needed": "yes", "hours_1_start": "08:00", "hours_1_end": "16:00"}
    sent |= {"said_by": "person", "evidence": "none"}
    assert step(client, "familj", sent | {"hours_2_start": "08:00"}).status_code == 422
    step(client, "familj", sent)
    assert the_claim().content == {"needed": True, "hours": {"1": ["08:00", "16:00"]}}
    page = step(client, "familj")
    assert "Måndag 08.00–16.00" in page.text
    assert 'value="08:00"' in page.text


def test_that_there_is_nothing_to_tell_is_an_answer(signed_in):
    client = signed_in("karin")
    step(client, "korkort", {"topic": "licence", "nothing": "1"})
    assert the_claim().content == {"absence": "nothing"}
    assert "Det finns inget att anteckna" in step(client, "korkort").text
    step(client, "kunskaper", {"topic": "skill", "declined": "1"})
    assert "2 av 11 delar" in client.get(at("mapping")).text


def test_a_topic_of_another_part_is_not_here(signed_in):
    assert step(signed_in("karin"), "korkort", SWEDISH).status_code == 404


def test_two_in_the_same_mapping_see_both_and_lose_nothing(signed_in):
    client = signed_in("karin")
    step(client, "svenska", SWEDISH)
    mine = the_claim().pk
    step(
        signed_in("omar"), "svenska", SWEDISH | {"claim": mine, "level": "sfi_c", "words": "Prövad av skolan"}
    )
    page = step(
        signed_in("karin"), "svenska", SWEDISH | {"claim": mine, "level": "sfi_d", "words": "Mitt svar"}
    )
    assert page.status_code == 422
    assert "Någon annan ändrade uppgiften" in page.text
    assert "Prövad av skolan" in page.text
    assert "Mitt svar" in page.text
    assert the_claim().content["level"] == "sfi_c"
    again = SWEDISH | {"claim": the_claim().pk, "level": "sfi_d", "words": "Mitt svar"}
    assert f'name="claim" value="{the_claim().pk}"' in page.text
    assert step(client, "svenska", again).status_code == 302
    assert the_claim().content["level"] == "sfi_d"
    assert Claim.objects.count() == 3


def test_a_claim_is_changed_with_its_history_shown_and_taken_back(signed_in):
    client = signed_in("karin")
    step(client, "utbildning", SCHOOL)
    first = the_claim().pk
    page = client.get(at("mapping_claim", first))
    assert 'value="16"' in page.text
    client.post(at("mapping_claim", first), SCHOOL | {"years": "15", "evidence": "copy"})
    page = client.get(at("mapping_claim", the_claim().pk))
    assert page.text.count("År i skola, sammanlagt</dt>") == 2
    stale = client.post(at("mapping_claim", first), SCHOOL | {"years": "3"})
    assert stale.status_code == 422
    assert "Så står det nu" in stale.text
    refused = client.post(at("mapping_claim", the_claim().pk), {"take_back": "1", "why": ""})
    assert refused.status_code == 422
    assert "Skriv varför" in refused.text
    client.post(at("mapping_claim", the_claim().pk), {"take_back": "1", "why": "Det var systern"})
    assert not told_about("amina").claims
    assert "Det var systern" in client.get(at("mapping_claim", first)).text
    assert "1 uppgift är tillbakatagen" in step(client, "utbildning").text


def test_suggestions_come_as_a_part_of_the_page_and_as_a_page_without_script(signed_in, taxonomy):
    client = signed_in("karin")
    asked = {"topic": "occupation", "of": "occupation", "occupation": "cleaner"}
    part = client.get(reverse("caseworker:taxonomy_search"), asked, headers={"HX-Request": "true"})
    assert 'name="occupation_concept" value="o1"' in part.text
    assert "<html" not in part.text
    whole = client.get(reverse("caseworker:taxonomy_search"), asked)
    assert "Städare" in whole.text
    assert "<html" in whole.text
    for wrong in ({"topic": "x", "of": "y"}, {"topic": "education", "of": "years"}):
        assert client.get(reverse("caseworker:taxonomy_search"), wrong).status_code == 404


def test_a_search_without_script_keeps_the_form_and_the_choice_is_saved(signed_in, taxonomy):
    client = signed_in("karin")
    sent = {
        "topic": "occupation",
        "occupation": "stad",
        "years": "5",
        "said_by": "person",
        "evidence": "none",
    }
    page = step(client, "arbete", sent | {"search": "occupation"})
    assert page.status_code == 200
    assert 'value="o1"' in page.text
    assert 'value="5"' in page.text
    assert not Claim.objects.exists()


def test_a_word_chosen_from_the_list_holds_while_it_stands_in_the_field(signed_in, taxonomy):
    client = signed_in("karin")
    sent = {"topic": "occupation", "occupation": "stad", "years": "5"} | PERSON
    step(client, "arbete", sent | {"occupation_concept": "o1"})
    assert the_claim().content["occupation"] == {"label": "Städare", "concept": "o1"}
    first = the_claim()
    # What was chosen holds while its label stands in the field, and not when one has written another word.
    page = client.get(at("mapping_claim", first.pk))
    assert 'name="occupation_concept" value="=o1"' in page.text
    kept = sent | {"occupation": "Städare", "occupation_concept": "=o1", "years": "6"}
    client.post(at("mapping_claim", first.pk), kept)
    assert the_claim().content["occupation"] == {"label": "Städare", "concept": "o1"}
    client.post(at("mapping_claim", the_claim().pk), kept | {"occupation": "Fönsterputsare"})
    assert the_claim().content["occupation"] == {"label": "Fönsterputsare"}
    # A choice is kept when something else is at fault.
    wrong = step(client, "arbete", sent | {"occupation_concept": "o1", "years": "99"})
    assert wrong.status_code == 422
    assert 'value="=o1"' in wrong.text
    assert 'value="Städare"' in wrong.text
    # A concept that does not exist is no concept, and the words typed stand.
    step(client, "arbete", sent | {"occupation_concept": "o9", "key": "occupation-2"})
    assert Claim.objects.last().content["occupation"] == {"label": "stad"}


def test_the_result_is_a_proposal_that_a_person_judges(signed_in, cast):
    client = signed_in("karin")
    step(client, "utbildning", SCHOOL)
    step(client, "svenska", SWEDISH | {"needs_sfi": "yes"})
    page = client.get(at("mapping_result"))
    assert "Förslag: Validering." in page.text
    assert "UHR" in page.text
    assert "Behöver sfi" in page.text
    judged = {"level-language": "3", "words-language": "Talar bättre än nivån", "track": "validation"}
    wrong = client.post(at("mapping_result"), judged | {"level-norms": "2", "words-norms": ""})
    assert wrong.status_code == 422
    assert "Talar bättre än nivån" in wrong.text
    assert not BlockEstimate.objects.exists()
    assert client.post(at("mapping_result"), judged).url == at("mapping")
    page = client.get(reverse("caseworker:person", args=["amina"]))
    drawn = {placed.brick.block: placed.brick.state_text for placed in page.context["wall"]}
    assert drawn[BuildingBlock.LANGUAGE] == "På plats"
    assert "Senast avslutat" in client.get(at("mapping")).text


def test_a_judged_block_says_more_than_the_plan(cast):
    from byggsten.queries.cases import load_people  # noqa: PLC0415 - only here

    case = load_people(["amina"])["amina"]

    def states(judged):
        return {brick.block: brick.state.value for brick in wall(case, people.TODAY, judged)}

    assert states({BuildingBlock.NORMS: 3, BuildingBlock.SECURITY: 1})[BuildingBlock.NORMS] == "2"
    assert states({BuildingBlock.NORMS: 3, BuildingBlock.SECURITY: 1})[BuildingBlock.SECURITY] == "1"
    # What the plan strengthens is under way, whatever was judged at the start.
    assert states({BuildingBlock.LANGUAGE: 0})[BuildingBlock.LANGUAGE] == "1"
    assert states({}) == states({BuildingBlock.CODES: 0})


def test_the_page_to_print_has_everything_and_is_written_down(signed_in):
    client = signed_in("karin")
    step(client, "halsa", {"topic": "health", "words": "Ont i ryggen"} | PERSON)
    page = client.get(at("mapping_print"))
    assert "Ont i ryggen" in page.text
    assert PersonRead.objects.filter(person="amina", reading__page="caseworker:mapping_print").exists()


def test_a_name_or_an_answer_in_any_script(signed_in):
    client = signed_in("karin")
    words = "ትግርኛ <script>alert(1)</script> عربي"
    step(client, "vill", {"topic": "wish", "words": words, "said_by": "person", "evidence": "none"})
    page = client.get(at("mapping"))
    assert "ትግርኛ &lt;script&gt;" in page.text


def test_the_page_takes_as_many_questions_however_much_is_said(signed_in, django_assert_num_queries):
    client, actor = signed_in("karin"), people.acting("karin")
    step(client, "utbildning", SCHOOL)
    with django_assert_num_queries(6):
        mapping_page(actor, "amina")
    for n in range(2, 8):
        step(client, "utbildning", SCHOOL | {"key": f"education-{n}", "years": str(n)})
    with django_assert_num_queries(6):
        mapping_page(actor, "amina")
