from collections.abc import Callable, Iterator

import pytest

from frankpledge.asking import letters, links
from frankpledge.asking.models import Letter
from tests.asking.mailserver import MailServer, running_mail_server
from tests.small import BY, Small


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    with running_mail_server() as server:
        yield server


@pytest.fixture
def write(small: Small) -> Callable[..., Letter]:
    def _write(key: str = "thing:1:ask", *, linked: bool = True) -> Letter:
        about = key.rpartition(":")[0]
        link = links.make(partnership=small.partnership, opens=about, holder="Ann", by=BY)
        return letters.queue(
            partnership=small.partnership,
            key=key,
            about=about,
            kind="ask",
            to="ann@example.org",
            subject="Two\npromises",
            body="Answer here:\n\n{link}\n",
            by=BY,
            link=link if linked else None,
        )

    return _write
