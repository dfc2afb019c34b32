"""When a plan is confirmed, and when a notice is old enough: worked examples and what always holds."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byggsten.domain.confirming import (
    ASKED,
    Confirmation,
    Notice,
    Said,
    SaidNoElsewhere,
    WordsMissing,
    WrongSignatory,
    check_stance,
    confirmation,
    is_offer,
    latest,
    notice_age_ok,
    refuse_no_elsewhere,
    signatory_for,
    standing,
    undone,
)
from byggsten.domain.plan_findings import VOLUNTARY
from byggsten.domain.planning import Signatory, Stance
from byggsten.rulebook import load

DAY = date(2026, 11, 24)
AT = datetime(2026, 11, 24, 8, tzinfo=UTC)
PERSON, GUARDIAN, CASEWORKER = Signatory.PERSON, Signatory.GUARDIAN, Signatory.CASEWORKER
said = st.builds(
    Said,
    st.sampled_from(Signatory),
    st.sampled_from(Stance),
    st.sampled_from(["ar", "sv"]),
    st.integers(0, 9).map(lambda minutes: AT + timedelta(minutes=minutes)),
)
several = st.lists(said, max_size=8)
signatories = st.sampled_from([PERSON, GUARDIAN])
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def one(party, stance, sight="ar", minute=0):
    return Said(party, stance, sight, AT + timedelta(minutes=minute))


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ((), Confirmation.OPEN),
        ((one(PERSON, Stance.AGREES),), Confirmation.PERSON_AGREES),
        ((one(CASEWORKER, Stance.AGREES),), Confirmation.CASEWORKER_SIGNED),
        ((one(PERSON, Stance.AGREES), one(CASEWORKER, Stance.AGREES)), Confirmation.CONFIRMED),
        ((one(PERSON, Stance.DISAGREES), one(CASEWORKER, Stance.AGREES)), Confirmation.DISAGREEMENT),
        ((one(PERSON, Stance.COULD_NOT), one(CASEWORKER, Stance.AGREES)), Confirmation.COULD_NOT),
        # A wrong click, put right.
        ((one(PERSON, Stance.DISAGREES), one(PERSON, Stance.AGREES)), Confirmation.PERSON_AGREES),
        # Each has said yes, but to different texts.
        ((one(PERSON, Stance.AGREES, "sv"), one(CASEWORKER, Stance.AGREES)), Confirmation.CASEWORKER_SIGNED),
        # A yes in one language does not outlive a later no in another, whoever signs where.
        (
            (
                one(PERSON, Stance.AGREES),
                one(PERSON, Stance.DISAGREES, "sv", 1),
                one(CASEWORKER, Stance.AGREES),
            ),
            Confirmation.NO_ELSEWHERE,
        ),
        ((one(PERSON, Stance.COULD_NOT, "sv"),), Confirmation.NO_ELSEWHERE),
        (
            (one(PERSON, Stance.DISAGREES, "sv"), one(PERSON, Stance.AGREES, "ar", 1)),
            Confirmation.PERSON_AGREES,
        ),
        # A guardian does not answer for a grown person.
        ((one(GUARDIAN, Stance.AGREES), one(CASEWORKER, Stance.AGREES)), Confirmation.CASEWORKER_SIGNED),
    ],
)
def test_how_far_two_parties_have_come(told, state):
    assert confirmation(told, PERSON, "ar") is state


@given(several, signatories, st.sampled_from(["ar", "sv"]))
def test_it_is_confirmed_exactly_when_both_last_said_yes_to_that_text_and_no_later_no_stands(
    told, signatory, sight
):
    last = [latest(told, signatory), latest(told, signatory, sight), latest(told, CASEWORKER, sight)]
    agreed = all(stance is not None and stance.stance is Stance.AGREES for stance in last)
    assert (confirmation(told, signatory, sight) is Confirmation.CONFIRMED) == agreed


@given(several, signatories, said)
def test_a_yes_to_another_text_or_anything_by_another_changes_nothing(told, signatory, more):
    before = confirmation(told, signatory, "ar")
    other = PERSON if signatory is GUARDIAN else GUARDIAN
    last = latest([*told, more], signatory)
    if more.party is other or (more.sight != "ar" and last is not more and more.party is not CASEWORKER):
        assert confirmation([*told, more], signatory, "ar") is before
    elif more.sight != "ar" and (more.party is CASEWORKER or more.stance is Stance.AGREES):
        after = confirmation([*told, more], signatory, "ar")
        assert after is before or before is Confirmation.NO_ELSEWHERE


@given(several, signatories, st.sampled_from([Stance.DISAGREES, Stance.COULD_NOT]), st.text("abc"))
def test_after_a_last_no_in_any_language_no_text_is_confirmed(told, signatory, stance, sight):
    no = Said(signatory, stance, sight, AT + timedelta(hours=1))
    signed = Said(CASEWORKER, Stance.AGREES, "ar", AT + timedelta(hours=2))
    for text in ("ar", "sv", sight):
        assert confirmation([*told, no, signed], signatory, text) is not Confirmation.CONFIRMED
    if sight != "ar":
        with pytest.raises(SaidNoElsewhere, match="Fråga igen innan du skriver under"):
            refuse_no_elsewhere([*told, no], signatory, "ar")
    else:
        refuse_no_elsewhere([*told, no], signatory, "ar")


@given(several, signatories, st.sampled_from(["ar", "sv"]))
def test_a_signature_is_refused_exactly_when_a_no_elsewhere_stands(told, signatory, sight):
    elsewhere = confirmation(told, signatory, sight) is Confirmation.NO_ELSEWHERE
    try:
        refuse_no_elsewhere(told, signatory, sight)
    except SaidNoElsewhere:
        assert elsewhere
    else:
        assert not elsewhere


@given(several, signatories, st.none() | days)
def test_a_confirmed_plan_says_who_confirmed_it_and_whether_it_still_has_their_yes(told, signatory, day):
    state = standing(told, signatory, "ar", day)
    last = latest(told, signatory)
    if day is None:
        assert state is confirmation(told, signatory, "ar")
    elif all(one.party is CASEWORKER for one in told):
        assert state is Confirmation.CONFIRMED_ELSEWHERE
    elif last is not None and last.stance is not Stance.AGREES:
        assert state is Confirmation.CHANGED_MIND
    else:
        assert state is Confirmation.CONFIRMED


def test_every_outcome_of_the_extent_is_asked_or_an_offer():
    outcomes = load("plikt").rules["omfattning"].outcomes
    assert {one.code for one in outcomes} == ASKED | VOLUNTARY
    assert not ASKED & VOLUNTARY


@pytest.mark.parametrize("extent", [*sorted(VOLUNTARY), "unknown", "", "nytt ord"])
def test_where_nothing_is_known_to_be_required_the_plan_is_an_offer(extent):
    assert is_offer(extent, PERSON)


@pytest.mark.parametrize("extent", sorted(ASKED))
def test_where_hours_are_required_it_is_one_only_to_a_child(extent):
    assert not is_offer(extent, PERSON)
    assert is_offer(extent, GUARDIAN)


@given(several, signatories, st.sampled_from([Stance.DISAGREES, Stance.COULD_NOT]))
def test_a_later_no_is_never_a_confirmation(told, signatory, stance):
    no = Said(signatory, stance, "ar", AT + timedelta(hours=1))
    assert confirmation([*told, no], signatory, "ar") is not Confirmation.CONFIRMED


@given(several, signatories)
def test_a_later_yes_of_both_always_is(told, signatory):
    later = AT + timedelta(hours=1)
    yes = [Said(party, Stance.AGREES, "ar", later) for party in (signatory, CASEWORKER)]
    assert confirmation([*told, *yes], signatory, "ar") is Confirmation.CONFIRMED


@given(several, signatories, st.randoms())
def test_the_order_they_are_read_in_does_not_matter_when_the_times_differ(told, signatory, chance):
    timed = [Said(s.party, s.stance, s.sight, AT + timedelta(minutes=n)) for n, s in enumerate(told)]
    mixed = list(timed)
    chance.shuffle(mixed)
    assert confirmation(mixed, signatory, "ar") is confirmation(timed, signatory, "ar")


@pytest.mark.parametrize(
    ("born", "who"),
    [
        (date(2008, 11, 24), PERSON),
        (date(2008, 11, 25), GUARDIAN),
        (date(1991, 5, 5), PERSON),
        (None, PERSON),
    ],
)
def test_who_answers(born, who):
    assert signatory_for(born, DAY) is who


def test_the_guardian_of_one_who_turns_eighteen_no_longer_answers():
    with pytest.raises(WrongSignatory, match="fyllt 18 år"):
        check_stance(GUARDIAN, Stance.AGREES, "", PERSON)
    with pytest.raises(WrongSignatory, match="under 18 år"):
        check_stance(PERSON, Stance.AGREES, "", GUARDIAN)


@pytest.mark.parametrize("stance", [Stance.DISAGREES, Stance.COULD_NOT])
@pytest.mark.parametrize("words", ["", "  \n "])
def test_no_and_could_not_take_words(stance, words):
    with pytest.raises(WordsMissing):
        check_stance(PERSON, stance, words, PERSON)
    check_stance(PERSON, stance, "لا", PERSON)
    check_stance(CASEWORKER, Stance.AGREES, "", PERSON)


@given(days, st.integers(-400, 400), st.sampled_from(Stance))
def test_only_a_no_of_the_same_day_takes_a_confirmation_back(confirmed, later, stance):
    back = undone(confirmed, confirmed + timedelta(days=later), stance)
    assert back == (later == 0 and stance is not Stance.AGREES)
    assert not undone(None, confirmed, stance)


@pytest.mark.parametrize(
    ("sent", "read", "least", "ok"),
    [
        (2, 2, 2, True),
        (1, 1, 2, False),
        (9, 0, 2, True),
        (9, None, 2, False),
        (9, -1, 2, False),
        (9, 9, None, False),
        (0, 0, 0, True),
    ],
)
def test_an_absence_can_only_matter_when_the_notice_came_and_was_read_in_time(sent, read, least, ok):
    day = DAY + timedelta(days=9)
    read_on = None if read is None else day - timedelta(days=read)
    assert notice_age_ok(Notice(day - timedelta(days=sent), read_on), day, least) is ok


@given(days, days, st.none() | days, st.none() | st.integers(0, 60), st.integers(0, 60))
def test_no_notice_or_no_decided_bound_never_does_and_more_time_never_hurts(sent, day, read, least, more):
    assert not notice_age_ok(None, day, least)
    notice = Notice(sent, read)
    if notice_age_ok(notice, day, least):
        assert least is not None
        assert read is not None
        assert sent + timedelta(days=least) <= day
        assert notice_age_ok(notice, day + timedelta(days=more), least)
        assert notice_age_ok(Notice(sent - timedelta(days=more), read), day, least)
