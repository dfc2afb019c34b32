"""How likely two records are one person: worked examples, and what holds for every pair.

The table can be read by somebody who does not read code: the two records, the figure, and why.
"""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from byggsten.domain.likeness import LIKELY, Identity, likeness, near, pairs
from byggsten.domain.likeness.names import alike
from byggsten.simulate.names import names

FIFTH_OF_MAY = "1991-05-05"
NUMBER, COORDINATION, ANOTHER = "199105052386", "199105652387", "199001012385"

# Förnamn, efternamn och födelsedag i den ena posten, samma i den andra, talet, och skälen.
EXAMPLES = [
    ("Amina Exempel 1991-05-05", "Amina Exempel 1991-05-05", 100, "samma namn, samma födelsedag"),
    ("Mohammed Exempel 1991-05-05", "Muhamed Exempel 1991-05-05", 100,
     "namnen är nästan lika, samma födelsedag"),
    ("Mohammed Exempel 1991-05-05", "Mohamad Exempel 1991-05-05", 92,
     "namnen är nästan lika, samma födelsedag"),
    ("Exempel Amina 1991-05-05", "Amina Exempel 1991-05-05", 100,
     "samma namn, för- och efternamn är omkastade, samma födelsedag"),
    ("أمينة Exempel 1991-05-05", "Amina Exempel 1991-05-05", 94,
     "samma namn skrivet med arabiska bokstäver, samma födelsedag"),
    ("ተስፋይ ሰላም 1991-05-05", "Tesfay Selam 1991-05-05", 100,
     "samma namn skrivet med etiopiska bokstäver, samma födelsedag"),
    ("Богдан Зразкова 1991-05-05", "Bohdan Zrazkova 1991-05-05", 91,
     "samma namn skrivet med kyrilliska bokstäver, samma födelsedag"),
    ("Amina Exempel 1991-05-05", "Amina Exempel 1991-05-06", 94, "samma namn, födelsedagarna skiljer en dag"),
    ("Amina Exempel 1991-03-04", "Amina Exempel 1991-04-03", 94, "samma namn, dag och månad är omkastade"),
    ("Amina Exempel 1991-05-05", "Amina Exempel 1992-05-05", 92, "samma namn, födelseåret skiljer ett år"),
    ("Amina Exempel 1991-05-05", "Amina Exempel 1991-01-01", 88,
     "samma namn, samma födelseår, och den ena är född 1 januari"),
    ("Amina Exempel 1991-01-01", "Amina Exempel 1991-01-01", 94,
     "samma namn, samma födelseår, men 1 januari står ofta för en okänd dag"),
    ("Amina Exempel 1991-05-05", "Amina Exempel 1991-05-15", 85,
     "samma namn, en siffra skiljer i födelsedagen"),
    ("Amina Exempel 1991-05-05", "Amina Exempel -", 72, "samma namn, födelsedag saknas"),
    ("Amina Exempel 1991-05-05", "Amina Haddad 1991-05-05", 70,
     "samma förnamn och födelsedag, men annat efternamn"),
    # Tvillingar, syskon och namnar är olika människor.
    ("Amina Exempel 1991-05-05", "Yusuf Exempel 1991-05-05", 40, "samma födelsedag"),
    ("Amina Exempel 1991-05-05", "Huda Exempel 1994-08-09", 0, ""),
    ("Amina Exempel 1991-05-05", "Amina Exempel 1969-11-30", 60, "samma namn"),
]  # fmt: skip


def record(text, **more):
    given_name, family_name, born = text.split(" ")
    return Identity(given_name, family_name, None if born == "-" else date.fromisoformat(born), **more)


def said(like):
    return ", ".join(str(text) for text in like.why)


@pytest.mark.parametrize(("one", "other", "score", "why"), EXAMPLES)
def test_worked_example(one, other, score, why):
    like = likeness(record(one), record(other))
    assert (like.score, said(like)) == (score, why)
    assert likeness(record(other), record(one)) == like


SAME_NAME = [
    "Mohammed Muhamed Mohamad Mohammad محمد", "Yusuf Jusuf Yousuf Youssouf يوسف", "Khalid Halid Xalid خالد",
    "Qasim Kasim Qassim قاسم", "Fatima Fatimah Fatima فاطمة", "al-Hassan Hassan Xasan الحسن",
    "Abdulrahman Abd-al-Rahman عبدالرحمن", "Noor Nur Nour نور", "Tesfay Tesfai ተስፋይ", "Filmon Philimon ፍልሞን",
    "Bohdan Bogdan Богдан", "Yuliia Julija Юлія", "Serhii Sergij Сергій", "Walid Valid وليد",
    "Shahrzad Chahrzad شهرزاد", "Thuraya Turaya ثريا",
]  # fmt: skip


@pytest.mark.parametrize("spellings", SAME_NAME)
def test_the_spellings_of_a_name_are_alike(spellings):
    written = spellings.split(" ")
    alike_least = min(alike(one, other) for one in written for other in written)
    assert alike_least >= 0.8


@pytest.mark.parametrize("one", ["Amina", "Omar", "Hassan", "Oksana", "Tesfay", "محمد"])
@pytest.mark.parametrize("other", ["Fatima", "Bilal", "Warsame", "Kateryna", "Yordanos", "خالد"])
def test_other_names_are_not_alike(one, other):
    assert alike(one, other) < 0.7


class TestNumbers:
    """What the numbers say, whatever the names are."""

    AMINA = f"Amina Exempel {FIFTH_OF_MAY}"

    def test_the_same_number_is_certain(self):
        like = likeness(record(self.AMINA, number=NUMBER), record("X Y 1950-02-03", number=NUMBER))
        assert (like.score, said(like)) == (100, "samma personnummer")

    def test_a_coordination_number_may_have_become_a_personal_number(self):
        one = record(f"Amena Exempell {FIFTH_OF_MAY}", number=COORDINATION)
        like = likeness(one, record(self.AMINA, number=NUMBER))
        assert like.score > LIKELY
        assert said(like).endswith("samordningsnummer och personnummer med samma födelsedag")

    def test_two_personal_numbers_are_two_people_however_alike(self):
        like = likeness(record(self.AMINA, number=NUMBER), record(self.AMINA, number=ANOTHER))
        assert like.score < LIKELY
        assert said(like).endswith("men två olika personnummer")

    def test_the_same_interim_number_is_nearly_certain(self):
        one = record(self.AMINA, interim="910505-T234")
        assert likeness(one, record("X Y 1950-02-03", interim="910505-T234")).score == 95

    def test_a_number_tells_the_day_where_nobody_has(self):
        like = likeness(record("Amina Exempel -", number=COORDINATION), record(self.AMINA))
        assert (like.score, said(like)) == (100, "samma namn, samma födelsedag")


GIVEN = st.sampled_from([name for lang in names().languages for name in (*lang.women, *lang.men)])
FAMILY = st.sampled_from([name for lang in names().languages for name in lang.family])
DAYS = st.dates(date(1900, 1, 2), date(2026, 1, 1))
ANY_TEXT = st.text(max_size=12)


@st.composite
def identities(draw):
    return Identity(
        draw(GIVEN | ANY_TEXT),
        draw(FAMILY | ANY_TEXT),
        draw(st.none() | DAYS),
        draw(st.sampled_from(["", "", NUMBER, COORDINATION, ANOTHER])),
        draw(st.sampled_from(["", "", "910505-T234"])),
    )


def swapped(who):
    return Identity(who.family_name, who.given_name, who.born, who.number, who.interim)


@given(identities(), identities())
def test_it_does_not_matter_which_is_named_first(one, other):
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other).score <= 100


@given(GIVEN, FAMILY, DAYS)
def test_the_same_record_is_a_hundred_whichever_name_stands_first(given_name, family_name, born):
    assume((born.month, born.day) != (1, 1))
    who = Identity(given_name, family_name, born)
    assert likeness(who, who).score == 100
    assert likeness(who, swapped(who)).score == 100


@given(GIVEN, FAMILY, DAYS, GIVEN, FAMILY, DAYS)
def test_other_names_and_another_day_are_never_likely(one, family, born, other, other_family, day):
    assume(max(alike(one, other), alike(one, other_family)) < 0.8)
    assume(max(alike(family, other_family), alike(family, other)) < 0.8)
    assert likeness(Identity(one, family, born), Identity(other, other_family, day)).score < LIKELY


@given(identities(), st.integers(0, 9), st.booleans())
def test_the_list_finds_what_the_pair_finds(who, way, swap):
    """Blocking loses nobody whom a comparison of everybody with everybody would find."""
    born = who.born
    if born and way < 3:
        born += timedelta(days=way)
    elif born and way < 5 and (born.month, born.day) != (2, 29):
        born = born.replace(year=born.year + way - 3)
    elif way == 5:
        born = None
    elif born and way == 6:
        born = born.replace(month=1, day=1)
    other = Identity(who.given_name, who.family_name, born, "", who.interim)
    other = swapped(other) if swap else other
    found = pairs([who, other])
    like = likeness(who, other)
    assert near(who, other) or like.score < LIKELY
    assert (found == {(0, 1): like}) if like.score >= LIKELY else not found
