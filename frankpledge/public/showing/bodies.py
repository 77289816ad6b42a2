"""Who the partnership is: its members, and the kinds of bodies behind the leads' names."""

from collections.abc import Sequence

from frankpledge.partnership.models import Membership

HEADINGS = {
    "responsible": "Responsible by law",
    "cooperating": "Working with us by law",
    "participating": "Taking part",
    "invited": "Invited",
}


def kinds(memberships: Sequence[Membership]) -> dict[str, str]:
    """The kind of each body by every name it may go by here."""
    found: dict[str, str] = {}
    for each in memberships:
        body = each.organisation
        for name in (body.name, body.called, each.called):
            found[name] = body.kind
    return found


def members_by_standing(memberships: Sequence[Membership]) -> list[tuple[str, list[str]]]:
    running = [each for each in memberships if each.is_current or each.ends is None]
    shown = running or list(memberships)
    return [
        (words, names)
        for standing, words in HEADINGS.items()
        if (names := [_named(each) for each in shown if each.standing == standing])
    ]


def _named(membership: Membership) -> str:
    return membership.organisation.name


def enquiries(memberships: Sequence[Membership], place: str) -> str:
    """The council to write to where the partnership has not said: the one of its own place."""
    councils = [
        each.organisation.name
        for each in memberships
        if each.organisation.kind == "council" and each.is_current
    ]
    own = [name for name in councils if place and place.casefold() in name.casefold()]
    return next(iter(own or councils), "")
