"""Money is whole öre."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byggsten.domain.money import Money
from byggsten.domain.texts import Refusal


@given(st.integers(-(10**12), 10**12))
def test_what_is_printed_can_be_read_back(ore):
    printed = str(Money(ore)).replace("\N{NO-BREAK SPACE}", " ").removesuffix(" kr")
    assert Money.kronor(printed) == Money(ore)


@given(st.integers(-(10**9), 10**9), st.integers(-(10**9), 10**9))
def test_adding_and_taking_away_undo_each_other(a, b):
    assert Money(a) + Money(b) - Money(b) == Money(a)


def test_a_price_is_multiplied_without_rounding():
    assert str(Money.kronor("12,50").times(3)) == "37,50\N{NO-BREAK SPACE}kr"


@pytest.mark.parametrize("text", ["0.001", "tolv", "", "1,2,3", "1e3"])
def test_more_than_two_decimals_or_no_number_is_refused(text):
    with pytest.raises(Refusal, match="inget belopp"):
        Money.kronor(text)
