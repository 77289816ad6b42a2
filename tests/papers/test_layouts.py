"""A host's layout: a folder that holds what differs, and takes the rest from ours."""

from pathlib import Path

import pytest

from frankpledge.papers.composing import compose
from frankpledge.papers.contents import papers
from frankpledge.papers.layouts import NoLayout, layout_named, layouts
from frankpledge.papers.writers import FORMATS
from frankpledge.papers.writers.made import NotWritten, Ways
from tests.papers import made
from tests.papers.tags import Tagged, untagged
from tests.papers.test_writers import texts

SEAL = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M0 0h9v9z'/></svg>"
OWN = """#import "standard.typ": whole as as-usual
#let whole(p) = {
  set page(background: place(top + right, dy: 9mm, image("parts/seal.svg", alt: "Our seal")))
  as-usual((..p, title: "Ours: " + p.title))
}
"""


def folder(home: Path, name: str, **files: str) -> Ways:
    (home / name / "parts").mkdir(parents=True)
    for file, words in files.items():
        (home / name / file.replace("__", "/").replace("_", ".")).write_text(words)
    return Ways(layout_named(name, home))


def test_its_pdf_takes_what_it_does_not_draw_from_the_standard_one(tmp_path: Path) -> None:
    ways = folder(tmp_path, "ours", paper_typ=OWN, parts__seal_svg=SEAL)
    paper = compose(papers()["summary"], made.source())
    data = FORMATS["pdf"].write(paper, ways).data
    assert f"Ours: {paper.title}" in texts(data)[0]
    assert "Our priorities" in texts(data)[0]
    assert untagged(data) == []
    assert any(head.scope == "Row" for head in Tagged(data).of("TH"))


def test_one_template_is_enough(tmp_path: Path) -> None:
    ways = folder(tmp_path, "heads", heading_html='<h2 class="ours">{{ block.text }}</h2>\n')
    page = FORMATS["html"].write(compose(papers()["summary"], made.source()), ways).data.decode()
    assert '<h2 class="ours">Our priorities</h2>' in page
    assert '<table role="table"' in page


def test_only_folders_that_hold_a_template_and_have_a_plain_name_are_layouts(
    tmp_path: Path,
) -> None:
    folder(tmp_path, "ours", paper_css="p { margin: 0 }")
    for name, file in (("notes", "read.txt"), ("ours at home", "paper.css")):
        (tmp_path / name).mkdir()
        (tmp_path / name / file).write_text("p { margin: 0 }")
    assert [one.name for one in layouts(tmp_path)] == ["standard", "ours"]
    with pytest.raises(NoLayout, match="no layout called ours at home"):
        layout_named("ours at home", tmp_path)


@pytest.mark.parametrize(
    ("form", "files", "says"),
    [
        ("pdf", {"paper_typ": "#let whole(p) = panic(p)"}, "The PDF could not be made: "),
        ("pdf", {"paper_typ": "#let whole(p) = {"}, "The PDF could not be made: "),
        ("html", {"heading_html": "{% nonsense %}"}, "The layout broken could not be read: "),
        ("html", {"body_html": '{% include "none.html" %}'}, "The layout broken could not be read"),
    ],
)
def test_one_that_is_broken_is_said_in_a_sentence(
    tmp_path: Path, form: str, files: dict[str, str], says: str
) -> None:
    ways = folder(tmp_path, "broken", **files)
    with pytest.raises(NotWritten, match=says):
        FORMATS[form].write(compose(papers()["summary"], made.source()), ways)


def test_another_version_of_it_is_another_version_of_the_papers(tmp_path: Path) -> None:
    before = folder(tmp_path, "ours", paper_css="p { margin: 0 }").layout.version
    (tmp_path / "ours" / "paper.css").write_text("p { margin: 1px }")
    assert layout_named("ours", tmp_path).version != before
