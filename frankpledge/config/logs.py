"""What is logged goes to stderr, where whoever runs the processes keeps it."""

from typing import Any

LOGS: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        # Django would otherwise write to the terminal in a form of its own, and mail admins.
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        # A page that is not there is an answer, not a fault.
        "django.request": {"level": "ERROR"},
        "frankpledge": {"level": "INFO"},
    },
}
