"""The way in: one answer for a stranger and a wrong password, a brake, a second step, sessions to end."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth.models import User
from django.core.cache import cache
from django.urls import reverse

from byggsten.actions import signing_in
from byggsten.records.models import Event
from tests import people

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
SIGN_IN = "/logga-in/"


@pytest.fixture(autouse=True)
def _nothing_is_counted_yet():
    cache.clear()


def typed(client, username="karin", password=people.PASSWORD, **more):
    return client.post(SIGN_IN, {"username": username, "password": password} | more)


def code(secret=SECRET):
    return format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[1]))


def with_app(username="karin"):
    return TOTP.activate(User.objects.get(username=username), SECRET)


def plain(answer):
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.text)


def test_in_and_to_where_one_was_going(client, cast):
    answer = typed(client, next="/person/amina/")
    assert (answer.status_code, answer.url) == (302, "/person/amina/")
    assert client.get(answer.url).status_code == 200
    (event,) = Event.objects.filter(code="staff.signed_in")
    assert (event.actor, event.facts) == ("karin", {"methods": ["password"]})


@pytest.mark.parametrize("wanted", ["https://ond.example/", "//ond.example/", "javascript:alert(1)"])
def test_never_to_another_place(client, cast, wanted):
    assert typed(client, next=wanted).url == "/"


def test_a_stranger_a_wrong_password_and_one_who_has_left_get_one_answer(client, cast):
    signing_in.close_account("omar", by="test", at=people.NOW)
    answers = [
        typed(client, "karin", "fel"), typed(client, "ingen", "fel"), typed(client, "omar"),
    ]  # fmt: skip
    assert {answer.status_code for answer in answers} == {422}
    pages = {re.sub(r'name="username" value="\w+"', "", plain(answer)) for answer in answers}
    assert len(pages) == 1
    assert "<title>Fel:" in pages.pop()


@pytest.mark.parametrize("username", ["karin", "ingen"])
def test_after_five_wrong_passwords_one_has_to_wait_whoever_it_is(client, cast, username):
    for _ in range(5):
        assert "stämmer inte" in typed(client, username, "fel").text
    assert "Vänta fem minuter" in typed(client, username, people.PASSWORD).text
    # Another name is not held up.
    assert typed(client, "omar").status_code == 302


def test_the_session_gets_a_new_name_and_keeps_the_language(client, cast):
    client.post("/sprak/", {"language": "en", "next": SIGN_IN})
    before = client.session.session_key
    typed(client)
    assert client.session.session_key != before
    assert client.session["language"] == "en"


def test_nobody_makes_an_account_or_a_new_password_by_themselves(client, db):
    for address in ("/accounts/signup/", "/konto/ny/", "/accounts/password/reset/"):
        assert client.get(address).status_code in (302, 404)
    assert not User.objects.exists()


def test_the_second_step_is_asked_for_and_nobody_is_in_before_it(client, cast):
    with_app()
    answer = typed(client, next="/person/amina/")
    assert answer.url == reverse("mfa_authenticate")
    assert client.get("/arbetslista/").url.startswith(SIGN_IN)
    wrong = client.post(answer.url, {"code": "000000"})
    assert (wrong.status_code, "Koden stämmer inte" in wrong.text) == (422, True)
    right = client.post(answer.url, {"code": code()})
    assert right.url == "/person/amina/"
    assert client.get(right.url).status_code == 200
    assert Event.objects.get(code="staff.signed_in").facts == {"methods": ["mfa", "password"]}


def test_a_code_works_once(client, cast):
    with_app()
    once = code()
    typed(client)
    assert client.post(reverse("mfa_authenticate"), {"code": once}).status_code == 302
    client.post("/logga-ut/")
    typed(client)
    assert client.post(reverse("mfa_authenticate"), {"code": once}).status_code == 422


def test_codes_cannot_be_guessed_for_long(client, cast):
    with_app()
    typed(client)
    for _ in range(5):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "Vänta fem minuter" in client.post(reverse("mfa_authenticate"), {"code": code()}).text


def test_an_app_is_tied_and_the_reserve_codes_are_shown_once(client, cast):
    typed(client)
    page = client.get(reverse("mfa_activate_totp"))
    assert 'src="data:image/svg+xml;base64,' in page.text
    secret = re.search(r'class="secret">(\w+)<', page.text)[1]
    assert client.post(reverse("mfa_activate_totp"), {"code": "000000"}).status_code == 422
    answer = client.post(reverse("mfa_activate_totp"), {"code": code(secret)})
    assert answer.url == reverse("mfa_view_recovery_codes")
    shown = client.get(answer.url).text
    reserve = re.findall(r"<li><code>(\d{8})</code>", shown)
    assert len(reserve) == 10
    assert not re.findall(r"<code>\d{8}</code>", client.get(answer.url).text)
    client.post("/logga-ut/")
    typed(client)
    assert client.post(reverse("mfa_authenticate"), {"code": reserve[0]}).status_code == 302
    assert set(Event.objects.values_list("code", flat=True)) >= {"staff.second_factor_added"}


def test_before_something_that_matters_the_password_is_asked_for_again(client, cast):
    client.login(username="karin", password=people.PASSWORD)
    page = client.get(reverse("mfa_activate_totp"))
    assert page.url.startswith(reverse("account_reauthenticate"))
    assert client.post(page.url, {"password": "fel"}).status_code == 422
    assert client.post(page.url, {"password": people.PASSWORD}).url == reverse("mfa_activate_totp")


class TestWhereASecondFactorIsDemanded:
    @pytest.fixture(autouse=True)
    def _demanded(self, settings):
        settings.BYGGSTEN_SECOND_FACTOR = "required"

    def test_one_without_it_reaches_only_the_pages_that_make_one(self, client, cast):
        typed(client)
        assert client.get("/arbetslista/").url == reverse("mfa_index")
        assert client.get("/person/amina/").url == reverse("mfa_index")
        assert "Lägg till ett andra steg" in client.get(reverse("mfa_index")).text
        page = client.get(reverse("mfa_activate_totp"))
        secret = re.search(r'class="secret">(\w+)<', page.text)[1]
        client.post(reverse("mfa_activate_totp"), {"code": code(secret)})
        assert client.get("/arbetslista/").status_code == 200

    def test_another_session_with_the_password_alone_must_show_the_factor(self, client, cast):
        typed(client)
        with_app()
        answer = client.get("/person/amina/")
        assert answer.url.startswith(reverse("mfa_reauthenticate"))
        assert client.post(answer.url, {"code": code()}).url == "/person/amina/"
        assert client.get("/person/amina/").status_code == 200


def test_other_sessions_are_listed_and_ended(client, cast):
    other = type(client)()
    typed(other)
    typed(client)
    assert "En annan inloggning" in client.get(reverse("usersessions_list")).text
    client.post(reverse("usersessions_list"))
    assert other.get("/arbetslista/").status_code == 302
    assert client.get("/arbetslista/").status_code == 200


def test_a_new_password_and_a_new_beginning_end_every_session(client, cast):
    typed(client)
    signing_in.set_password("karin", "en helt ny lång mening", by="test", at=people.NOW)
    assert client.get("/arbetslista/").status_code == 302
    typed(client, password="en helt ny lång mening")
    with_app()
    assert signing_in.reset_second_factor("karin", by="test", at=people.NOW) == 1
    assert client.get("/arbetslista/").status_code == 302
    assert not Authenticator.objects.exists()


def test_what_is_refused_of_accounts(cast):
    with pytest.raises(signing_in.NoSuchAccount, match="finns inte"):
        signing_in.set_password("ingen", "en helt ny lång mening", by="test", at=people.NOW)
    with pytest.raises(Exception, match="duger inte"):
        signing_in.set_password("karin", "kort", by="test", at=people.NOW)
