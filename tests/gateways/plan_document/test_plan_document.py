"""The printed plan: tagged, readable by machines, one page in every language, the same bytes every time."""

import re
import time
from dataclasses import replace

import pytest

from byggsten.domain.dates import Period
from byggsten.domain.people import Person
from byggsten.domain.plan_draft import Goal
from byggsten.domain.planning import GoalKind
from byggsten.gateways.plan_document.setting import plan_pdf, right_to_left
from byggsten.queries.plan_in_words import plan_sheet
from byggsten.wording import LANGUAGES, Meaning, said
from byggsten.wording import sentences as s
from tests.conftest import REPOSITORY
from tests.gateways.plan_document import plans
from tests.gateways.plan_document.reading import opened, tags_of, text_of, untagged

GOLDEN = REPOSITORY / "tests" / "golden"


def paper(plan=plans.PLAN, language="sv"):
    return plan_pdf(plan_sheet(plan, language))


def words_of(text):
    return " ".join(re.sub(r"\s+([.):،])", r"\1", re.sub(r"(\()\s+", r"\1", text)).split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "plan",
    [plans.PLAN, plans.DISAGREED, plans.CONFIRMED, plans.AGREED_OFFER],
    ids=["new", "no", "yes", "offer"],
)
def test_it_is_one_page_tagged_and_named(plan, language):
    pdf = paper(plan, language)
    with opened(pdf) as document:
        assert len(document.pages) == 1
        assert bool(document.Root.MarkInfo.Marked)
        assert str(document.Root.Lang) == "sv"
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        assert "StructParents" in "".join(document.pages[0].keys())
        with document.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert about["dc:title"] == "Min individuella plan – Amina Exempel"
    assert untagged(pdf) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_headings_lists_and_a_real_table(language):
    tags = [tag.strip() for tag in tags_of(paper(language=language))]
    kinds = [tag.split()[0] for tag in tags]
    assert kinds[0] == "Document"
    assert kinds.count("H1") == 1
    assert kinds.count("H2") == 7
    assert kinds.count("Table") == 1
    assert kinds.count("TH") == 4
    assert kinds.count("TR") == 1 + len(plans.WEEK)
    assert kinds.count("LI") == 8 * (1 if language == "sv" else 2)
    assert language == "sv" or any(tag.endswith(f" {language}") for tag in tags)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("plan", [plans.DISAGREED, replace(plans.DISAGREED, reason="unknown")])
def test_every_sentence_can_be_read_back_in_both_languages(plan, language):
    sheet = plan_sheet(plan, language)
    read = words_of(text_of(plan_pdf(sheet)))
    told = [*sheet.applies, *sheet.asks, sheet.status, *(line.stance for line in sheet.stances)]
    for one in told:
        assert one.swedish in read
        assert one.text in read
    assert "Jag söker förskoleplats till min son. Senast 15 december 2026." in read
    assert "Håller inte med, 24 november 2026" in read


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "plan"), [("plan", plans.PLAN), ("offer", plans.AGREED_OFFER)])
def test_its_text_and_tags_are_as_they_were(name, plan, language):
    """To accept a change: delete the file, run this test, read what it wrote."""
    pdf = paper(plan, language)
    found = "\n".join([words_of(text_of(pdf)), *tags_of(pdf), ""])
    # The rest of the footer is versions, which the plan here makes up, and when it was written.
    golden = GOLDEN / f"{name}-{language}.txt"
    if not golden.exists():
        golden.write_text(found, encoding="utf-8")
        pytest.fail(f"Skrev {golden.name}. Läs igenom den.")
    assert found == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "plan", [plans.OFFER, plans.CHILD, plans.UNKNOWN], ids=["senior", "child", "unknown"]
)
def test_an_offer_asks_nothing_and_threatens_nobody(plan, language):
    sheet = plan_sheet(plan, language)
    text = sheet.as_text()
    for asked in (s.PERSON_DOES, s.CONSEQUENCE, s.REPORT_ABSENCE, s.FULL_TIME, s.HEARD_FIRST):
        assert asked.swedish not in text
        assert said(asked, language).text not in text
    assert "krävs." not in text
    for one in (*sheet.applies, *sheet.hours):
        assert one.meaning is not Meaning.DUTY
    read = words_of(text_of(plan_pdf(sheet)))
    assert "Planen är ett erbjudande. Du bestämmer själv om du vill vara med." in read
    assert said(s.OFFER, language).text in read
    assert "förfogande" not in read


@pytest.mark.parametrize("language", ["sv", "ar", "ti"])
def test_it_is_the_same_bytes_each_time(language):
    assert paper(language=language) == paper(language=language)


@pytest.mark.parametrize(
    "words",
    [
        "*fet* _kursiv_ $x$",
        "#panic()",
        '#import "x"',
        "= Rubrik",
        "<etikett> @ref",
        "\\",
        "`kod`",
        "// bort",
        "a\nb",
    ],
)
def test_what_people_write_is_never_markup(words):
    plan = replace(
        plans.DISAGREED,
        person=Person("x", words, "", None),
        goals=(Goal(GoalKind.WORK, words),),
        week=(replace(plans.WEEK[0], activity=words, place=words),),
        stances=(replace(plans.DISAGREED.stances[0], words=words),),
    )
    read = words_of(text_of(paper(plan, "ar")))
    assert read.count(" ".join(words.split())) >= 4


def test_a_name_in_another_script_and_a_very_long_one_are_printed():
    for name in ("ኣማኑኤል ተስፋይ", "Олена Приклад", "أمينة", "Å" * 200):
        assert paper(replace(plans.PLAN, person=Person("x", name, "", None)), "ti")


def test_an_empty_plan_and_a_long_one_are_printed():
    empty = replace(
        plans.PLAN, goals=(), week=(), promises=(), required=None, chosen=0, reason="", caseworker=""
    )
    read = words_of(text_of(paper(empty)))
    assert "Planen har ingen aktivitet." in read
    assert "Inget mål är skrivet än." in read
    assert "Du har ingen handläggare än. Fråga på enheten." in read
    long = paper(replace(plans.PLAN, week=plans.WEEK * 8, period=Period(plans.YEAR.first_day)), "so")
    with opened(long) as document:
        assert len(document.pages) > 1
    assert untagged(long) == []


@pytest.mark.parametrize(
    ("words", "from_the_right"),
    [("لا", True), ("«لا»", True), ("12 נו", True), ("nej", False), ("", False), ("12", False)],
)
def test_the_side_that_words_begin_at(words, from_the_right):
    assert right_to_left(words) is from_the_right


def test_it_is_set_well_under_a_second():
    started = time.perf_counter()
    paper(language="so")
    assert time.perf_counter() - started < 2
