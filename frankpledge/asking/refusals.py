"""What became of a letter, from what the mail server answered. Pure."""

import smtplib
from dataclasses import dataclass

CUT_SHORT = "The line broke while it was handed over."


@dataclass(frozen=True)
class Outcome:
    state: str  # 'sent', 'waiting' (try again), 'refused' or 'unknown'
    said: str = ""


def outcome_of(error: Exception, *, handing_over: bool) -> Outcome:
    code, said = _answer(error)
    if code:
        return Outcome("refused" if _is_final(error, code) else "waiting", f"{code} {said}".strip())
    if isinstance(error, UnicodeError | ValueError | smtplib.SMTPNotSupportedError):
        return Outcome("refused", "This address or subject cannot be written in a mail.")
    if handing_over:
        return Outcome("unknown", CUT_SHORT)
    return Outcome("waiting", _plain(error))


def _answer(error: Exception) -> tuple[int, str]:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, said = next(iter(error.recipients.values()), (0, b""))
        return int(code), _text(said)
    if isinstance(error, smtplib.SMTPResponseException):
        return error.smtp_code, _text(error.smtp_error)
    return 0, ""


def _is_final(error: Exception, code: int) -> bool:
    """A server that takes nothing from us at all says nothing about this letter: try again."""
    ours = (smtplib.SMTPAuthenticationError, smtplib.SMTPConnectError, smtplib.SMTPHeloError)
    return code >= 500 and not isinstance(error, ours)


def _text(said: bytes | str) -> str:
    words = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    return " ".join(words.split())


def _plain(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "The mail server did not answer in time."
    if isinstance(error, smtplib.SMTPServerDisconnected):
        return "The mail server closed the line."
    if isinstance(error, OSError):
        return f"The mail server could not be reached: {error.strerror or type(error).__name__}."
    return f"It could not be sent: {type(error).__name__}."
