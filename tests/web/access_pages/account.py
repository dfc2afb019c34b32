"""The way in and one's own account.  The columns are the roles of ``test_access_table.ROLES``."""

OWN = (302, 200, 200, 200, 200, 200, 200, 200)
# Asked for the password first, since the test's way in left no trace of one.
AGAIN = (302, 302, 302, 302, 302, 302, 302, 302)
GONE = (302, 404, 404, 404, 404, 404, 404, 404)

#                                        nobody karin  omar sara  eva  bjorn maria lena
PAGES = {
    ("sign_in", ()):                       (200, 302, 302, 302, 302, 302, 302, 302),
    ("account_login", ()):                 (200, 302, 302, 302, 302, 302, 302, 302),
    # Nobody is on the way to the second step.
    ("mfa_authenticate", ()):              (302, 302, 302, 302, 302, 302, 302, 302),
    # Only by a button, and this municipality has no sign-in of its own.
    ("openid_connect_login", ("kommunen",)): (405, 405, 405, 405, 405, 405, 405, 405),
    ("openid_connect_callback", ("kommunen",)): (404, 404, 404, 404, 404, 404, 404, 404),
    ("account_reauthenticate", ()):        OWN,
    # No code and no key is tied to the account: the password is asked for instead.
    ("mfa_reauthenticate", ()):            AGAIN,
    ("mfa_reauthenticate_webauthn", ()):   AGAIN,
    ("mfa_index", ()):                     OWN,
    ("mfa_activate_totp", ()):             AGAIN,
    ("mfa_deactivate_totp", ()):           GONE,
    ("mfa_list_webauthn", ()):             OWN,
    ("mfa_add_webauthn", ()):              AGAIN,
    ("mfa_remove_webauthn", (1,)):         AGAIN,
    ("mfa_view_recovery_codes", ()):       GONE,
    ("mfa_generate_recovery_codes", ()):   AGAIN,
    ("usersessions_list", ()):             OWN,
}  # fmt: skip
