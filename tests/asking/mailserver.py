"""A mail server on this machine that does as the test tells it."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from typing import Any

from aiosmtpd.controller import Controller
from django.test import override_settings


class MailServer:
    """Takes what it is sent, unless told to answer otherwise."""

    def __init__(self) -> None:
        self.taken: list[Any] = []
        self.port = free_port()
        self.on_rcpt = ""
        self.on_data = ""
        self.unknown: set[str] = set()
        self.stalls = False
        self.dies = False

    async def handle_RCPT(
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        if self.on_rcpt:
            return self.on_rcpt
        if address in self.unknown:
            return "550 No such box"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.dies:
            # It has the whole letter, and the line breaks before it says so.
            self.taken.append(message_from_bytes(envelope.content, policy=policy.default))
            server.transport.abort()
            await asyncio.sleep(1)
        if self.stalls:
            await asyncio.sleep(3)
        if self.on_data:
            return self.on_data
        self.taken.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 Taken"


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def over_smtp(port: int, timeout: float = 20.0) -> override_settings:
    """The time is what the letter waits for an answer: long, for this machine may be busy."""
    return override_settings(
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
        EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=port,
        EMAIL_TIMEOUT=timeout,
    )


@contextmanager
def running_mail_server() -> Iterator[MailServer]:
    handler = MailServer()
    controller = Controller(handler, hostname="127.0.0.1", port=handler.port)
    controller.start()
    try:
        with over_smtp(handler.port):
            yield handler
    finally:
        controller.stop()
