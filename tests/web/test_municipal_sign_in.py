"""The municipality's own sign-in, against an issuer on this machine: who comes in, and every false answer."""

import http.client
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import rsa
from django.contrib.auth.models import User
from django.core.cache import cache

from byggsten.actions import signing_in
from byggsten.config import sign_in
from byggsten.config.env import WrongSetting
from byggsten.records.models import Event, StaffMember
from tests import people
from tests.web.municipal_issuer import CLIENT, LEVEL, SECRET, Issuer

REFUSED = "Det gick inte att logga in"


@pytest.fixture
def issuer(cast, settings, monkeypatch):
    """The issuer, and an installation that is set up for it by its environment."""
    cache.clear()
    service = Issuer()
    given = {"ISSUER": service.url, "CLIENT_ID": CLIENT, "SECRET": SECRET, "ACR": LEVEL, "NAME": "Kommun-id"}
    for name, value in given.items():
        monkeypatch.setenv(f"BYGGSTEN_OIDC_{name}", value)
    ours = sign_in.settings("Norrtälje kommun", https=False, behind_proxy=False)
    settings.SOCIALACCOUNT_PROVIDERS = ours["SOCIALACCOUNT_PROVIDERS"]
    yield service
    service.close()


def go(client, issuer, where="/person/amina/"):
    """Press the button, be sent to the issuer, and come back."""
    away = client.post(f"/logga-in/kommunen/?next={where}").url
    parts = urlsplit(away)
    connection = http.client.HTTPConnection(parts.netloc)
    connection.request("GET", f"{parts.path}?{parts.query}")
    back = urlsplit(connection.getresponse().headers["Location"])
    connection.close()
    return client.get(f"{back.path}?{back.query}")


def test_one_who_has_an_account_comes_in(client, issuer):
    assert "Kommun-id" in client.get("/logga-in/").text
    answer = go(client, issuer)
    assert (answer.status_code, answer.url) == (302, "/person/amina/")
    assert client.get(answer.url).status_code == 200
    assert (issuer.asked["acr_values"], issuer.asked["code_challenge_method"]) == (LEVEL, "S256")
    assert Event.objects.get(code="staff.signed_in").facts == {"methods": ["socialaccount"]}
    # Nothing of what the issuer told is kept but that the two belong together.
    assert SocialAccount.objects.get().extra_data == {}


def test_the_second_time_too_and_it_counts_as_a_second_factor(client, issuer, settings):
    settings.BYGGSTEN_SECOND_FACTOR = "required"
    for _ in range(2):
        assert client.get(go(client, issuer).url).status_code == 200
        client.post("/logga-ut/")
    assert SocialAccount.objects.count() == 1


WRONG = {
    "another level": {"acr": "http://id.sambi.se/loa/loa2"},
    "no level": {"acr": None},
    "for another client": {"aud": "någon-annan"},
    "from another issuer": {"iss": "https://annan.example"},
    "too old": {"exp": 1_700_000_000},
    "unknown person": {"preferred_username": "okänd"},
    "no person": {"preferred_username": None},
    "a list of persons": {"preferred_username": ["karin"]},
}


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_answer_lets_nobody_in(client, issuer, what):
    before = (User.objects.count(), StaffMember.objects.count())
    issuer.claims = WRONG[what]
    answer = go(client, issuer)
    assert (answer.status_code, REFUSED in answer.text) == (403, True)
    assert client.get("/arbetslista/").status_code == 302
    assert not SocialAccount.objects.exists()
    assert (User.objects.count(), StaffMember.objects.count()) == before


def _stranger(claims):
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return jwt.encode(claims, key, "RS256", headers={"kid": "k1"})


FALSE = {
    "signed by another": _stranger,
    "not signed": lambda claims: jwt.encode(claims, None, "none"),
    "signed with a shared word": lambda c: jwt.encode(c, "x" * 32, "HS256", headers={"kid": "k1"}),
    "unreadable": lambda claims: "a.b.c",
}


@pytest.mark.parametrize("how", FALSE)
def test_a_false_signature_lets_nobody_in(client, issuer, how):
    issuer.sign = FALSE[how]
    assert go(client, issuer).status_code == 403
    assert client.get("/arbetslista/").status_code == 302


def test_one_who_has_left_and_one_who_takes_anothers_place_are_refused(client, issuer):
    go(client, issuer)
    client.post("/logga-ut/")
    issuer.claims = {"preferred_username": "omar"}
    assert go(client, issuer).status_code == 403
    signing_in.close_account("karin", by="test", at=people.NOW)
    issuer.claims = {}
    assert go(client, issuer).status_code == 403


def test_an_answer_that_nobody_asked_for_and_a_code_used_twice(client, issuer):
    assert client.get("/logga-in/kommunen/svar/?code=code-0&state=x").status_code == 403
    go(client, issuer)
    client.post("/logga-ut/")
    assert client.get("/logga-in/kommunen/svar/?code=code-0&state=x").status_code == 403
    assert client.get("/logga-in/kommunen/svar/?error=server_error").status_code == 403


def test_the_button_asks_for_no_less_than_the_level(client, issuer):
    issuer.claims = {"acr": "loa1"}
    away = client.post("/logga-in/kommunen/?auth_params=acr_values%3Dloa1").url
    assert parse_qs(urlsplit(away).query)["acr_values"] in ([LEVEL], ["loa1"])
    # Whatever was asked for, the level of the answer decides.
    assert go(client, issuer).status_code == 403


def test_a_sign_in_without_a_demanded_level_does_not_start(monkeypatch):
    monkeypatch.setenv("BYGGSTEN_OIDC_ISSUER", "https://id.example.se")
    monkeypatch.delenv("BYGGSTEN_OIDC_ACR", raising=False)
    with pytest.raises(WrongSetting, match="BYGGSTEN_OIDC_ACR saknas"):
        sign_in.settings("Norrtälje kommun", https=True, behind_proxy=True)


def test_a_word_that_is_no_choice_of_second_factor_does_not_start(monkeypatch):
    assert sign_in.second_factor(required=True) == "required"
    assert sign_in.second_factor(required=False) == "offered"
    monkeypatch.setenv("BYGGSTEN_SECOND_FACTOR", "kanske")
    with pytest.raises(WrongSetting, match="kanske"):
        sign_in.second_factor(required=True)
