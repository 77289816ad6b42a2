"""Out again and in again: a document's plan leaves as it came, and a plan comes back as it was."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from frankpledge.plan import changes, queries
from frankpledge.plan.models import Action, Outcome, Plan, Source
from frankpledge.plan.planfile.exporting import as_it_stands
from frankpledge.reading import read
from frankpledge.record import checks
from frankpledge.record.errors import Refused
from frankpledge.record.withdrawals import withdraw
from frankpledge.writing import write
from tests.plan.planfiles import NUMBERS, action, file, of_own, of_seed, outcome, taken_in
from tests.reading import documents
from tests.small import BY, Small
from tests.universe import Universe
from tests.writing.test_both_ways import TABLES, rows, shared, tree

File = dict[str, Any]
NAMES = [*documents.ALL, *NUMBERS]


@pytest.fixture
def reading(request: pytest.FixtureRequest) -> Callable[[str], File]:
    def found(name: str) -> File:
        if name in documents.ALL:
            return of_own(name)
        return of_seed(request.getfixturevalue("shared"), name)

    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_document_goes_out_as_it_was_read(
    small: Small, reading: Callable[[str], File], name: str
) -> None:
    read_file = reading(name)
    plan = taken_in(small.partnership, read_file)
    chosen = {"title": read_file["title"] or plan.title}
    if not read_file["period"]:
        text = "1 April 2026 to 31 March 2027"
        chosen["period"] = {"text": text, "start": "2026-04-01", "end": "2027-03-31"}
    assert queries.plan_file(plan) == {**read_file, **chosen}


@pytest.mark.parametrize("name", NAMES)
def test_the_rows_of_the_plan_hold_the_words_of_the_document(
    small: Small, reading: Callable[[str], File], name: str
) -> None:
    read_file = reading(name)
    now = as_it_stands(taken_in(small.partnership, read_file))
    assert tree(now)[: len(read_file["priorities"])] == tree(read_file)
    assert len(now["actions"]) == len(read_file["actions"])
    by_words = {each["action"]: each for each in now["actions"]}
    for told in read_file["actions"]:
        kept = by_words[told["action"]]
        assert _held(kept) == _held(told)
        assert kept["timescale"] == told["timescale"]
        if len(told["leads"]) == 1:
            assert kept["lead"] == told["lead"]
        if told["update"]:
            assert kept["update"]["text"].startswith(told["update"]["text"])


def _held(entry: File) -> tuple[Any, ...]:
    outcomes = [(each["number"], each["text"]) for each in entry["outcomes"]]
    return (
        entry["ref"],
        entry["aim"],
        entry["resources"],
        max(len(entry["priorities"]), 1),
        outcomes,
    )


def test_the_plans_of_the_universe_come_back_as_they_were(universe: Universe) -> None:
    for plan in Plan.objects.filter(actions__isnull=False).distinct():
        _comes_back(plan)


def test_the_plans_of_the_demonstration_come_back_as_they_were(county: None) -> None:
    plans = list(Plan.objects.filter(actions__isnull=False).distinct())
    assert len(plans) > 5
    for plan in plans:
        _comes_back(plan)


def _comes_back(plan: Plan) -> None:
    """By its rows alone, so that nothing can hide in what was kept of the file."""
    out = queries.plan_file(plan)
    again = taken_in(plan.partnership, read(write(out, "json"), "plan.json"))
    assert as_it_stands(again) == out
    assert queries.plan_file(again) == out
    for kind in TABLES:
        back = read(write(out, kind), f"plan.{kind}")
        assert (tree(back), rows(back)) == (tree(out), rows(out))
        assert shared(back) == shared(out)


def test_what_was_changed_since_goes_out_changed_and_the_rest_as_printed(small: Small) -> None:
    told = file(
        action("Light the canal path", lead="the  council", parsed={"kept": True}, ref="1.1"),
        action("Mend the gate", outcomes=[outcome("Gate mended", "on its way")]),
        furniture=["Page 1"],
    )
    plan = taken_in(small.partnership, told)
    first, second = Action.objects.filter(plan=plan).order_by("pk")
    changes.change_action(action=first, version=1, words="Light both paths", by=BY)
    changes.add_outcome(action=second, words="Gate painted", number=2, by=BY)
    one, two = queries.plan_file(plan)["actions"]
    assert (one["action"], one["lead"]) == ("Light both paths", "the  council")
    assert one["parsed"] == {"kept": True}
    assert [each["text"] for each in two["outcomes"]] == ["Gate mended", "Gate painted"]
    assert two["outcomes"][0]["status"] == {"text": "on its way", "colour": None}
    assert queries.plan_file(plan)["furniture"] == ["Page 1"]


def test_a_moved_promise_goes_out_where_it_was_moved(small: Small) -> None:
    plan = taken_in(small.partnership, file(action("First"), action("Second")))
    second = Action.objects.get(plan=plan, words="Second")
    changes.move_action(placement=second.placements.get(), up=True, by=BY)
    assert [each["action"] for each in queries.plan_file(plan)["actions"]] == ["Second", "First"]


def test_a_promise_without_a_priority_stands_under_a_heading_of_its_own(small: Small) -> None:
    plan = taken_in(small.partnership, file(action("Sweep", priorities=[])))
    assert [str(each) for each in queries.priorities_of(plan)][-1] == "Without a priority"
    out = queries.plan_file(plan)
    assert [each["title"] for each in out["priorities"]] == ["Safer streets"]
    assert out["actions"][0]["priorities"] == []


def test_ids_of_the_file_stay_and_new_promises_get_free_ones(small: Small) -> None:
    plan = taken_in(small.partnership, file(action("First", id="a2"), action("Second", id="a1")))
    first = Action.objects.get(plan=plan, words="First")
    under = queries.priorities_of(plan)[0]
    changes.add_action(plan=plan, priority=under, words="Third", by=BY)
    ids = {each["action"]: each["id"] for each in queries.plan_file(plan)["actions"]}
    assert ids == {"First": "a2", "Second": "a1", "Third": "a3"}
    changes.remove_action(action=first, by=BY)
    ids = {each["action"]: each["id"] for each in queries.plan_file(plan)["actions"]}
    assert ids == {"Second": "a1", "Third": "a2"}


def test_a_restricted_promise_goes_out_only_to_those_who_may_see_it(small: Small) -> None:
    plan = taken_in(small.partnership, file(action("Watch the yard"), action("Light it")))
    hidden = Action.objects.get(plan=plan, words="Watch the yard")
    changes.set_audience(action=hidden, audience="restricted", by=BY, why="Police advice")
    assert len(queries.plan_file(plan)["actions"]) == 2
    shown = queries.plan_file(plan, restricted=False)
    assert [each["action"] for each in shown["actions"]] == ["Light it"]


def test_a_plan_goes_out_in_the_same_few_queries_whatever_it_holds(small: Small) -> None:
    def count(plan: Plan) -> int:
        with CaptureQueriesContext(connection) as captured:
            queries.plan_file(plan)
        return len(captured)

    one = taken_in(small.partnership, file(action(lead="Police", outcomes=[outcome("Done")])))
    many = [action(f"Do {n}", lead="Police", outcomes=[outcome("Done")]) for n in range(20)]
    assert count(taken_in(small.partnership, file(*many))) == count(one) <= 25


def test_the_record_tells_of_what_was_taken_in_and_verifies(small: Small) -> None:
    taken_in(small.partnership, file(action(), action("Mend the gate")))
    assert checks.verify(small.partnership.chain) == []


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"actions": [{"priorities": []}]}, "action 1 has no 'action'"),
        ({"actions": [action(priorities=["p9"])]}, "a priority that is not there"),
        ({"priorities": [{"id": "p1", "title": "A", "parent": "p1"}]}, "stands under itself"),
        ({"actions": "none"}, "'actions' must be a list"),
        ({"actions": [action("A\x00B")]}, "a character that cannot be kept"),
        ({"actions": [action(update={"text": "Done", "as_at": "soon"})]}, "a text and a day"),
    ],
)
def test_what_is_no_plan_file_is_refused_in_a_sentence_and_nothing_is_written(
    small: Small, wrong: File, says: str
) -> None:
    lines = len(list(queries.plans_of(small.partnership)))
    with pytest.raises(Refused, match=says):
        taken_in(small.partnership, {**file(action()), **wrong})
    assert len(list(queries.plans_of(small.partnership))) == lines
    assert not Outcome.objects.filter(action__plan__title="Action plan 2026-27").exists()


def test_a_text_withdrawn_by_law_goes_from_what_was_kept_of_the_document(small: Small) -> None:
    told = file(
        action(lead="Olga Secretova"), passages=[{"heading": None, "text": "Olga Secretova"}]
    )
    plan = taken_in(small.partnership, told)
    withdraw(chain=small.partnership.chain, words="Olga Secretova", by=BY, why="Request 14")
    assert "Secretova" not in str(queries.plan_file(plan))
    assert "Secretova" not in str(Source.objects.get(plan=plan).said)


def test_a_draft_made_of_the_wrong_document_can_be_removed(small: Small) -> None:
    told = file(
        action(outcomes=[outcome("Lamps", "Complete")], update={"text": "Done", "as_at": None})
    )
    plan = taken_in(small.partnership, told)
    changes.remove_draft(plan=plan, by=BY, why="It was last year's")
    assert not Plan.objects.filter(title="Action plan 2026-27").exists()
    kept = taken_in(small.partnership, told)
    said = Action.objects.get(plan=kept).outcomes.get()
    changes.say(of=said, state="delayed", said_by="Sergeant", said_on=kept.starts, by=BY)
    with pytest.raises(Refused):
        changes.remove_draft(plan=kept, by=BY, why="No longer wanted")


def test_a_promise_that_goes_on_is_tied_to_the_one_before(small: Small) -> None:
    told = file(action("New"), action("Visit every shop", id="mine"))
    plan = taken_in(small.partnership, told, follows=small.plan, matches={"mine": small.action})
    new, carried = Action.objects.filter(plan=plan).order_by("pk")
    assert (new.carried_from, carried.carried_from) == (None, small.action)
    assert plan.follows == small.plan
    with pytest.raises(Refused, match="plan that this one follows"):
        taken_in(small.partnership, told, follows=plan, matches={"mine": small.action})


def test_the_five_plans_keep_their_shared_promises(small: Small, shared: Path) -> None:
    plan = taken_in(small.partnership, of_seed(shared, "002"))
    placed = sorted(each.placements.count() for each in Action.objects.filter(plan=plan))
    assert (len(placed), placed[-3:]) == (31, [2, 3, 4])
