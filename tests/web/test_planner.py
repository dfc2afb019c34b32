"""The page where a plan is written: each button saves, and nothing typed is lost or overwritten."""

import json
import re
from dataclasses import replace

import pytest
from django.urls import reverse

from byggsten.actions.plan_drafts import save_draft
from byggsten.domain.plan_draft import Choice
from byggsten.queries.draft_content import from_content, from_kept
from byggsten.records.models import Plan, PlanDraft, ReadLog
from tests import people
from tests.domain.drafts import DRAFT

ADDRESS = "/person/amina/plan/skriv/"


@pytest.fixture
def karin(signed_in):
    return signed_in("karin")


def form(client, **changed):
    """What the page's form would send."""
    page = client.get(ADDRESS)
    typed = page.context["typed"]
    sent = {
        "stamp": page.context["stamp"],
        "opened": page.context["opened"],
        "choices": typed.choices_text,
        "first_day": typed.first_day,
        "last_day": typed.last_day,
        "evidence": typed.evidence,
    }
    for row in typed.goals:
        sent |= {f"{row.name}-kind": row.kind, f"{row.name}-words": row.words, f"{row.name}-due": row.due}
    for row in typed.promises:
        sent |= {f"{row.name}-party": row.kind, f"{row.name}-words": row.words, f"{row.name}-due": row.due}
    return sent | changed


def draft():
    return from_kept(PlanDraft.objects.get().content).draft


def omar_saves(stamp, evidence):
    told = DRAFT.__class__(
        **{name: getattr(DRAFT, name) for name in DRAFT.__slots__} | {"evidence": evidence}
    )
    save_draft(person="amina", draft=told, stamp=stamp, by=people.acting("omar"), at=people.NOW)


def test_opening_the_page_writes_no_draft_and_is_written_down(karin):
    page = karin.get(ADDRESS)
    assert page.status_code == 200
    assert not PlanDraft.objects.exists()
    assert ReadLog.objects.get().page == "caseworker:planner"
    assert page.context["desk"].current.number == 1


def test_it_is_saved_and_comes_back_to_the_same_place(karin):
    answer = karin.post(ADDRESS, form(karin, do="add:egna-1", evidence="Intyg", byggsten="language"))
    assert answer.status_code == 302
    assert answer.url == f"{ADDRESS}?byggsten=language#catalogue"
    assert draft().evidence == "Intyg"
    karin.post(ADDRESS, form(karin, do="remove:sfi-c-1"))
    assert draft().groups == {"egna-1"}
    karin.post(ADDRESS, form(karin, do="undo"))
    assert draft().groups == {"egna-1", "sfi-c-1"}


def test_rows_come_and_go(karin):
    karin.post(ADDRESS, form(karin, do="ready:0"))
    assert draft().promises[0].due
    sent = form(karin, do="row:goal")
    sent |= {"goal-0-kind": "self_support", "goal-0-words": "Arbete", "goal-0-due": "2027-08-16"}
    karin.post(ADDRESS, sent)
    assert draft().goals[0].words == "Arbete"
    karin.post(ADDRESS, form(karin, do="drop:promise-0"))
    assert not draft().promises


def test_what_is_typed_wrong_is_kept_and_told(karin):
    sent = form(karin, do="save", first_day="2026-02-30", evidence="Ett intyg")
    sent |= {"promise-0-party": "person", "promise-0-words": "x" * 2001}
    answer = karin.post(ADDRESS, sent)
    assert answer.status_code == 422
    assert "<title>Fel:" in answer.text
    assert "2026-02-30" in answer.text
    assert "Ett intyg" in answer.text
    assert "x" * 2001 in answer.text
    assert 'href="#first_day"' in answer.text
    assert not PlanDraft.objects.exists()


def test_a_stale_form_shows_both_texts_and_lets_one_choose(karin):
    karin.post(ADDRESS, form(karin, evidence="Först"))
    mine = form(karin, evidence="Karins text")
    omar_saves(1, "Omars text")
    answer = karin.post(ADDRESS, mine)
    assert answer.status_code == 409
    assert "Omar Haddad sparade 09.30" in answer.text
    assert "Omars text" in answer.text
    assert "Karins text" in answer.text
    assert draft().evidence == "Omars text"
    (asked,) = answer.context["trouble"].conflict.differences
    assert not asked.chosen
    merge = mine | {"seen": "2", "do": "merge"}
    unanswered = karin.post(ADDRESS, merge)
    assert (unanswered.status_code, draft().evidence) == (422, "Omars text")
    assert "Välj vilken text som ska gälla" in unanswered.text
    karin.post(ADDRESS, merge | {asked.name: "mine"})
    assert draft().evidence == "Karins text"
    assert draft().goals == DRAFT.goals


def test_what_only_one_changed_is_kept_by_the_choice_that_is_offered(karin):
    """Both open the same new draft; one uses a proposal, the other adds a group by a button."""
    mine = form(karin, do="add:egna-1", choices="[]")
    opened = json.loads(mine["opened"]) | {"choices": []}
    mine["opened"] = json.dumps(opened)
    theirs = replace(from_content(opened), choices=(Choice("sfi-c-1", why="Ur förslaget"),))
    save_draft(person="amina", draft=theirs, stamp=0, by=people.acting("omar"), at=people.NOW)
    answer = karin.post(ADDRESS, mine)
    conflict = answer.context["trouble"].conflict
    assert not conflict.differences
    assert len(conflict.only_theirs) == len(conflict.only_mine) == 1
    typed = answer.context["typed"].choices_text
    karin.post(ADDRESS, mine | {"do": "merge", "seen": conflict.stamp, "choices": typed})
    assert draft().groups == {"sfi-c-1", "egna-1"}


@pytest.mark.parametrize("act", ["save", "add:egna-1", "adopt"])
def test_no_other_button_of_a_stale_form_overwrites(karin, act):
    karin.post(ADDRESS, form(karin, evidence="Först"))
    mine = form(karin, evidence="Karins text")
    omar_saves(1, "Omars text")
    answer = karin.post(ADDRESS, mine)
    again = mine | {name: answer.context[name] for name in ("stamp", "opened")}
    assert karin.post(ADDRESS, again | {"do": act}).status_code == 409
    # Nor does a form that came back because something else in it was wrong.
    wrong = karin.post(ADDRESS, mine | {"first_day": "2026-02-30"})
    again = mine | {name: wrong.context[name] for name in ("stamp", "opened")}
    assert karin.post(ADDRESS, again | {"do": act}).status_code == 409
    assert draft().evidence == "Omars text"


def test_choices_made_beside_a_text_that_has_changed_again_are_asked_anew(karin):
    mine = form(karin, do="save", evidence="Karins text")
    omar_saves(0, "Omars text")
    conflict = karin.post(ADDRESS, mine).context["trouble"].conflict
    omar_saves(conflict.stamp, "Omars nya text")
    (asked,) = (one.name for one in conflict.differences if one.mine == "Karins text")
    answer = karin.post(ADDRESS, mine | {"do": "merge", "seen": conflict.stamp, asked: "mine"})
    assert answer.status_code == 409
    assert draft().evidence == "Omars nya text"


def test_saving_while_typing_answers_with_a_line(karin):
    answer = karin.post(ADDRESS, form(karin, do="autosave", evidence="Under tiden"))
    assert answer.status_code == 200
    assert "Sparat 09.30" in answer.text
    assert 'name="stamp" value="1"' in answer.text
    stale = form(karin, do="autosave", evidence="Mer")
    omar_saves(1, "Omars")
    answer = karin.post(ADDRESS, stale)
    assert answer.status_code == 409
    assert "Omar Haddad har sparat" in answer.text
    assert draft().evidence == "Omars"


def test_a_proposal_is_shown_and_used_only_when_asked(karin):
    karin.post(ADDRESS, form(karin, do="remove:sfi-c-1"))
    page = karin.get(f"{ADDRESS}?forslag=1")
    shown = page.context["proposal"]
    assert "sfi-c-1" not in draft().groups
    karin.post(ADDRESS, form(karin, do="use_all", proposed=shown.carried))
    assert draft().groups == {one.card.group for one in shown.groups}


def test_a_double_click_on_adopt_makes_one_version_and_ends_on_the_plan(karin):
    sent = form(karin, do="adopt")
    first, second = karin.post(ADDRESS, sent), karin.post(ADDRESS, sent)
    assert first.url == second.url == "/person/amina/plan/"
    assert Plan.objects.filter(person__reference="amina").count() == 2


def test_what_stands_in_the_way_is_all_told(karin):
    answer = karin.post(ADDRESS, form(karin, do="adopt", choices="[]", last_day=""))
    assert answer.status_code == 422
    assert "Inget är valt" in answer.text
    assert "högst tolv månader" in answer.text
    assert Plan.objects.filter(person__reference="amina").count() == 1


def test_a_draft_is_thrown_away(karin):
    karin.post(ADDRESS, form(karin, evidence="Hemligt"))
    karin.post(ADDRESS, form(karin, do="discard"))
    assert "Hemligt" not in str(PlanDraft.objects.get().content)


def test_why_one_does_not_fit_is_told(karin):
    karin.post(ADDRESS, form(karin, do="remove:egna-1"))
    page = karin.get(f"{ADDRESS}?passar=0")
    assert [card.group for card in page.context["catalogue"].cards] == ["egna-1"]


def test_the_plan_tells_its_versions_and_what_the_new_one_changed(karin):
    sent = form(karin, do="adopt", evidence="Intyg")
    sent |= {"goal-0-kind": "self_support", "goal-0-words": "Arbete i vården"}
    karin.post(ADDRESS, sent)
    page = karin.get("/person/amina/plan/")
    address = reverse("caseworker:plan_diff", args=["amina", 2])
    assert address in page.text
    diff = karin.get(address)
    assert diff.status_code == 200
    words = re.sub(r"\s+", " ", diff.text)
    assert "Arbete i vården" in words
    assert "Tillagt" in words
    assert karin.get(reverse("caseworker:plan_diff", args=["amina", 9])).status_code == 404


def test_the_editor_takes_as_many_questions_however_long_the_draft(karin, django_assert_max_num_queries):
    karin.post(ADDRESS, form(karin, do="ready:0"))
    with django_assert_max_num_queries(70):
        karin.get(ADDRESS)
