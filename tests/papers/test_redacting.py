"""Each audience sees its own fields and no others, whatever the paper."""

from typing import Any

import pytest

from frankpledge.papers.composing import compose
from frankpledge.papers.contents import papers
from frankpledge.papers.writers import FORMATS
from tests.papers import made

AUDIENCES = ("internal", "board", "policing-body", "members", "public")
# What each word of a made-up freeze is, and the widest audience that may read it.
LEAST = {
    "Ingrid Penhaligon": "internal",
    "£6,000 of the reserve": "internal",
    "What nobody made public": "internal",
    "We went to 1 shops": "board",
    "A secret concern": "board",
    "Nobody in post since May": "board",
    "The yard is sold": "board",
    "Una Vail": "internal",
    "£148,000": "policing-body",
    "about 1 in 4": "policing-body",
    "Worse: thefts rising": "members",
    "Police, Inspector": "members",
    "Visit every shop": "public",
}


def told(audience: str, found: made.Doc) -> str:
    source = made.source(found, audience=audience)
    texts = (FORMATS["txt"].write(compose(kind, source)).data for kind in papers().values())
    return " ".join(" ".join(text.decode().split()) for text in texts)


@pytest.fixture(scope="module")
def by_audience() -> dict[str, str]:
    found = made.sections(promises=8)
    hidden = found["plan"]["actions"][2]["outcomes"][0]
    hidden["standings"] = [made.standing(1, "What nobody made public.", public=False)]
    found["round"]["requests"][0]["items"] = found["round"]["requests"][0]["items"][:2]
    unread = found["round"]["requests"][0]["items"][1]["verdicts"][0]
    unread.update(kind="not-reported", words="Nobody in post since May.")
    raised: dict[str, Any] = {"kind": "concern", "decided": "confirmed", "for_the_board": ""}
    answer = found["round"]["requests"][0]["items"][0]["answers"][0]
    answer["raised"] = [{**raised, "words": "A secret concern."}]
    found["round"]["strikes"] = [made.strike(3, why="The yard is sold.")]
    judged = next(iter(found["judgements"]["outcomes"].values()))
    judged["told"] = ["Source: the lead's own answers, 2 of them with a figure."]
    judged["told"] += ["Newest: said on 6 October 2026 by Una Vail.", "Method: as said."]
    judged["workings"] = [["Quarter", "31, said by Una Vail on 6 October 2026"]]
    return {audience: told(audience, found) for audience in AUDIENCES}


@pytest.mark.parametrize("words", LEAST)
def test_each_field_is_read_by_its_audience_and_no_wider_one(
    by_audience: dict[str, str], words: str
) -> None:
    reads = [audience for audience in AUDIENCES if words in by_audience[audience]]
    assert reads == list(AUDIENCES[: AUDIENCES.index(LEAST[words]) + 1])


@pytest.mark.parametrize(
    ("kept_for", "readers"),
    [
        ("restricted", ()),
        ("internal", ("internal", "board")),
        ("public", AUDIENCES),
    ],
)
def test_a_promise_is_read_by_those_it_is_for(kept_for: str, readers: tuple[str, ...]) -> None:
    found = made.sections()
    found["plan"]["actions"][1]["audience"] = kept_for
    found["plan"]["actions"][1]["words"] = "Watch the yard by night"
    found["round"]["strikes"] = [made.strike(2, why="No watcher is left")]
    by_audience = {a: told(a, found) for a in AUDIENCES}
    assert tuple(a for a in AUDIENCES if "Watch the yard" in by_audience[a]) == readers
    inside = tuple(a for a in readers if a in ("internal", "board"))
    assert tuple(a for a in AUDIENCES if "No watcher is left" in by_audience[a]) == inside


def test_what_is_left_out_is_listed_with_the_reason() -> None:
    found = made.sections()
    found["plan"]["actions"][1]["audience"] = "restricted"
    source = made.source(found, audience="public")
    listed = {one.what: (one.count, one.why) for one in source.left_out}
    assert listed["Promises"] == (1, "For those who may see restricted promises and nobody wider.")
    assert listed["Resources"] == (3, "For the coordinator’s team and nobody wider.")
    assert listed["What the figures say of a target"][1] == "For councillors and nobody wider."


def test_words_made_public_in_the_review_are_the_public_ones() -> None:
    found = made.sections()
    verdict = found["round"]["requests"][0]["items"][0]["verdicts"][0]
    verdict["is_public"], verdict["public_words"] = True, "We went to some shops."
    source = made.source(found, audience="public")
    assert source.answers[1]["happened"] == "We went to some shops."
    assert source.answers[1]["why"] == ""
    assert made.source(found, audience="board").answers[1]["happened"] == "We went to 1 shops."


def test_a_verdict_that_was_undone_publishes_nothing() -> None:
    found = made.sections()
    found["round"]["requests"][0]["items"][0]["verdicts"][0]["undone_at"] = "2026-10-09T10:00"
    assert 1 not in made.source(found).answers


def test_a_concern_that_nobody_confirmed_stays_with_the_coordinator() -> None:
    found = made.sections()
    for decided in ("", "set-aside"):
        raised = {"kind": "concern", "words": "A rumour", "decided": decided, "for_the_board": ""}
        found["round"]["requests"][0]["items"][0]["answers"][0]["raised"] = [raised]
        assert "A rumour" not in told("internal", found)


def test_what_the_law_took_out_says_so() -> None:
    found = made.sections()
    found["plan"]["actions"][0]["words"] = {"withdrawn-text": "0" * 64}
    assert "(withdrawn by law)" in told("board", found)


def test_leads_of_a_freeze_of_before_are_named_as_to_the_public() -> None:
    found = made.sections()
    del found["papers"]
    assert made.source(found).plan["actions"][0]["lead"] == ["Police"]
