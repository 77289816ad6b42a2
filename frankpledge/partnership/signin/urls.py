"""The addresses of sign-in. Only what we offer of the library is reached."""

from allauth.account import views as account
from allauth.socialaccount import views as organisation
from allauth.socialaccount.providers.openid_connect.views import callback
from django.urls import include, path

from frankpledge.partnership.signin import oidc, views

CLOSED = [
    "account_signup",
    "account_email",
    "account_email_verification_sent",
    "account_change_password",
    "account_set_password",
    "account_reset_password",
    "account_reset_password_done",
    "socialaccount_signup",
    "socialaccount_connections",
]

urlpatterns = [
    path("", views.own_account, name="signin_account"),
    path("sign-in/", views.SignIn.as_view(), name="account_login"),
    path("sign-in/", views.SignIn.as_view(), name="account_request_login_code"),
    path("sign-in/code/", account.confirm_login_code, name="account_confirm_login_code"),
    path("sign-in/link/<str:token>/", views.by_link, name="signin_link"),
    path("sign-in/closed/", account.account_inactive, name="account_inactive"),
    path("sign-in/again/", account.reauthenticate, name="account_reauthenticate"),
    path("sign-out/", account.logout, name="account_logout"),
    path("sign-out/everywhere/", views.sign_out_everywhere, name="sign_out_everywhere"),
    path("second-step/", include("allauth.mfa.urls")),
    path("with/cancelled/", organisation.login_cancelled, name="socialaccount_login_cancelled"),
    path("with/failed/", organisation.login_error, name="socialaccount_login_error"),
    path("with/<str:provider_id>/", oidc.go_on, name="openid_connect_login"),
    path("with/<str:provider_id>/back/", callback, name="openid_connect_callback"),
    *(path(f"closed/{name}/", views.nothing, name=name) for name in CLOSED),
]
