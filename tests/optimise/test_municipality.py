"""The demonstration's adults: each has a plan that can stand, or hears which hours are missing and why."""

from __future__ import annotations

from collections import Counter

import pytest

from bench.proposal_people import make
from byggsten.domain.dates import Period
from byggsten.domain.plan_draft import Draft
from byggsten.domain.plan_findings import Severity, findings
from byggsten.optimise.proposal import AHEAD, propose
from byggsten.optimise.whole_town import propose_all


@pytest.fixture(scope="module")
def made():
    return make(60)


def short_of(situation, proposal):
    """Minutes that are missing beyond the tolerance."""
    missing = situation.required - proposal.minutes
    return missing if missing > situation.norms.tolerance.value else 0


def refuse_what_cannot_stand(situation, proposal, offers):
    period = Period(situation.first_day, situation.first_day + AHEAD)
    draft = Draft(period, choices=proposal.chosen, evidence="intyg")
    found = findings(draft, offers, situation)
    assert not [f for f in found if f.severity is Severity.STOP and f.code != "nothing_chosen"], found
    assert not [f for f in found if f.code in {"travel_gap", "too_far", "outside_care", "extent_over"}], found
    assert sum(u.minutes for u in proposal.unmet if u.need == "hours") == short_of(situation, proposal)
    assert proposal.chosen or proposal.unmet


def test_every_adult_without_hindrance_gets_a_plan_or_a_reason(made):
    assert len(made.situations) > 10
    for situation in made.situations:
        proposal = propose(situation, made.offers, situation.first_day)
        refuse_what_cannot_stand(situation, proposal, made.offers)


def test_all_of_them_at_once_within_the_seats(made):
    town = propose_all(made.situations, made.offers, limit=20.0)
    taken = Counter(choice.group for one in town.proposals.values() for choice in one.chosen)
    assert all(taken[offer.group] <= offer.seats for offer in made.offers)
    for situation in made.situations:
        refuse_what_cannot_stand(situation, town.proposals[situation.reference], made.offers)
