"""Personal numbers: what is accepted, and that they never show themselves."""

import csv
import json

import pytest

from byggsten.domain.people import PersonalNumber, UnreadableNumber


@pytest.fixture
def numbers(shared):
    """The folder of official lists."""
    return shared / "data" / "personnummer"


def test_every_official_test_number_is_accepted(numbers):
    file = numbers / "skatteverket-testpersonnummer.csv"
    official = [row[0] for row in csv.reader(file.read_text("utf-8").splitlines()[1:])]
    assert len(official) > 40_000
    for number in official:
        assert PersonalNumber(number).reveal() == number


def test_the_published_lists_of_valid_and_invalid_numbers_are_told_apart(numbers):
    listed = json.loads((numbers / "meta-list.json").read_text("utf-8"))
    for row in listed:
        number = str(row["long_format"])
        if " " in number:
            # The list refuses a space where people put one; we forgive it.
            assert accepted(number) is False
            assert PersonalNumber(number).reveal() == number.replace(" ", "")
            continue
        if row["valid"]:
            assert PersonalNumber(number).is_coordination_number == (row["type"] == "con")
        else:
            with pytest.raises(UnreadableNumber):
                PersonalNumber(number)


def test_a_number_never_shows_itself():
    number = PersonalNumber("19900101-2385")
    assert "1990" not in repr(number) + str(number) + f"{number}"
    assert number.reveal() == "199001012385"


@pytest.mark.parametrize("text", ["", "9001012385", "19900101-2386", "19901301-2385", "abcdefgh-ijkl"])
def test_a_wrong_number_is_refused_without_repeating_it(text):
    with pytest.raises(UnreadableNumber) as refused:
        PersonalNumber(text)
    assert not text or text not in str(refused.value)


def accepted(digits):
    try:
        return PersonalNumber(digits).reveal() == digits
    except UnreadableNumber:
        return False


def test_29_february_in_a_number():
    # 2000 was a leap year and 1900 was not, and both are written 000229: the century must count.
    assert sum(accepted(f"20000229238{check}") for check in range(10)) == 1
    assert sum(accepted(f"19000229238{check}") for check in range(10)) == 0
