"""Every personal number is one that Skatteverket has set aside for tests."""

from __future__ import annotations

import csv
from datetime import date
from random import Random

import pytest

from byggsten.domain.people import Sex
from byggsten.simulate.households import settle_people
from byggsten.simulate.numbers import ABSENT, EVERY_DAY, EVERY_OTHER_DAY, Register, official_number
from byggsten.simulate.terms import days_between


@pytest.fixture(scope="module")
def official(shared):
    """The whole official list."""
    with (shared / "data" / "personnummer" / "skatteverket-testpersonnummer.csv").open() as file:
        return {row["testpersonnummer"] for row in csv.DictReader(file)}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_demonstration_uses_only_official_numbers(official, seed):
    people = settle_people(seed, 1200, date(2026, 11, 22))
    used = [person.number.reveal() for person in people if person.number]
    assert len(used) > 1000
    assert len(set(used)) == len(used)
    assert set(used) <= official


def test_every_number_we_can_compute_is_official(official):
    computed = {
        number.reveal()
        for year in (*EVERY_DAY, *sorted(EVERY_OTHER_DAY))
        for day in days_between(date(year, 1, 1), date(year, 12, 31))
        for sex in Sex
        if (number := official_number(day, sex))
    }
    assert len(computed) > 29_000
    assert computed <= official


def test_what_is_said_to_be_absent_is_absent(official):
    known = {number[:11] for number in official}
    assert not {f"{day}{birth_number}" for day, birth_number in ABSENT} & known


def test_the_short_list_is_official(official):
    listed = {
        number.reveal()
        for year in (*range(1940, 1976), 2017, 2018, *range(2020, 2024))
        for day in days_between(date(year, 1, 1), date(year, 12, 31))
        for sex in Sex
        if (number := official_number(day, sex))
    }
    assert len(listed) > 150
    assert listed <= official


@pytest.mark.parametrize(
    ("born", "sex", "digits"),
    [
        (date(1985, 3, 12), Sex.WOMAN, "198503122387"),
        (date(1985, 3, 12), Sex.MAN, "198503122395"),
        (date(1980, 1, 1), Sex.WOMAN, None),
        (date(2025, 6, 1), Sex.WOMAN, None),
    ],
)
def test_a_number_follows_from_day_and_sex(born, sex, digits):
    number = official_number(born, sex)
    assert (number.reveal() if number else None) == digits


def test_women_have_the_even_days_of_the_thin_years():
    with_number = {
        sex: {day for day in days_between(date(2015, 1, 1), date(2015, 12, 31)) if official_number(day, sex)}
        for sex in Sex
    }
    assert {day.timetuple().tm_yday % 2 for day in with_number[Sex.WOMAN]} == {0}
    assert {day.timetuple().tm_yday % 2 for day in with_number[Sex.MAN]} == {1}


def test_no_number_is_handed_out_twice():
    register, lot = Register(), Random(4)
    drawn = [register.birthday(lot, Sex.MAN, date(1990, 2, 1), date(1990, 2, 20)) for _ in range(40)]
    numbers = [number for _, number in drawn if number]
    assert len(numbers) == len(set(numbers)) == 20
    assert all(official_number(day, Sex.MAN) == number for day, number in drawn if number)
