"""A link is known by its signature and by nothing that stands in the database."""

from collections.abc import Callable

import pytest

from frankpledge.asking import links
from frankpledge.asking.models import Letter, Link
from tests.small import BY, Small


@pytest.fixture
def link(small: Small) -> Link:
    return links.make(partnership=small.partnership, opens="thing:1", holder="Ann", by=BY)


def test_a_token_finds_its_link_and_no_other(small: Small, link: Link) -> None:
    other = links.make(partnership=small.partnership, opens="thing:2", holder="Bob", by=BY)
    assert links.link_by_token(links.token_of(link)) == link
    assert links.link_by_token(links.token_of(other)) == other


def test_an_altered_or_guessed_token_finds_nothing(link: Link) -> None:
    token = links.token_of(link)
    for at in range(len(token)):
        altered = token[:at] + ("A" if token[at] != "A" else "B") + token[at + 1 :]
        assert links.link_by_token(altered) is None
    for guess in ("", "~", f"{link.pk}", f"{link.pk}-{link.nonce}", f"{link.pk}-{link.nonce}~"):
        assert links.link_by_token(guess) is None


def test_the_token_of_a_link_that_was_made_anew_is_another(small: Small, link: Link) -> None:
    again = links.make(partnership=small.partnership, opens="thing:1", holder="Ann", by=BY)
    assert links.token_of(again) != links.token_of(link)


def test_what_is_revoked_stays_revoked_and_what_ended_may_live_again(link: Link) -> None:
    assert links.end(partnership=link.partnership, opens=["thing:1"]) == 1
    link.refresh_from_db()
    assert not link.is_live and not link.is_revoked
    links.renew(partnership=link.partnership, opens=["thing:1"])
    link.refresh_from_db()
    assert link.is_live
    links.revoke(link=link, by=BY, why="Wrong person")
    links.end(partnership=link.partnership, opens=["thing:1"])
    links.renew(partnership=link.partnership, opens=["thing:1"])
    link.refresh_from_db()
    assert link.is_revoked and not link.is_live and link.revoked_by == "Alice Archer"


def test_another_partnerships_links_are_left_alone(small: Small, link: Link) -> None:
    assert links.end(partnership=small.other, opens=["thing:1"]) == 0


def test_a_letter_names_no_token_until_it_is_posted(write: Callable[..., Letter]) -> None:
    letter = write()
    assert letter.link is not None
    assert links.token_of(letter.link) not in letter.body
