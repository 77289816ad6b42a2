"""The library's forms in our words."""

from typing import Any

from allauth.account.forms import ConfirmLoginCodeForm, RequestLoginCodeForm
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.core.validators import MaxLengthValidator

NOT_AN_ADDRESS = "Type an email address in full, such as name@example.org."


def _reword(field: forms.Field, label: str, hint: str = "", missing: str = "") -> None:
    field.label, field.help_text = label, hint
    field.error_messages["required"] = missing or f"Type the {label.lower()}."
    field.widget.attrs.pop("placeholder", None)


class EmailForm(RequestLoginCodeForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["email"]
        _reword(field, "Email address", "The one your coordinator knows.", NOT_AN_ADDRESS)
        field.error_messages["invalid"] = NOT_AN_ADDRESS
        field.validators.append(MaxLengthValidator(254, NOT_AN_ADDRESS))
        for validator in field.validators:
            if hasattr(validator, "message"):
                validator.message = NOT_AN_ADDRESS
        field.widget.attrs |= {"autocomplete": "email", "spellcheck": "false"}


class CodeForm(ConfirmLoginCodeForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reword(self.fields["code"], "Code", "Eight figures, such as 4821-9034.")
        self.fields["code"].widget.attrs |= _FIGURES


class StepForm(AuthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hint = "From your authenticator app, or one of your recovery codes."
        _reword(self.fields["code"], "Code", hint)
        self.fields["code"].widget.attrs |= _FIGURES


class StepAgainForm(ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hint = "From your authenticator app, or one of your recovery codes."
        _reword(self.fields["code"], "Code", hint)
        self.fields["code"].widget.attrs |= _FIGURES


class AppForm(ActivateTOTPForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reword(self.fields["code"], "Code", "The six figures that the app shows now.")
        self.fields["code"].widget.attrs |= _FIGURES

    @property
    def secret_in_fours(self) -> str:
        """Easier to copy by eye, and it breaks on a phone. Apps take it with its spaces."""
        return " ".join(self.secret[at : at + 4] for at in range(0, len(self.secret), 4))


class PasskeyForm(AddWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hint = "So that you can tell it from others, such as 'Work phone'."
        _reword(self.fields["name"], "What to call it", hint, "Type what to call it.")
        self.initial["name"] = ""


class PasskeyNameForm(EditWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reword(self.fields["name"], "What to call it", "", "Type what to call it.")


_FIGURES = {"autocomplete": "one-time-code", "inputmode": "text", "spellcheck": "false"}
