"""Brings Django up for a command, and what it needs with it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager


def start(*, static: bool = False) -> None:
    """Everything the command needs is there afterwards; why not is one sentence."""
    import django
    from django.core.exceptions import ImproperlyConfigured
    from environs import EnvError

    from frankpledge.config.cannot import Cannot

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "frankpledge.config.settings")
    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise Cannot(_sentence(error)) from error
    except (EnvError, ValueError) as error:
        raise Cannot(
            f"The environment holds a setting that cannot be read: {str(error).rstrip('.')}."
        ) from error
    from frankpledge.config.prepare import prepare

    prepare(static=static)


def _sentence(error: Exception) -> str:
    if "psycopg" in str(error):
        return "PostgreSQL needs one more package: run script/setup --postgres."
    return str(error).strip().splitlines()[0]


@contextmanager
def refusable() -> Iterator[None]:
    """A change that is refused ends the command with the refusal's own sentence."""
    from frankpledge.config.cannot import Cannot
    from frankpledge.record.errors import Refused

    try:
        yield
    except Refused as refused:
        raise Cannot(refused.sentence) from refused
