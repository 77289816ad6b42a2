"""Nobody reaches across: every page of the desk, with every id there is, from every side."""

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from frankpledge.plan import changes
from tests.small import BY, Small

# Addresses that belong to no partnership, each with its own reason.
OPEN = {
    "start": "shows only what the signed-in person has",
}


def desk_patterns() -> list[URLPattern]:
    desk = next(p for p in get_resolver().url_patterns if str(p.pattern) == "desk/")
    found: list[URLPattern] = []
    waiting: list[URLPattern | URLResolver] = [desk]
    while waiting:
        one = waiting.pop()
        if isinstance(one, URLResolver):
            waiting.extend(one.url_patterns)
        else:
            found.append(one)
    return found


PATTERNS = desk_patterns()


def of_a_partnership() -> list[URLPattern]:
    return [p for p in PATTERNS if p.name not in OPEN and not (p.name or "").startswith("host")]


@pytest.mark.parametrize("pattern", of_a_partnership(), ids=lambda p: p.name)
def test_every_page_goes_through_the_one_door(pattern: URLPattern) -> None:
    assert getattr(pattern.callback, "permissions", ()), f"{pattern.name} has no door"


def ids_in(small: Small) -> dict[str, int]:
    """For each kind of thing, one that exists in the first partnership."""
    link = changes.link_actions(
        action=changes.add_action(plan=small.plan, priority=small.priority, words="Another", by=BY),
        kind="serves",
        other=small.action,
        by=BY,
    )
    changes.set_timescales(
        of=small.action, timescales=[changes.TimescaleGiven(printed="May")], by=BY
    )
    return {
        "plan": small.plan.pk,
        "priority": small.priority.pk,
        "action": small.action.pk,
        "outcome": small.first.pk,
        "placement": small.action.placements.get().pk,
        "link": link.pk,
        "timescale": small.action.timescales.get().pk,
    }


# The first part of an address says whose id follows: actions/<pk>/outcomes/new/ has an action's.
FOLDERS = {
    "plans": "plan",
    "priorities": "priority",
    "actions": "action",
    "outcomes": "outcome",
    "placements": "placement",
    "links": "link",
    "timescales": "forecast",
}


# What the id in an address belongs to, by the word before it.
KINDS = {
    "plans": "plan",
    "priorities": "priority",
    "actions": "action",
    "outcomes": "outcome",
    "placements": "placement",
    "links": "link",
    "timescales": "timescale",
}


def kind_of(pattern: URLPattern) -> str:
    """The kind of thing that an address of the plan is about; nothing for other addresses."""
    before = str(pattern.pattern).split("/<int:pk>")
    return KINDS.get(before[0], "") if len(before) == 2 else ""


def addresses(small: Small, slug: str) -> list[str]:
    ids = ids_in(small)
    return [
        reverse(f"desk:{pattern.name}", args=[slug, ids[kind]])
        for pattern in of_a_partnership()
        if (kind := kind_of(pattern))
    ]


def test_another_partnerships_things_are_as_if_they_did_not_exist(
    small: Small, charlie: Client
) -> None:
    theirs = addresses(small, small.other.slug)
    assert len(theirs) > 30
    for address in theirs:
        for answer in (charlie.get(address), charlie.post(address, {"to": "up"})):
            assert answer.status_code in (404, 405), address


def test_another_partnerships_desk_is_as_if_it_did_not_exist(small: Small, charlie: Client) -> None:
    nowhere = charlie.get("/desk/no-such-place/plan/")
    for address in addresses(small, small.partnership.slug):
        answer = charlie.get(address)
        if answer.status_code == 405:  # only ever posted to
            answer = charlie.post(address, {"to": "up"})
        assert answer.status_code == 404, address
        assert answer.content == nowhere.content


def test_somebody_who_is_not_signed_in_is_sent_to_sign_in(small: Small, client: Client) -> None:
    answer = client.get(f"/desk/{small.partnership.slug}/plan/")
    assert answer.status_code == 302
    assert answer["Location"] == f"{reverse('account_login')}?next=/desk/marsh/plan/"


def test_a_reader_reads_and_changes_nothing(small: Small, rita: Client) -> None:
    assert rita.get(f"/desk/marsh/actions/{small.action.pk}/").status_code == 200
    changing = [a for a in addresses(small, "marsh") if a.endswith(("edit/", "strike/", "move/"))]
    assert len(changing) > 6
    for address in changing:
        assert rita.post(address, {}).status_code in (404, 405), address


def test_a_role_that_ended_opens_nothing(small: Small, alice: Client) -> None:
    assert alice.get("/desk/marsh/plan/").status_code == 200
    from frankpledge.partnership.models import RoleHolding

    RoleHolding.objects.update(starts="2020-01-01", ends="2020-12-31")
    assert alice.get("/desk/marsh/plan/").status_code == 404
