"""Letters that go with a change: to a colleague, to a partner who was asked, to the coordinator."""

from frankpledge.asking import letters, links
from frankpledge.asking.models import Link
from frankpledge.partnership.models import Partnership
from frankpledge.partnership.reach import emails_of_coordinators
from frankpledge.record import lines


def new_link(partnership: Partnership, about: str, holder: str, by: lines.Author) -> Link:
    return links.make(partnership=partnership, opens=about, holder=holder[:200], by=by)


def write_to(
    link: Link,
    *,
    key: str,
    about: str,
    kind: str,
    to: str,
    subject: str,
    body: str,
    by: lines.Author,
) -> None:
    letters.queue(
        partnership=link.partnership,
        key=key,
        about=about,
        kind=kind,
        to=to,
        subject=subject,
        body=body,
        by=by,
        link=link,
    )


def tell_coordinators(
    partnership: Partnership, *, key: str, about: str, subject: str, body: str, by: lines.Author
) -> None:
    for number, to in enumerate(emails_of_coordinators(partnership), 1):
        letters.queue(
            partnership=partnership,
            key=f"{key}:{number}",
            about=about,
            kind="told",
            to=to,
            subject=subject,
            body=body,
            by=by,
        )
