"""A plan is confirmed at a meeting: who says what of which text, and what follows."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from byggsten.access.refusals import NothingHere, NotInYourRole
from byggsten.actions.confirming import Answer, TextChanged, TooManyWords, fingerprint, take_stance
from byggsten.actions.plan_rows import UnknownPlan
from byggsten.actions.prior_notices import notices_read
from byggsten.domain.confirming import Confirmation, SaidNoElsewhere, WordsMissing, WrongSignatory
from byggsten.domain.plan_findings import VOLUNTARY
from byggsten.domain.planning import ReadHow, Signatory, Stance
from byggsten.queries.plan_document import plan_document
from byggsten.queries.plan_in_words import plan_sheet
from byggsten.records import models as m
from tests import people

pytestmark = pytest.mark.django_db
PERSON, GUARDIAN, CASEWORKER = Signatory.PERSON, Signatory.GUARDIAN, Signatory.CASEWORKER
PLAN = "amina-plan-1"
TOMORROW = people.TODAY + timedelta(days=1)


@pytest.fixture
def plan():
    people.hire("karin", "eva", "sara")
    people.enrol("amina")
    people.school(teacher="eva")
    people.plan_for("amina", confirmed_on=None)
    asks("full")
    return m.Plan.objects.get()


def asks(reason, required=2400):
    """Say how much can be required of the person, and why."""
    told = {"required": required, "reachable": 900, "chosen": 900, "reason": reason, "rules_version": "x"}
    m.PlanExtent.objects.update_or_create(plan=m.Plan.objects.get(), defaults=told)


def sheet(language="ar", on=people.TODAY):
    return plan_sheet(plan_document(people.acting("karin", on), PLAN), language)


def answer(party=PERSON, stance=Stance.AGREES, words="", language="ar", **changed):
    return Answer(language, changed.get("seen") or fingerprint(sheet(language)), party, stance, words)


def say(*told, who="karin", on=people.TODAY, at=people.NOW, **options):
    given = told[0] if told and isinstance(told[0], Answer) else answer(*told)
    return take_stance(plan=PLAN, answer=given, by=people.acting(who, on), at=at, **options)


def test_both_say_yes_to_the_same_text_and_the_plan_is_confirmed(plan):
    assert say(PERSON) is Confirmation.PERSON_AGREES
    plan.refresh_from_db()
    assert plan.confirmed_on is None
    assert say(CASEWORKER) is Confirmation.CONFIRMED
    plan.refresh_from_db()
    assert (plan.confirmed_on, plan.confirmed_at) == (people.TODAY, people.NOW)
    done = m.Event.objects.filter(person="amina").order_by("pk").values_list("code", flat=True)
    assert list(done)[-4:] == ["plan.stance", "plan.stance", "plan.confirmed", "plan.notices_given"]


def test_exactly_what_was_seen_is_kept_once(plan):
    say(PERSON)
    say(CASEWORKER)
    sight = m.PlanSight.objects.get()
    assert sight.text == sheet().as_text()
    assert sight.sha256 == fingerprint(sheet())
    assert (sight.language, sight.shown_by, sight.shown_at) == ("ar", "karin", people.NOW)
    versions = sheet().document.versions
    assert (sight.wording_version, sight.catalogue_version) == (versions.wording, versions.catalogue)
    assert sight.rules_version == versions.rules
    assert "Sfi kurs C" in sight.text


def test_the_diary_holds_no_words_of_theirs(plan):
    say(PERSON, Stance.DISAGREES, "Jag har ont i ryggen.")
    told = m.Event.objects.get(code="plan.stance").facts
    assert told["stance"] == "disagrees"
    assert "ryggen" not in str(told)


@pytest.mark.parametrize(
    ("stance", "state"),
    [(Stance.DISAGREES, Confirmation.DISAGREEMENT), (Stance.COULD_NOT, Confirmation.COULD_NOT)],
)
def test_a_no_is_kept_and_printed_and_binds_nobody(plan, stance, state):
    assert say(PERSON, stance, "لا أستطيع") is state
    assert say(CASEWORKER) is state
    plan.refresh_from_db()
    assert plan.confirmed_on is None
    assert not m.PriorNotice.objects.exists()
    stances = sheet().stances
    assert [line.stance.swedish for line in stances] == [
        {Stance.DISAGREES: "Håller inte med", Stance.COULD_NOT: "Kunde inte ta ställning"}[stance],
        "Har skrivit under",
    ]
    assert stances[0].words == "لا أستطيع"
    assert stances[1].name == "Karin Lind"


@pytest.mark.parametrize("stance", [Stance.DISAGREES, Stance.COULD_NOT])
def test_a_no_takes_words(plan, stance):
    with pytest.raises(WordsMissing):
        say(PERSON, stance, "  ")
    with pytest.raises(TooManyWords):
        say(PERSON, stance, "x" * 4001)
    assert not m.PlanStance.objects.exists()


def test_the_same_click_twice_changes_nothing(plan):
    for _ in range(2):
        say(PERSON)
        say(CASEWORKER)
    assert m.PlanStance.objects.count() == 2
    assert m.PriorNotice.objects.count() == 2
    assert m.Event.objects.filter(code="plan.confirmed").count() == 1


def test_a_wrong_click_is_put_right_by_a_new_answer_the_same_day(plan):
    say(PERSON)
    say(CASEWORKER)
    assert say(PERSON, Stance.DISAGREES, "Fel ruta.") is Confirmation.DISAGREEMENT
    plan.refresh_from_db()
    assert plan.confirmed_on is None
    assert plan.confirmed_at is None
    assert m.Event.objects.filter(code="plan.unconfirmed").count() == 1
    assert say(PERSON) is Confirmation.CONFIRMED
    assert [one.stance for one in m.PlanStance.objects.filter(party="person")] == [
        "agrees",
        "disagrees",
        "agrees",
    ]


def test_notices_of_a_confirmation_that_was_taken_back_are_gone_and_new_ones_count_from_the_new(plan):
    say(PERSON)
    say(CASEWORKER, read_aloud=True)
    say(PERSON, Stance.DISAGREES, "Fel ruta.")
    assert not m.PriorNotice.objects.exists()
    told = m.Event.objects.get(code="plan.notices_taken_back")
    assert (told.person, sorted(told.facts["groups"])) == ("amina", ["egna-1", "sfi-c-1"])
    later = people.NOW + timedelta(days=1)
    assert say(PERSON, on=TOMORROW, at=later) is Confirmation.CONFIRMED
    assert set(m.PriorNotice.objects.values_list("sent_at", "read_at")) == {(later, None)}


def test_a_change_of_mind_on_a_later_day_is_printed_and_the_plan_stands(plan):
    say(PERSON)
    say(CASEWORKER)
    told = {"on": TOMORROW, "at": people.NOW + timedelta(days=1)}
    assert say(PERSON, Stance.DISAGREES, "Jag har ångrat mig.", **told) is Confirmation.CHANGED_MIND
    assert m.PriorNotice.objects.count() == 2
    plan.refresh_from_db()
    assert plan.confirmed_on == people.TODAY
    assert "Jag har ångrat mig." in [line.words for line in sheet().stances]


@pytest.mark.parametrize(
    ("stance", "words"),
    [(Stance.DISAGREES, "inte håller med"), (Stance.COULD_NOT, "inte kunnat ta ställning")],
)
def test_an_older_yes_in_another_language_never_overrides_a_later_no(plan, stance, words):
    say(answer(PERSON, language="sv"))
    said_no = say(answer(PERSON, stance, "Inte på kvällar.", "ar"), at=people.NOW + timedelta(minutes=1))
    assert said_no in (Confirmation.DISAGREEMENT, Confirmation.COULD_NOT)
    with pytest.raises(SaidNoElsewhere, match=words):
        say(answer(CASEWORKER, language="sv"), at=people.NOW + timedelta(minutes=2))
    plan.refresh_from_db()
    assert plan.confirmed_on is None
    assert not m.PlanStance.objects.filter(party="caseworker").exists()
    assert not m.PriorNotice.objects.exists()
    say(answer(PERSON, language="sv"), at=people.NOW + timedelta(minutes=3))
    signed = answer(CASEWORKER, language="sv")
    assert say(signed, at=people.NOW + timedelta(minutes=4)) is Confirmation.CONFIRMED


def test_a_no_in_another_language_takes_back_what_was_confirmed_the_same_day(plan):
    say(answer(PERSON, language="sv"))
    say(answer(CASEWORKER, language="sv"))
    assert m.PriorNotice.objects.count() == 2
    no = say(answer(PERSON, Stance.DISAGREES, "Nej.", "ar"), at=people.NOW + timedelta(minutes=1))
    assert no is Confirmation.DISAGREEMENT
    plan.refresh_from_db()
    assert plan.confirmed_on is None
    assert not m.PriorNotice.objects.exists()


def test_yes_to_a_text_in_another_language_is_another_text(plan):
    say(PERSON)
    say(answer(CASEWORKER, language="sv"))
    plan.refresh_from_db()
    assert plan.confirmed_on is None
    assert m.PlanSight.objects.count() == 2


def test_an_answer_to_an_older_text_is_refused(plan):
    old = answer(PERSON)
    m.Activity.objects.filter(reference="sfi-c").update(name="Sfi kurs C, kväll")
    with pytest.raises(TextChanged):
        say(old)
    assert not m.PlanStance.objects.exists()
    # What the first said of the older text is no yes to the new one.
    say(PERSON)
    m.Activity.objects.filter(reference="sfi-c").update(name="Sfi kurs C, distans")
    assert say(CASEWORKER) is Confirmation.CASEWORKER_SIGNED


def test_a_new_activity_in_the_catalogue_does_not_change_the_text(plan):
    old = answer(PERSON)
    people.register_activities([replace(people.OWN, reference="ny", name="Ny")], by="test", at=people.NOW)
    assert say(old) is Confirmation.PERSON_AGREES


def test_the_guardian_answers_for_one_under_eighteen(plan):
    m.Person.objects.filter(reference="amina").update(born=date(2010, 1, 1))
    m.Guardianship.objects.create(
        child=m.Person.objects.get(reference="amina"), guardian_name="Fatima Exempel", kind="custodian",
        first_day=people.START, recorded_at=people.BEFORE, recorded_by="test",
    )  # fmt: skip
    with pytest.raises(WrongSignatory, match="under 18"):
        say(PERSON)
    say(GUARDIAN)
    assert say(CASEWORKER) is Confirmation.CONFIRMED
    line = sheet().stances[0]
    assert (line.who.swedish, line.name) == ("Vårdnadshavare eller god man", "Fatima Exempel")


def test_notices_are_given_for_what_is_asked_in_both_languages(plan, settings):
    settings.BYGGSTEN_LOCAL_RULES = ("norrtalje", "demo")
    m.Activity.objects.filter(reference="egna").update(duty_marked=False)
    say(PERSON)
    say(CASEWORKER, read_aloud=True)
    notice = m.PriorNotice.objects.get()
    assert notice.group.reference == "sfi-c-1"
    assert "Du ska delta i Sfi kurs C från 2 mars 2026." in notice.text
    assert "عليك المشاركة في Sfi kurs C" in notice.text
    for told in (
        "Har du hinder, berätta det. Om du utan godtagbart skäl inte kommer frågar vi dig först varför.",
        "Bara socialtjänsten kan besluta om ditt försörjningsstöd.",
        "Du ska få beskedet minst 2 dagar i förväg. Annars får det inga följder att du inte kommer.",
        "قبل يومين (2)",
    ):
        assert told in notice.text
    assert (notice.channel, notice.read_how, notice.read_at) == ("handed_over", "at_the_meeting", people.NOW)


def test_a_notice_says_that_absence_cannot_matter_where_no_bound_is_decided(plan, settings):
    settings.BYGGSTEN_LOCAL_RULES = ("norrtalje",)
    say(PERSON)
    say(CASEWORKER)
    text = m.PriorNotice.objects.first().text
    assert "Kommunen har inte bestämt någon tid. Därför får frånvaro inga följder." in text
    assert "minst" not in text
    assert "لم تحدد البلدية أي مدة." in text


@pytest.mark.parametrize("reason", [*sorted(VOLUNTARY), "unknown", ""])
def test_an_offer_is_agreed_on_and_gives_no_notices(plan, reason):
    m.PlanExtent.objects.all().delete()
    if reason:
        asks(reason, required=None if reason == "unknown" else 0)
    say(PERSON)
    assert say(CASEWORKER) is Confirmation.CONFIRMED
    assert not m.PriorNotice.objects.exists()
    told = sheet("sv")
    assert told.status.text == (
        "Ni är överens om erbjudandet sedan den 24 november 2026. Det binder kommunen, inte dig."
    )
    assert "förfogande" not in m.PlanSight.objects.get().text
    assert "Du bestämmer själv om du vill vara med." in m.PlanSight.objects.get().text


def test_a_childs_plan_is_an_offer_whatever_the_extent_says(plan):
    m.Person.objects.filter(reference="amina").update(born=date(2012, 1, 1))
    say(GUARDIAN)
    assert say(CASEWORKER) is Confirmation.CONFIRMED
    assert not m.PriorNotice.objects.exists()
    assert "40 timmar" not in m.PlanSight.objects.get().text


def test_a_notice_that_was_not_read_at_the_meeting_is_read_later(plan):
    say(PERSON)
    say(CASEWORKER)
    assert set(m.PriorNotice.objects.values_list("read_how", flat=True)) == {""}
    read = {"plan": PLAN, "how": ReadHow.CONFIRMED_ORALLY, "by": people.acting("karin"), "at": people.NOW}
    assert notices_read(**read) == 2
    assert notices_read(**read) == 0
    assert set(m.PriorNotice.objects.values_list("read_how", flat=True)) == {"confirmed_orally"}


def test_who_may_not(plan):
    given = answer(PERSON)
    with pytest.raises(NothingHere):
        say(given, who="sara")
    with pytest.raises(NotInYourRole):
        say(given, who="eva")
    with pytest.raises(NotInYourRole):
        notices_read(plan=PLAN, how=ReadHow.OWN_PAGES, by=people.acting("eva"), at=people.NOW)


def test_a_withdrawn_plan_takes_no_answers(plan):
    given = answer(PERSON)
    m.Plan.objects.update(withdrawn_at=people.NOW)
    with pytest.raises(UnknownPlan):
        say(given)
