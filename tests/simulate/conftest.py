"""Made-up municipalities that the tests here share; each is drawn once."""

from __future__ import annotations

from datetime import date

import pytest

from byggsten.domain.duty import Rules
from byggsten.rulebook import load
from byggsten.rulebook.reasons import reasons
from byggsten.simulate.municipality import make_municipality

UNTIL = date(2026, 11, 22)
OVERLAYS = ("norrtalje", "demo")


@pytest.fixture(scope="session")
def small():
    """A hundred and fifty people."""
    return make_municipality(7, 150, UNTIL)


@pytest.fixture(scope="session")
def whole():
    """The municipality of `byggsten demo`."""
    return make_municipality(1, 1200, UNTIL)


@pytest.fixture(scope="session")
def told(whole):
    """Every account of the whole municipality."""
    return [account for life in whole.lives for account in whole.accounts(life)]


@pytest.fixture(scope="session")
def rules():
    """The rule books and reasons that the demonstration uses."""
    return Rules(load("plikt", OVERLAYS), load("narvaro", OVERLAYS), reasons(OVERLAYS))
