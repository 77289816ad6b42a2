"""How mail leaves: EMAIL_URL where it is set, the demo's outbox, else the terminal."""

from typing import Any

from environs import Env


def mail(env: Env, *, demo: bool) -> dict[str, Any]:
    sender = env.str("FRANKPLEDGE_MAIL_FROM", "Frankpledge <frankpledge@localhost>")
    settings: dict[str, Any] = {"DEFAULT_FROM_EMAIL": sender, "SERVER_EMAIL": sender}
    if demo:
        backend = "frankpledge.demo.outbox.OutboxBackend"
    elif env.str("EMAIL_URL", ""):
        parts = env.dj_email_url("EMAIL_URL")
        wanted = {key: value for key, value in parts.items() if key.startswith("EMAIL_")}
        return settings | wanted | {"EMAIL_TIMEOUT": 20}
    else:
        backend = "django.core.mail.backends.console.EmailBackend"
    return settings | {"EMAIL_BACKEND": backend}
