"""Sign-in: a code by mail, a passkey or an authenticator app as the second step, OpenID Connect."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from environs import Env

FORMS = "frankpledge.partnership.signin.forms"

SIGN_IN: dict[str, Any] = {
    "AUTHENTICATION_BACKENDS": ["allauth.account.auth_backends.AuthenticationBackend"],
    "LOGIN_URL": "account_login",
    "LOGIN_REDIRECT_URL": "/desk/",
    "LOGOUT_REDIRECT_URL": "/",
    "ACCOUNT_ADAPTER": "frankpledge.partnership.signin.adapter.AccountAdapter",
    "ACCOUNT_USER_MODEL_USERNAME_FIELD": None,
    "ACCOUNT_LOGIN_METHODS": {"email"},
    "ACCOUNT_SIGNUP_FIELDS": ["email*"],
    "ACCOUNT_LOGIN_BY_CODE_ENABLED": True,
    "ACCOUNT_LOGIN_BY_CODE_TIMEOUT": 15 * 60,
    "ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS": 5,
    "ACCOUNT_LOGIN_BY_CODE_FORMAT": {"numeric": True, "dashed": True, "length": 8},
    "ACCOUNT_LOGIN_TIMEOUT": 15 * 60,
    "ACCOUNT_EMAIL_VERIFICATION": "none",
    "ACCOUNT_EMAIL_NOTIFICATIONS": True,  # a second step added or removed is told by mail
    "ACCOUNT_EMAIL_SUBJECT_PREFIX": "",
    "ACCOUNT_PREVENT_ENUMERATION": True,
    "ACCOUNT_SESSION_REMEMBER": False,
    # A whole council may come from one address, so one address may ask more often than one person.
    "ACCOUNT_RATE_LIMITS": {"request_login_code": "60/10m/ip,5/10m/key", "login": "60/10m/ip"},
    "ACCOUNT_FORMS": {
        "request_login_code": f"{FORMS}.EmailForm",
        "confirm_login_code": f"{FORMS}.CodeForm",
    },
    "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
    "MFA_TOTP_ISSUER": "Frankpledge",
    "MFA_TOTP_TOLERANCE": 1,  # clocks differ
    "MFA_FORMS": {
        "authenticate": f"{FORMS}.StepForm",
        "reauthenticate": f"{FORMS}.StepAgainForm",
        "activate_totp": f"{FORMS}.AppForm",
        "add_webauthn": f"{FORMS}.PasskeyForm",
        "edit_webauthn": f"{FORMS}.PasskeyNameForm",
    },
    "SOCIALACCOUNT_ADAPTER": "frankpledge.partnership.signin.oidc.OrganisationAdapter",
    "SOCIALACCOUNT_EMAIL_AUTHENTICATION": True,
    "SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT": False,
    "SOCIALACCOUNT_EMAIL_VERIFICATION": "none",
    "SOCIALACCOUNT_LOGIN_ON_GET": False,
}


def sign_in(env: Env, home: Path, *, https: bool) -> dict[str, Any]:
    return SIGN_IN | {
        "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": not https,
        # How many proxies of ours stand before us and say whom they speak for.
        "ALLAUTH_TRUSTED_PROXY_COUNT": env.int("FRANKPLEDGE_PROXIES", 1 if https else 0),
        "SOCIALACCOUNT_PROVIDERS": {
            "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": _organisations(home)}
        },
    }


def _organisations(home: Path) -> list[dict[str, Any]]:
    """Organisations with a sign-in of their own, from oidc.json in the home folder."""
    from frankpledge.partnership.signin.organisations import apps_in

    try:
        return apps_in(home / "oidc.json")
    except (OSError, ValueError) as error:
        raise ImproperlyConfigured(f"Cannot read the organisations' sign-in. {error}") from error
