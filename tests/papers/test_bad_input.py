"""Whatever comes in, the paper is made, or says in one sentence why not."""

from pathlib import Path
from typing import Any

import pytest

from frankpledge.papers.composing import compose
from frankpledge.papers.contents import papers
from frankpledge.papers.gathering import whose_data, whose_of
from frankpledge.papers.writers import FORMATS
from frankpledge.partnership import changes
from frankpledge.partnership.models import Partnership
from tests.papers import made
from tests.papers.test_writers import formats_for, png
from tests.small import BY

SCRIPTS = {
    "right to left": "לבקר בכל חנות ולהאיר את הרחוב, זמן: 5 ימים (בערך)",
    "Chinese": "走访每一家商店，点亮每一条街",
    "an emoji": "Light every street 🚨🚲👩‍👩‍👧",
}


def all_made(found: made.Doc, *keys: str) -> None:
    for kind in (papers()[key] for key in keys or papers()):
        paper = compose(kind, made.source(found))
        for form in formats_for(paper):
            assert form.write(paper).data, (kind.key, form.key)


@pytest.mark.parametrize("words", SCRIPTS.values(), ids=SCRIPTS)
def test_other_scripts_are_kept_whole_where_letters_are_the_readers_own(words: str) -> None:
    found = made.sections(charts=0)
    found["plan"]["actions"][0].update(words=words, aim=words, ref="1.1")
    found["plan"]["actions"][0]["outcomes"][0]["words"] = words
    paper = compose(papers()["board"], made.source(found))
    for key in ("html", "txt"):
        assert words in " ".join(FORMATS[key].write(paper).data.decode().split()), key
    written = FORMATS["pdf"].write(paper)
    assert written.data and "no font" in " ".join(written.notes).lower()


@pytest.mark.parametrize(
    "chart",
    [None, {}, {"months": None}, {"months": ["2026-01"] * 20, "counts": [1]}],
    ids=["none", "empty", "no months", "fewer figures than months"],
)
def test_a_missing_chart_is_left_out_and_nothing_else(chart: Any) -> None:
    found = made.sections(charts=0)
    whole = {**made.chart(0), **chart} if chart else chart
    found["evidence"]["charts"] = [whole] if whole else []
    for judged in found["judgements"]["outcomes"].values():
        judged["chart"] = chart
    all_made(found, "board")


def test_a_freeze_with_nothing_counted_at_all_makes_every_paper() -> None:
    found = made.sections(charts=0)
    found["evidence"] = {"area": "Marsh", "sentence": "", "told": None, "rows": [], "charts": []}
    found["annex"] = {"why_none": "Nothing is loaded.", "wards": None, "done": None, "hours": None}
    all_made(found)


@pytest.mark.django_db
def test_a_logo_of_forty_megabytes_is_not_taken_into_a_paper() -> None:
    partnership = Partnership.objects.create(slug="marsh", name="Safer Marsh")
    changes.set_logo(partnership=partnership, version=1, content=png(), says="A seal", by=BY)
    partnership.refresh_from_db()
    data = whose_data(partnership)
    assert whose_of(partnership, data).logo is not None
    with Path(partnership.logo.path).open("wb") as file:  # whoever put it there
        file.truncate(40_000_000)
    assert whose_of(partnership, data).logo is None
    Path(partnership.logo.path).unlink()
    assert whose_of(partnership, data).logo is None
