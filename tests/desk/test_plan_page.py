"""The plan's table as a page: few queries whatever its size, and every filter by its address."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from frankpledge.plan import changes
from tests.small import BY, Small

PAGE = "/desk/marsh/plan/"
MOST = 15


def queries_of(client: Client) -> int:
    client.get(PAGE)  # the first request of a session also writes when it began
    with CaptureQueriesContext(connection) as captured:
        assert client.get(PAGE).status_code == 200
    return len(captured)


def test_a_page_of_any_size_takes_the_same_few_queries(small: Small, alice: Client) -> None:
    few = queries_of(alice)
    for number in range(15):
        action = changes.add_action(
            plan=small.plan, priority=small.priority, words=f"Promise {number}", by=BY
        )
        changes.set_leads(of=action, leads=[changes.LeadGiven(person=small.person)], by=BY)
        changes.add_outcome(action=action, words="One", by=BY)
        changes.add_outcome(action=action, words="Two", by=BY)
    assert queries_of(alice) == few <= MOST


def test_a_count_over_the_table_is_a_link_that_shows_just_those(
    small: Small, alice: Client
) -> None:
    page = alice.get(PAGE).content.decode()
    assert '"?delivery=Not+stated#plan"' in page
    kept = alice.get(f"{PAGE}?delivery=Not+stated").content.decode()
    assert "1 of 1 promise" in kept
    none = alice.get(f"{PAGE}?delivery=Stuck").content.decode()
    assert "No promise fits these filters." in none
