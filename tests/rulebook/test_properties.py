"""What must hold for every person and every hour, tried on random ones with the real books."""

from __future__ import annotations

from datetime import date

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.rulebook.facts import DAYS, DUTY, HOUR, PAST, changes, hours, people, weeks
from tests.thoroughness import times

quick = settings(max_examples=times(100), deadline=None)
thorough = settings(max_examples=times(300), deadline=None)
# How a week falls out for the person: the higher, the better.  Okänt and what cannot be asked are neutral.
RANK = {
    "avvikelse": 0,
    "delvis_uppfylld": 1,
    "uppfylld": 3,
    "uppfylld_giltig_frånvaro": 3,
    "uppfylld_erbjudet": 3,
}
AGAINST = ("avvikelse", "delvis_uppfylld")
SIGNALS = ("signal_tre_dagar", "signal_fallande", "signal_varaktig")


def week(day, facts) -> str | None:
    return DUTY.decide(day, facts, ("person_vecka",)).outcome("person_vecka")


def hour(facts) -> str | None:
    return HOUR.decide(DAY, facts, ("timme",)).outcome("timme")


DAY = date(2026, 11, 22)


@quick
@given(
    DAYS,
    weeks(),
    st.sampled_from(PAST),
    st.integers(1, 2400),
)
def test_more_attendance_never_worsens_the_week(day, facts, state, minutes):
    moved = min(minutes, facts[state])
    better = facts | {state: facts[state] - moved, "närvaro": facts["närvaro"] + moved}
    before, after = week(day, facts), week(day, better)
    assert RANK.get(after, 2) >= RANK.get(before, 2), (before, after)


@quick
@given(DAYS, weeks(), st.integers(0, 5000))
def test_an_unrecorded_hour_never_counts_against_the_person(day, facts, unknown):
    without_invalid = facts | {"ogiltig_frånvaro": 0, "okänd_tid": unknown}
    assert week(day, without_invalid) not in AGAINST
    assert (week(day, facts) == "avvikelse") == (week(day, facts | {"okänd_tid": unknown}) == "avvikelse")


@quick
@given(DAYS, weeks(), st.sampled_from(["lucka", "inställt", "ej_krävbart"]), st.integers(0, 5000))
def test_hours_never_offered_are_never_the_persons(day, facts, state, minutes):
    assert (week(day, facts) == "avvikelse") == (week(day, facts | {state: minutes}) == "avvikelse")


@thorough
@given(DAYS, weeks())
def test_only_settled_invalid_absence_within_a_confirmed_plan_can_be_raised(day, facts):
    if week(day, facts) in AGAINST:
        assert facts["ogiltig_frånvaro"] > 0
        assert facts["plan_från"] <= day <= facts["plan_till"]
        assert facts["plan_bekräftad"] <= day


@quick
@given(DAYS, people(), st.integers(0, 17))
def test_a_child_never_owes(day, facts, years):
    facts = facts | {"född": day.replace(year=day.year - years, day=min(day.day, 28))}
    decision = DUTY.decide(day, facts)
    assert (decision.outcome("veckokrav"), decision.outcome("person_vecka")) == (0, "ej_tillämplig")
    assert all(decision.outcome(signal) == "ej_tillämplig" for signal in SIGNALS)
    assert decision.outcome("att_göra") == "inget"


@quick
@given(DAYS, people(), st.integers(0, 130), st.integers(0, 2), st.integers(0, 7))
def test_an_adaptation_never_raises_the_requirement(day, facts, capacity, small, days):
    facts = facts | {"arbetsförmåga": capacity, "barn_under_8": small, "arbetsdagar": days}
    unadapted = facts | {
        "arbetsförmåga": 100, "barn_under_8": 0, "föräldraledig": False, "helt_sjukskriven": False,
        "heltidssysselsatt": False, "går_gymnasiet": False,
    }  # fmt: skip
    required, full = (DUTY.decide(day, f, ("veckokrav",)).outcome("veckokrav") for f in (facts, unadapted))
    assume(required is not None and full is not None)
    assert 0 <= required <= full <= 2400


@quick
@given(DAYS, people())
def test_women_and_men_meet_the_same_rules(day, facts):
    she, he = (DUTY.decide(day, facts | {"kön": sex}) for sex in ("kvinna", "man"))
    assert {r for r in DUTY.rules if she.outcome(r) != he.outcome(r)} <= {"prioritet"}


@quick
@given(DAYS, people(), st.integers(0, 12), st.integers(0, 3))
def test_concern_is_only_ever_a_question_and_only_after_lasting_absence(day, facts, absent, children):
    facts = facts | {"frånvaroveckor": absent, "barn": children}
    decision = DUTY.decide(day, facts)
    if decision.outcome("barnperspektiv") == "bedöm_oro":
        assert decision.outcome("signal_varaktig") == "signal"
        assert children > 0


@quick
@given(DAYS, people(missing=False), st.data())
def test_a_missing_fact_makes_no_rule_wrongly_certain(day, facts, data):
    known = DUTY.decide(day, facts)
    lost = data.draw(st.lists(st.sampled_from(sorted(facts)), min_size=1, max_size=12))
    less = DUTY.decide(day, facts | dict.fromkeys(lost))
    for rule in DUTY.rules:
        assert less.outcome(rule) in (None, known.outcome(rule)), (rule, lost)


@quick
@given(hours(missing=False), st.data())
def test_the_same_holds_for_an_hour(facts, data):
    lost = data.draw(st.lists(st.sampled_from(sorted(facts)), min_size=1, max_size=4))
    assert hour(facts | dict.fromkeys(lost)) in (None, hour(facts))


@thorough
@given(hours())
def test_absence_needs_a_witness_and_an_hour_that_was_offered_announced_and_reachable(facts):
    if hour(facts) == "frånvaro":
        assert all(facts[fact] for fact in ("erbjuden", "aviserad", "nåbar", "har_skett"))
        assert facts["inställd"] is False
        assert "frånvarande" in facts.values()


@quick
@given(hours())
def test_a_disagreement_is_never_absence_until_a_caseworker_has_settled_it(facts):
    assume(facts["handläggare"] in ("tiger", "närvarande"))
    if "närvarande" in [facts[w] for w in ("lärare", "skolsystem", "värd", "deltagare")]:
        assert hour(facts) != "frånvaro"


@quick
@given(hours(missing=False))
def test_one_more_witness_of_presence_never_turns_an_hour_into_absence(facts):
    for witness in ("lärare", "skolsystem", "värd", "deltagare", "handläggare"):
        if hour(facts) != "frånvaro":
            assert hour(facts | {witness: "närvarande"}) != "frånvaro"


@quick
@given(hours(), st.randoms(use_true_random=False))
def test_the_order_of_accounts_is_of_no_importance(facts, chance):
    shuffled = list(facts.items())
    chance.shuffle(shuffled)
    assert hour(dict(shuffled)) == hour(facts)


@quick
@given(hours())
def test_teacher_and_host_are_believed_alike(facts):
    facts = facts | {"skolsystem": "tiger"}
    assert hour(facts) == hour(facts | {"lärare": facts["värd"], "värd": facts["lärare"]})


@quick
@given(hours(missing=False))
def test_the_hour_and_whose_account_counts_agree(facts):
    decision = HOUR.decide(DAY, facts)
    whose, what = decision.outcome("källa_som_gäller"), decision.outcome("timme")
    if what in ("närvaro", "frånvaro"):
        assert whose != "ingen"
    if what in ("tvistig", "okänd", "kommande"):
        assert whose == "ingen"


@quick
@given(changes(HOUR))
def test_explaining_and_deciding_an_hour_agree(changed):
    facts = dict.fromkeys(HOUR.facts) | changed
    step = HOUR.explain(DAY, facts, ("timme",))["timme"]
    assert (None if step.unknown else step.outcome) == hour(facts)
