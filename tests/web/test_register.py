"""The register: marks are saved together, kept on refusal, and change the week at once."""

from datetime import timedelta

from django.urls import reverse

from byggsten.actions.marks import Mark
from byggsten.actions.registers import mark_register
from byggsten.domain.dates import Minutes
from byggsten.records.models import Account, WeekLedger
from tests import people


def address(session):
    return reverse("teacher:register", args=[session.reference])


def week_of(reference="amina"):
    return WeekLedger.objects.get(person__reference=reference, monday=people.WEEK.monday)


def test_what_is_not_registered_is_counted(signed_in, cast):
    page = signed_in("eva").get(reverse("teacher:groups"))
    assert len(page.context["sessions"].waiting) == 5
    assert page.context["sessions"].waiting[0].missing == 3
    assert "Att registrera: 5" in page.text


def test_everyone_here_in_one_action_and_the_exceptions_kept(signed_in, cast):
    client = signed_in("eva")
    answer = client.post(address(cast[0]), {"mark-amina": "gone", "all_here": "1"}, follow=True)
    assert "Nya: 3. Ändrade: 0. Kvar att registrera: 0." in answer.text
    told = dict(Account.objects.values_list("person__reference", "attended"))
    assert told == {"amina": 0, "farah": 180, "yusuf": 180}
    assert (week_of().invalid, week_of().owned_by_person) == (180, 180)


def test_a_late_arrival_and_a_reason(signed_in, cast):
    signed_in("eva").post(
        address(cast[0]),
        {"mark-amina": "late", "late-amina": "20", "mark-yusuf": "reported", "reason-yusuf": "job_interview"},
    )
    told = {a.person.reference: (a.attended, a.absent, a.reason) for a in Account.objects.all()}
    assert told == {"amina": (160, 20, "late"), "yusuf": (0, 180, "job_interview")}


def test_a_mistake_saves_nothing_and_keeps_every_choice(signed_in, cast):
    answer = signed_in("eva").post(
        address(cast[0]), {"mark-amina": "late", "late-amina": "tjugo", "mark-yusuf": "here"}
    )
    assert answer.status_code == 422
    assert "Inget är sparat" in answer.text
    kinds = {c.reference: (c.kind, c.late) for c in answer.context["choices"]}
    assert kinds["amina"] == ("late", "tjugo")
    assert kinds["yusuf"] == ("here", "")
    assert not Account.objects.exists()


def test_a_changed_mark_changes_the_week_and_keeps_the_old_link(signed_in, cast):
    client = signed_in("eva")
    client.post(address(cast[0]), {"mark-amina": "gone"})
    client.post(address(cast[0]), {"mark-amina": "here"})
    assert Account.objects.filter(person__reference="amina").count() == 2
    assert (week_of().invalid, week_of().attended) == (0, 180)


def test_what_was_not_touched_is_not_a_change(signed_in, cast):
    client = signed_in("eva")
    client.post(address(cast[0]), {"mark-yusuf": "late", "late-yusuf": "20"})
    mark_register(
        session=cast[0].reference, marks=[Mark("amina", Minutes(0))], by=people.acting("eva"), at=people.NOW
    )
    sent = {"mark-amina": "gone", "mark-yusuf": "late", "late-yusuf": "25", "mark-farah": "here"}
    answer = client.post(address(cast[0]), sent, follow=True)
    assert "Nya: 1. Ändrade: 1. Kvar att registrera: 0." in answer.text
    assert Account.objects.filter(person__reference="amina").count() == 1


def test_a_number_without_end_is_an_error_of_its_row(signed_in, cast):
    answer = signed_in("eva").post(address(cast[0]), {"mark-amina": "late", "late-amina": "9" * 5000})
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text


def test_a_late_change_asks_why_and_keeps_the_choice(signed_in, cast):
    old = people.meet(people.WEEK.plus(-3))[0]
    client = signed_in("eva")
    client.post(address(old), {"mark-amina": "here"})
    refused = client.post(address(old), {"mark-amina": "gone"})
    assert refused.status_code == 422
    assert "Skriv varför" in refused.text
    assert {c.reference: c.kind for c in refused.context["choices"]}["amina"] == "gone"
    client.post(address(old), {"mark-amina": "gone", "why": "Jag tog fel på person"})
    assert Account.objects.filter(person__reference="amina").count() == 2


def test_a_day_to_come_cannot_be_registered(signed_in, cast):
    ahead = people.meet(people.WEEK.plus(2))[0]
    client = signed_in("eva")
    assert "från och med den dagen" in client.get(address(ahead)).text
    assert client.post(address(ahead), {"mark-amina": "here"}).status_code == 422
    assert ahead.day > people.TODAY + timedelta(days=1)


def test_a_teacher_sees_names_and_nothing_else(signed_in, cast):
    page = signed_in("eva").get(address(cast[0]))
    assert "Amina Exempel" in page.text
    for secret in ("1991", "flykting", "Skyddade", "p5_1"):
        assert secret not in page.text
