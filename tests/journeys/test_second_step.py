"""A security key is tied to an account and used at the next sign-in, in a real browser with a made-up key."""

from playwright.sync_api import expect

KEY = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
       "isUserVerified": True}  # fmt: skip


def test_a_security_key(sign_in, live_server, accessible):
    page = sign_in("karin")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Karin")
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    page.goto(f"{live_server.url}/konto/tvafaktor/nycklar/ny/")
    accessible(page)
    page.get_by_label("Vad ska nyckeln heta?").fill("Telefonen")
    page.get_by_role("button", name="Lägg till").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reservkoder")
    page.get_by_role("button", name="Logga ut").click()

    page = sign_in("karin")
    expect(page.get_by_role("heading", level=1)).to_have_text("Andra steget")
    accessible(page)
    page.get_by_role("button", name="Använd säkerhetsnyckel").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Karin")
    page.goto(f"{live_server.url}/konto/tvafaktor/nycklar/")
    expect(page.get_by_role("link", name="Ta bort Telefonen")).to_be_visible()
