"""A document comes in, is mended and becomes a plan; what is refused writes nothing."""

import datetime
import json
from typing import Any

import pytest

from frankpledge.drafting import changes, queries
from frankpledge.drafting.models import Draft, Mend, Original, Reading
from frankpledge.plan.models import Action, Plan
from frankpledge.record.errors import Refused, Stale
from frankpledge.record.models import Line
from tests.drafting.files import TABLE
from tests.small import BY, Small

START, END = datetime.date(2026, 4, 1), datetime.date(2027, 3, 31)


def opened(small: Small, text: str = TABLE, name: str = "table.txt") -> Draft:
    return changes.open_draft(partnership=small.partnership, name=name, data=text.encode(), by=BY)


def mend(draft: Draft, kind: str, **given: Any) -> Mend:
    return changes.mend(draft=draft, kind=kind, given=given, version=draft.version, by=BY)


def file_of(draft: Draft) -> dict[str, Any]:
    return queries.draft_page(draft.partnership, draft.pk).file


def actions_of(draft: Draft) -> list[str]:
    return [action["action"] for action in file_of(draft)["actions"]]


def test_what_a_plan_file_says_its_words_mean_is_not_believed(small: Small) -> None:
    """Found by breaking plan files at random: nonsense there kept the page from being shown."""
    nonsense = {"timescale": "tomorrow", "target": []}
    outcome = {"text": "Twelve lamps lit", "parsed": nonsense}
    action = {"action": "Light", "timescale": "May 2027", "outcomes": [outcome], "parsed": nonsense}
    data = json.dumps({"priorities": [], "actions": [action]}).encode()
    draft = changes.open_draft(partnership=small.partnership, name="p.json", data=data, by=BY)
    (shown,) = queries.draft_page(small.partnership, draft.pk).file["actions"]
    assert shown["parsed"]["timescale"]["parts"][0]["kind"] == "month"


def test_a_document_opens_as_a_draft_with_its_promises_and_a_line(small: Small) -> None:
    draft = opened(small, name="C:\\Users\\Alice\\Our plan.txt")
    assert (draft.name, draft.title) == ("Our plan.txt", "Safer Marsh action plan 2026/27")
    assert (draft.starts, draft.ends) == (START, END)
    assert draft.promises == len(actions_of(draft)) == 3
    line = Line.objects.get(verb="draft.opened")
    assert line.content["new"] == {"file": "Our plan.txt", "promises": 3}
    assert bytes(draft.original.data) == TABLE.encode()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "plan.docx is empty."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"EncryptedPackage" * 9, "plan.docx is"),
        (b"MZ\x90\x00", "plan.docx is a program, not a document."),
        (b"PK\x03\x04 not a package at all", "plan.docx is damaged"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence_and_writes_nothing(
    small: Small, data: bytes, says: str
) -> None:
    lines = Line.objects.count()
    with pytest.raises(Refused) as refused:
        changes.open_draft(partnership=small.partnership, name="plan.docx", data=data, by=BY)
    assert refused.value.sentence.startswith(says)
    assert refused.value.field == "file"
    assert not Draft.objects.exists() and not Original.objects.exists()
    assert Line.objects.count() == lines


def test_the_same_file_is_looked_at_once(small: Small) -> None:
    draft = opened(small)
    with pytest.raises(Refused, match="already being looked at"):
        opened(small)
    changes.put_aside(draft=draft, version=draft.version, why="The wrong file", by=BY)
    again = opened(small)
    with pytest.raises(Refused, match="The same file is being looked at"):
        changes.take_up(draft=draft, version=draft.version, by=BY)
    changes.put_aside(draft=again, version=again.version, by=BY)
    changes.take_up(draft=draft, version=draft.version, by=BY)
    assert draft.is_open


def test_a_mend_changes_the_file_and_is_taken_back(small: Small) -> None:
    draft = opened(small)
    before = file_of(draft)
    mend(draft, "is-outcome", action="a3", of="a2")
    assert actions_of(draft) == [
        "Visit every shop hit three times",
        "Give out purse bells and at both markets",
    ]
    undone = changes.undo(draft=draft, version=draft.version, by=BY)
    assert undone.undone_by == BY.record_name
    assert file_of(draft) == before
    with pytest.raises(Refused, match="nothing to take back"):
        changes.undo(draft=draft, version=draft.version, by=BY)
    assert Reading.objects.get(draft=draft).file["actions"][2]["id"] == "a3"


def test_the_second_of_two_writers_is_told(small: Small) -> None:
    draft = opened(small)
    stale = Draft.objects.get(pk=draft.pk)
    mend(draft, "struck", of="a1", struck=True)
    with pytest.raises(Stale):
        mend(stale, "struck", of="a2", struck=True)
    assert draft.mends.count() == 1


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("continues", {"action": "a1"}),
        ("continues", {"action": "a99"}),
        ("same", {"action": "a1", "with": "a1"}),
        ("words", {"of": "a1", "field": "action", "text": " "}),
        ("words", {"of": "a1", "field": "id", "text": "a2"}),
        ("words", {"of": "a1", "field": "action", "text": "x\0y"}),
        ("nest", {"priority": "p1", "parent": "p1"}),
        ("status", {"of": "a1", "state": "splendid"}),
        ("under", {"action": "a1", "priorities": ["p9"]}),
        ("under", {"action": "a1", "priorities": "p1"}),
        ("struck", {"of": "a1", "struck": "yes"}),
        ("column", {"head": "Ref", "means": "__class__"}),
        ("part", {"action": "a1", "first": "x", "second": ""}),
        ("no-such", {}),
    ],
)
def test_a_mend_that_does_not_fit_is_refused_and_not_kept(
    small: Small, kind: str, given: dict[str, Any]
) -> None:
    draft = opened(small)
    version = draft.version
    with pytest.raises(Refused):
        mend(draft, kind, **given)
    draft.refresh_from_db()
    assert not draft.mends.exists() and draft.version == version


def test_what_was_looked_at_is_not_asked_again(small: Small) -> None:
    draft = opened(small)
    shown = queries.draft_page(small.partnership, draft.pk)
    assert shown.left == len(shown.doubts) > 0
    changes.see(draft=draft, doubt=shown.doubts[0].key, version=draft.version, by=BY)
    again = queries.draft_page(small.partnership, draft.pk)
    assert again.left == shown.left - 1
    assert again.doubts[-1].key == shown.doubts[0].key and again.doubts[-1].seen
    assert queries.drafts_of(small.partnership)[0].left == again.left


def test_a_column_that_is_named_is_read_anew_and_remembered(small: Small) -> None:
    draft = opened(small)
    assert [action["resources"] for action in file_of(draft)["actions"]] == [[], [], []]
    mend(draft, "words", of="a1", field="lead", text="Marsh Council")
    mend(draft, "column", head="Help", means="resources")
    file = file_of(draft)
    assert [action["resources"] for action in file["actions"]] == [["None"], ["Money"], ["A hall"]]
    assert file["actions"][0]["lead"] == "Marsh Council"  # the mend before still stands
    column = next(
        c for c in queries.draft_page(draft.partnership, draft.pk).columns if c.key == "help"
    )
    assert (column.means, column.by) == ("resources", "mend")
    other = opened(small, TABLE.replace("2026/27", "2027/28"), "next.txt")
    assert file_of(other)["actions"][1]["resources"] == ["Money"]
    columns = queries.draft_page(other.partnership, other.pk).columns
    assert [c.key for c in columns if c.by == "habit"] == ["help"]


def test_what_is_remembered_can_be_forgotten_or_taken_back(small: Small) -> None:
    draft = opened(small)
    mend(draft, "column", head="Help", means="resources")
    changes.undo(draft=draft, version=draft.version, by=BY)
    assert queries.habits_of(small.partnership) == []
    assert file_of(draft)["actions"][1]["resources"] == []
    mend(draft, "lead", action="a1", who="organisation:Loamshire Police", everywhere=True)
    (habit,) = queries.habits_of(small.partnership)
    assert (habit.kind, habit.said, habit.means) == (
        "lead",
        "police",
        "organisation:Loamshire Police",
    )
    changes.forget_habit(habit=habit, by=BY)
    assert queries.habits_of(small.partnership) == []
    assert queries.habits_of(small.other) == []


def test_a_status_word_is_remembered_for_the_next_file(small: Small) -> None:
    text = (
        TABLE.replace("Help", "Status").replace("Money", "Splendid").replace("A hall", "Splendid")
    )
    draft = opened(small, text)
    doubts = queries.draft_page(draft.partnership, draft.pk).doubts
    offer = next(doubt for doubt in doubts if doubt.printed == "Splendid").offers[0]
    mend(draft, offer.kind, **offer.given, state="complete")
    states = [(action["status"] or {}).get("state") for action in file_of(draft)["actions"]]
    assert states.count("complete") == 2
    other = opened(small, text + "\n", "next.txt")
    states = [(action["status"] or {}).get("state") for action in file_of(other)["actions"]]
    assert states.count("complete") == 2


def test_every_button_of_every_doubt_does_something(small: Small) -> None:
    draft = opened(small)
    asked = {"text": "March 2027", "of": "a1", "action": "a1", "means": "update"}
    asked |= {"state": "complete", "who": "post:Neighbourhood inspector", "priorities": ["p1"]}
    doubts = queries.draft_page(draft.partnership, draft.pk).doubts
    assert any(doubt.offers for doubt in doubts)
    for doubt in doubts:
        for offer in doubt.offers:
            before = file_of(draft)
            given = {**offer.given, **({offer.asks: asked[offer.asks]} if offer.asks else {})}
            mend(draft, offer.kind, **given)
            assert file_of(draft) != before, (doubt.kind, offer)
            changes.undo(draft=draft, version=draft.version, by=BY)


def test_a_draft_becomes_a_plan_once_in_one_transaction(small: Small) -> None:
    draft = opened(small)
    mend(draft, "words", of="a3", field="action", text="Train all wardens")
    other = Draft.objects.get(pk=draft.pk)
    plan = changes.adopt_draft(draft=draft, version=draft.version, by=BY)
    assert plan.is_draft and (plan.starts, plan.ends) == (START, END)
    words = list(Action.objects.filter(plan=plan).values_list("words", flat=True))
    assert words[-1] == "Train all wardens" and len(words) == 3
    assert draft.state == "adopted" and draft.adopted_as == plan
    line = Line.objects.get(verb="draft.taken-in")
    assert line.content["new"]["mends"] == 1
    with pytest.raises(Refused, match="already made into a plan"):
        changes.adopt_draft(draft=other, version=other.version, by=BY)
    with pytest.raises(Refused):
        mend(draft, "struck", of="a1", struck=True)
    assert Plan.objects.filter(partnership=small.partnership).count() == 2


def test_a_draft_without_dates_is_not_made_into_a_plan(small: Small) -> None:
    draft = opened(small, TABLE.replace(" 2026/27", ""))
    plans = Plan.objects.count()
    with pytest.raises(Refused, match="when it starts and ends"):
        changes.adopt_draft(draft=draft, version=draft.version, by=BY)
    assert Plan.objects.count() == plans
    changes.choose_facts(
        draft=draft,
        title="The plan",
        starts=START,
        ends=END,
        follows=None,
        version=draft.version,
        by=BY,
    )
    assert changes.adopt_draft(draft=draft, version=draft.version, by=BY).title == "The plan"


def test_as_next_years_plan_its_promises_go_on(small: Small) -> None:
    draft = opened(small)
    changes.choose_facts(
        draft=draft,
        title="Next",
        starts=START,
        ends=END,
        follows=small.plan,
        version=draft.version,
        by=BY,
    )
    page = queries.matching_page(small.partnership, draft.pk)
    assert page.lines[0].to == small.action and page.lines[0].kind == "changed"
    assert page.counts == {"same": 0, "changed": 1, "new": 2, "dropped": 0}
    changes.match(draft=draft, action="a1", to=None, version=draft.version, by=BY)
    page = queries.matching_page(small.partnership, draft.pk)
    assert page.counts["dropped"] == 1 and page.lines[0].chosen
    changes.match(draft=draft, action="a3", to=small.action, version=draft.version, by=BY)
    plan = changes.adopt_draft(draft=draft, version=draft.version, by=BY)
    carried = Action.objects.get(plan=plan, carried_from=small.action)
    assert carried.words == "Train the wardens"


def test_a_promise_of_another_plan_is_no_match(small: Small) -> None:
    draft = opened(small)
    with pytest.raises(Refused):
        changes.match(draft=draft, action="a1", to=small.action, version=draft.version, by=BY)


def test_another_partnerships_drafts_are_not_there(small: Small) -> None:
    draft = opened(small)
    for query in (queries.draft_in, queries.draft_page, queries.matching_page):
        with pytest.raises(queries.NotThere):
            query(small.other, draft.pk)
    assert queries.drafts_of(small.other) == []
    with pytest.raises(queries.NotThere):
        queries.promise_page(small.other, draft.pk, "a1")


def test_a_promise_page_shows_where_it_stands_in_the_document(small: Small) -> None:
    draft = opened(small)
    page = queries.promise_page(small.partnership, draft.pk, "a3")
    assert [piece.cells[1] for piece in page.source] == ["Train the wardens"]
    assert {went.field for went in page.source[0].went} >= {"ref", "action", "lead", "timescale"}
    assert [name for name, _ in page.others] == ["a1", "a2"]


def test_the_pages_ask_as_little_of_the_database_however_long_the_document(
    small: Small, django_assert_max_num_queries: Any
) -> None:
    rows = [
        f"2.{n}\tDo the thing number {n} well\tPolice\tMay 2026\t{n} done\t\t" for n in range(60)
    ]
    draft = opened(small, TABLE + "\n".join(rows))
    for n in range(1, 12):
        mend(draft, "struck", of=f"a{n}", struck=True)
    with django_assert_max_num_queries(9):
        assert queries.draft_page(small.partnership, draft.pk).counts.actions > 60
    changes.choose_facts(
        draft=draft,
        title="Next",
        starts=START,
        ends=END,
        follows=small.plan,
        version=draft.version,
        by=BY,
    )
    with django_assert_max_num_queries(13):
        queries.matching_page(small.partnership, draft.pk)


def test_a_text_withdrawn_by_law_goes_from_drafts_and_their_documents(small: Small) -> None:
    from frankpledge.record.withdrawals import withdraw

    draft = opened(small)
    mend(draft, "words", of="a1", field="update", text="Visited with Ingrid Penhaligon")
    mend(draft, "words", of="a1", field="lead", text="purse bells team")
    withdraw(chain=small.partnership.chain, words="purse bells", by=BY, why="An order")
    assert "purse bells" not in str(file_of(draft))
    assert bytes(Original.objects.get(draft=draft).data) == b""
    with pytest.raises(Refused, match="cannot be read again"):
        mend(draft, "column", head="Help", means="resources")
