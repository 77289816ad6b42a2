"""Mail that goes no further: each letter is a file that anybody may read in the demonstration."""

import datetime
import email
import email.policy
import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage as Letter
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

_NAME = re.compile(r"\d{8}T\d{12}(-\d+)?")
_writing = threading.Lock()


class OutboxBackend(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            _keep(message.message().as_bytes())
        return len(email_messages)


def folder() -> Path:
    return Path(settings.HOME) / "outbox"


def _keep(letter: bytes) -> None:
    folder().mkdir(parents=True, exist_ok=True)
    name = f"{datetime.datetime.now(datetime.UTC):%Y%m%dT%H%M%S%f}"
    with _writing:
        tries = 0
        while (path := folder() / f"{name}{f'-{tries}' if tries else ''}.eml").exists():
            tries += 1
        # Written beside and then renamed, so that nobody reads half a letter.
        path.with_suffix(".part").write_bytes(letter)
        path.with_suffix(".part").rename(path)


@dataclass(frozen=True)
class Mail:
    name: str
    at: datetime.datetime
    to: str
    sender: str
    subject: str
    text: str


def mails(most: int = 100) -> list[Mail]:
    """Newest first."""
    paths = sorted(folder().glob("*.eml"), reverse=True)[:most]
    return [_read(path) for path in paths]


def mail(name: str) -> Mail | None:
    path = folder() / f"{name}.eml"
    return _read(path) if _NAME.fullmatch(name) and path.is_file() else None


def _read(path: Path) -> Mail:
    letter: Any = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    stamp = path.stem.partition("-")[0] + "+0000"
    return Mail(
        name=path.stem,
        at=datetime.datetime.strptime(stamp, "%Y%m%dT%H%M%S%f%z"),
        to=str(letter["To"] or ""),
        sender=str(letter["From"] or ""),
        subject=str(letter["Subject"] or ""),
        text=_text(letter),
    )


def _text(letter: Letter) -> str:
    body = letter.get_body(preferencelist=("plain",))
    return body.get_content().replace("\r\n", "\n") if body else ""
