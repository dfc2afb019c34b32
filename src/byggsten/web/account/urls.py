"""The addresses of the way in and of one's own account; the names are those that allauth looks for."""

from django.urls import path

from byggsten.web.account import again, municipal
from byggsten.web.account import second_factors as own
from byggsten.web.account.declaring import own_account
from byggsten.web.account.sign_in import SecondStep, sign_in
from byggsten.web.desk import open_to_all

urlpatterns = [
    path("logga-in/", sign_in, name="sign_in"),
    path("logga-in/", sign_in, name="account_login"),
    path("logga-in/andra-steget/", open_to_all(SecondStep.as_view()), name="mfa_authenticate"),
    path("logga-in/<str:provider_id>/", municipal.leave_for_municipal, name="openid_connect_login"),
    path("logga-in/<str:provider_id>/svar/", municipal.back_from_municipal, name="openid_connect_callback"),
    path("konto/bekrafta/", own_account(again.PasswordAgain.as_view()), name="account_reauthenticate"),
    path("konto/bekrafta/kod/", own_account(again.CodeAgain.as_view()), name="mfa_reauthenticate"),
    path(
        "konto/bekrafta/nyckel/",
        own_account(again.KeyAgain.as_view()),
        name="mfa_reauthenticate_webauthn",
    ),
    path("konto/tvafaktor/", own_account(own.SecondFactors.as_view()), name="mfa_index"),
    path("konto/tvafaktor/app/", own_account(own.AddApp.as_view()), name="mfa_activate_totp"),
    path(
        "konto/tvafaktor/app/ta-bort/",
        own_account(own.RemoveApp.as_view()),
        name="mfa_deactivate_totp",
    ),
    path("konto/tvafaktor/nycklar/", own_account(own.Keys.as_view()), name="mfa_list_webauthn"),
    path("konto/tvafaktor/nycklar/ny/", own_account(own.AddKey.as_view()), name="mfa_add_webauthn"),
    path(
        "konto/tvafaktor/nycklar/<int:pk>/ta-bort/",
        own_account(own.RemoveKey.as_view()),
        name="mfa_remove_webauthn",
    ),
    path(
        "konto/tvafaktor/reservkoder/",
        own_account(own.ReserveCodes.as_view()),
        name="mfa_view_recovery_codes",
    ),
    path(
        "konto/tvafaktor/reservkoder/nya/",
        own_account(own.NewReserveCodes.as_view()),
        name="mfa_generate_recovery_codes",
    ),
    path("konto/inloggningar/", own_account(own.Sessions.as_view()), name="usersessions_list"),
]
