"""Every sentence in every language, with its blanks, its numbers, and how far it has been read."""

import re
from datetime import date, time

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from byggsten.wording import LANGUAGES, Meaning, ReviewState, Sentence, catalogue, said, wording_version
from byggsten.wording import sentences as s
from byggsten.wording.catalogue import FOLDER, read
from byggsten.wording.sentence import right

OTHERS = [code for code in LANGUAGES if code != "sv"]
EVERY = s.every_sentence()
BLANK = re.compile(r"%\((\w+)\)s")
STATES = {"machine", "checked", "approved"}


def test_there_are_sentences_and_seven_languages():
    assert len(EVERY) > 75
    assert set(LANGUAGES) == {"sv", "en", "ar", "prs", "so", "ti", "uk"}
    assert {path.stem for path in FOLDER.glob("*.po")} == set(OTHERS)


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_there_with_its_blanks_its_meaning_and_one_state(language):
    entries = {entry.msgid: entry for entry in polib.pofile(str(FOLDER / f"{language}.po"))}
    assert list(entries) == [sentence.swedish for sentence in EVERY]
    for sentence in EVERY:
        entry = entries[sentence.swedish]
        assert entry.comment == sentence.meaning.value, sentence.swedish
        assert len(set(entry.flags) & STATES) == 1, sentence.swedish
        texts = list(entry.msgstr_plural.values()) if sentence.plural else [entry.msgstr]
        assert all(texts), sentence.swedish
        for text in texts:
            assert set(BLANK.findall(text)) == set(BLANK.findall(sentence.swedish)), text


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_as_many_plural_forms_as_it_says(language):
    found = catalogue.catalogue(language)
    head = polib.pofile(str(FOLDER / f"{language}.po")).metadata["Plural-Forms"]
    number = int(re.search(r"nplurals=(\d)", head)[1])
    forms = found.entries[s.HOURS_IN_WEEK.swedish].forms
    assert len(forms) == number
    assert found.fraction < number
    assert max(found.form_of(n) for n in range(200)) == number - 1


def test_our_own_translations_are_read_by_nobody_yet():
    states = {e.state for code in OTHERS for e in catalogue.catalogue(code).entries.values()}
    assert states == {ReviewState.MACHINE}


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("sentence", [one for one in EVERY if one.meaning is not Meaning.PLAIN])
def test_an_unapproved_duty_or_right_never_stands_alone(sentence, language):
    blanks = {name: "x" for name in BLANK.findall(sentence.swedish) if name != "hours"}
    told = said(sentence, language, minutes=120, **blanks)
    assert told.swedish_beside
    assert told.swedish != told.text


def test_an_approved_duty_and_the_swedish_itself_may_stand_alone(monkeypatch):
    approved = read(
        'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\nX-Fraction-Form: 1\\n"\n\n'
        '#, approved\nmsgid "Du får säga nej."\nmsgstr "You may say no."\n'
    )
    monkeypatch.setattr("byggsten.wording.saying.catalogue", lambda code: approved)
    sentence = right("Du får säga nej.")
    assert not said(sentence, "en").swedish_beside
    assert said(sentence, "en").state is ReviewState.APPROVED
    assert not said(sentence, "sv").swedish_beside
    assert not said(Sentence("Namn"), "en").swedish_beside


@pytest.mark.parametrize("language", ["ar", "xx", ""])
def test_what_has_no_translation_is_said_in_swedish(language):
    told = said(right("En mening som ingen har översatt den %(day)s."), language, day=date(2026, 11, 27))
    assert told.text == told.swedish == "En mening som ingen har översatt den 27 november 2026."
    assert (told.language, told.direction, told.state) == ("sv", "ltr", ReviewState.MISSING)
    assert told.swedish_beside


@pytest.mark.parametrize(
    ("language", "minutes", "words"),
    [
        ("sv", 60, "1 timme i veckan"),
        ("sv", 2250, "37,5 timmar i veckan"),
        ("sv", 0, "0 timmar i veckan"),
        ("en", 60, "1 hour a week"),
        ("en", 65, "1.08 hours a week"),
        ("ar", 120, "ساعتان (2) في الأسبوع"),
        ("ar", 180, "3 ساعات في الأسبوع"),
        ("ar", 2400, "40 ساعة في الأسبوع"),
        ("uk", 60, "1 година на тиждень"),
        ("uk", 120, "2 години на тиждень"),
        ("uk", 300, "5 годин на тиждень"),
        ("uk", 1260, "21 година на тиждень"),
        ("uk", 2250, "37,5 години на тиждень"),
    ],
)
def test_numbers_and_plurals(language, minutes, words):
    assert said(s.HOURS_IN_WEEK, language, minutes=minutes).text == words


@given(st.integers(0, 10_080), st.sampled_from(sorted(LANGUAGES)))
def test_every_number_of_minutes_can_be_said_and_read_back(minutes, language):
    told = said(s.HOURS_IN_WEEK, language, minutes=minutes)
    number = re.search(r"\d+([.,]\d+)?", told.text)[0].replace(",", ".")
    assert abs(float(number) * 60 - minutes) <= 0.3


@pytest.mark.parametrize(
    ("language", "days", "words"),
    [
        ("sv", 1, "minst 1 dag i förväg"),
        ("sv", 2, "minst 2 dagar i förväg"),
        ("en", 1, "at least 1 day ahead"),
        ("ar", 3, "قبل 3 أيام"),
        ("uk", 5, "за 5 днів"),
    ],
)
def test_a_number_of_days_chooses_its_plural(language, days, words):
    assert words in said(s.NOTICE_AHEAD, language, days=days).text


def test_days_and_times_are_written_as_the_language_does():
    assert [language.day(date(2026, 3, 2)) for language in LANGUAGES.values()] == [
        "2 mars 2026", "2 March 2026", "02/03/2026", "02/03/2026", "02/03/2026", "02/03/2026", "02.03.2026",
    ]  # fmt: skip
    assert LANGUAGES["sv"].clock(time(8, 5)) == "08.05"
    assert LANGUAGES["uk"].clock(time(8, 5)) == "08:05"


def test_right_to_left_languages_say_so():
    assert {code for code, language in LANGUAGES.items() if language.direction == "rtl"} == {"ar", "prs"}


def test_the_version_names_the_words():
    assert re.fullmatch("[0-9a-f]{12}", wording_version())
