"""Every form of the plan, sent empty: a summary that leads to each field, and nothing saved."""

import re

from django.test import Client
from django.urls import reverse

from frankpledge.plan import changes
from frankpledge.record.models import Line
from tests.desk.test_doors import ids_in, kind_of, of_a_partnership
from tests.small import BY, SPRING, Small

# Forms that ask nothing, or nothing that must be answered: sent empty they do what they say.
ASKS_NOTHING = {
    "plan-years",
    "plan-names",
    "plan-words",
    "judged",
    "priority-end",
    "plan-order",
    "plan-preview",
    "plan-show",
    "plan-export",
    "priority",
    "priority-move",
    "action",
    "outcome-move",
    "placement-move",
    "priority-remove",
    "action-remove",
    "outcome-remove",
    "forecast",
    "placement-edit",
}


def forms(small: Small) -> list[tuple[str, str]]:
    ids = ids_in(small)
    return [
        (pattern.name or "", reverse(f"desk:{pattern.name}", args=["marsh", ids[kind]]))
        for pattern in of_a_partnership()
        if (kind := kind_of(pattern)) and pattern.name not in ASKS_NOTHING
    ]


def errors_of(page: str) -> list[str]:
    summary = page.split('class="govuk-error-summary"')[1].split("</ul>", maxsplit=1)[0]
    return re.findall(r'href="#([^"]+)"', summary)


def check(client: Client, name: str, address: str) -> None:
    before = Line.objects.count()
    answer = client.post(address, {"version": "1"})
    page = answer.content.decode()
    assert answer.status_code == 422, (name, answer.status_code)
    assert re.search(r"<title>\s*Error: ", page), name
    assert 'tabindex="-1" autofocus' in page, name
    found = errors_of(page)
    assert found, name
    for target in found:
        assert f'id="{target}"' in page, (name, target)
    assert Line.objects.count() == before, name


def test_every_form_of_a_draft(small: Small, alice: Client) -> None:
    listed = forms(small)
    changes.draft_plan(
        partnership=small.partnership, title="Next", starts=SPRING, ends=SPRING, by=BY
    )
    # Only an adopted plan is published, carried from, or asks who decided to take something away.
    later = {"plan-end", "action-carry", "plan-publish", "placement-remove"}
    wanted = [(name, address) for name, address in listed if name not in later]
    assert len(wanted) > 20
    for name, address in wanted:
        check(alice, name, address)


def test_every_form_of_an_adopted_plan(small: Small, alice: Client) -> None:
    listed = forms(small)
    small.adopt()
    following = changes.draft_plan(
        partnership=small.partnership, title="Next", starts=SPRING, ends=SPRING, by=BY
    )
    changes.add_priority(plan=following, title="Trade", by=BY)
    for name, address in listed:
        if name != "plan-adopt":  # which now leads to publishing
            check(alice, name, address)


def test_a_new_plan(small: Small, alice: Client) -> None:
    check(alice, "plan-new", "/desk/marsh/plans/new/")
