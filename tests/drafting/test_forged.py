"""Whatever is sent as a mend: it applies, or it is refused in a sentence."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from frankpledge.drafting.mending import KINDS, Sent, Unfit, cleaned, mended
from tests.drafting.files import read_of

IDS = ["a1", "a2", "p1", "p9", "a1.o1", "s1", "u1", "r1", "plan", "", "a1.o9"]
FIELDS = ["action", "text", "update", "number", "title", "id", "as_printed", "priorities"]
ODD = [None, 1, True, 0.5, [], ["p1"], [3], {}, {"text": "x"}, "x" * 30_000, "9" * 5_000, "guess"]
WORDS = ["organisation:x", "post:", "complete", "red", "outcome", "priority"]
ANY = st.sampled_from([*IDS, *FIELDS, *ODD, *WORDS])


def _cleaned(kind: str, sent: dict[str, Any]) -> tuple[dict[str, Any], str]:
    try:
        return cleaned(kind, sent), ""
    except Unfit as why:
        return {}, str(why)


@settings(max_examples=600, deadline=None)
@given(st.sampled_from([*KINDS, "no-such"]), st.data())
def test_nothing_that_is_sent_breaks_anything(kind: str, data: Any) -> None:
    known = KINDS.get(kind)
    names = [*known.needs, *known.may] if known else ["action"]
    sent = {name: data.draw(ANY) for name in names}
    taken, why = _cleaned(kind, sent)
    assert why == "" or why.endswith(".")
    for name in ("table", "book_quarters") if not why else ():
        made = mended(read_of(name), [Sent(1, kind, taken)])
        assert all(sentence.endswith(".") for sentence in made.unfit.values())


def test_what_is_given_beside_is_not_kept() -> None:
    assert cleaned("seen", {"doubt": "row.a1", "evil": "x"}) == {"doubt": "row.a1"}


def test_a_number_of_five_thousand_figures_is_no_number() -> None:
    mend = Sent(1, "words", {"of": "a1.o1", "field": "number", "text": "9" * 5_000})
    assert "whole number" in mended(read_of("table"), [mend]).unfit[1]


def test_fields_that_are_not_texts_cannot_be_changed() -> None:
    for field in ("id", "priorities", "as_printed", "parsed", "leads", "status"):
        mend = Sent(1, "words", {"of": "a1", "field": field, "text": "x"})
        assert mended(read_of("table"), [mend]).unfit[1] == "That cannot be changed here."
