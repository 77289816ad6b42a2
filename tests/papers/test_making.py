"""Papers made of what was frozen: kept with what they were built from, approved, built again."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from frankpledge.papers import changes, queries
from frankpledge.papers.building import build, paper_of
from frankpledge.papers.given import Given
from frankpledge.papers.models import Build, PaperFile
from frankpledge.papers.writers import FORMATS
from frankpledge.partnership import changes as partnership_changes
from frankpledge.plan import changes as plan_changes
from frankpledge.plan.models import Action
from frankpledge.progress import changes as progress_changes
from frankpledge.progress.models import Round
from frankpledge.reading import read
from frankpledge.record import withdrawals
from frankpledge.record.errors import Refused, Stale
from frankpledge.record.lines import System
from frankpledge.record.models import Freeze, Line
from tests.universe import Universe

BY = System("Ruth Adeyemi")
TEXTS = ("csv", "txt")


@dataclass
class Frozen:
    universe: Universe
    round: Round

    def make(self, paper: str = "board", **more: Any) -> Build:
        asked = {"of": self.round, "formats": TEXTS, "by": BY, **more}
        return changes.make(partnership=self.universe.marshwick, paper=paper, **asked)


@pytest.fixture
def frozen(universe: Universe) -> Frozen:
    round_ = Round.objects.get(partnership=universe.marshwick, stage="asked")
    progress_changes.start_review(round_=round_, by=BY)
    progress_changes.freeze(round_=round_, by=BY)
    return Frozen(universe, round_)


def made(row: Build) -> Build:
    """Its task runs when the transaction ends, which within a test it never does."""
    build(row.pk)
    return queries.build_in(row.partnership, row.pk)


def test_a_paper_is_kept_with_what_it_was_built_from(frozen: Frozen) -> None:
    row = made(frozen.make(given=Given(meeting="12 November 2026")))
    freeze = Freeze.objects.filter(kind="round", subject_id=str(frozen.round.pk)).get()
    assert row.freeze_hash == freeze.hash
    assert row.template_version.startswith("0.")
    assert row.audience == "board"
    files = {one.format: one for one in row.files.all()}
    assert set(files) == set(TEXTS)
    assert all(one.state == "ready" for one in files.values())
    with files["txt"].file.open("rb") as file:
        data = file.read()
    assert hashlib.sha256(data).hexdigest() == files["txt"].sha256
    assert b"12 November 2026" in data
    line = Line.objects.get(verb="paper.made", subject_id=str(row.pk))
    assert line.content["new"]["from"] == freeze.hash


def test_it_is_built_again_with_the_same_bytes_whatever_changed_since(frozen: Frozen) -> None:
    row = made(frozen.make(formats=("pdf", "txt")))
    before = {one.format: one.sha256 for one in row.files.all()}
    partnership = frozen.universe.marshwick
    action = Action.objects.filter(plan=frozen.universe.plan, audience="public").first()
    assert action is not None
    plan_changes.set_audience(action=action, audience="restricted", by=BY, why="A mistake")
    partnership.name, partnership.colour = "Another name", "#123456"
    partnership.save()
    again = paper_of(Build.objects.get(pk=row.pk))
    for key, digest in before.items():
        assert hashlib.sha256(FORMATS[key].write(again).data).hexdigest() == digest


def test_a_final_paper_needs_a_freeze_and_a_draft_says_that_it_is_one(universe: Universe) -> None:
    round_ = Round.objects.get(partnership=universe.marshwick, stage="asked")
    frozen = Frozen(universe, round_)
    with pytest.raises(Refused, match="once the round is frozen"):
        frozen.make()
    row = made(frozen.make(draft=True))
    assert row.is_draft
    with row.files.get(format="txt").file.open("rb") as file:
        assert file.read().count(b"Draft of ") >= 2
    with pytest.raises(Refused, match="draft is never approved"):
        changes.approve(build=row, version=row.version, by=BY)


def test_a_paper_of_the_plan_is_made_of_its_own_freeze(frozen: Frozen) -> None:
    plan = frozen.universe.plan
    for paper in ("plan", "table", "summary"):
        row = made(frozen.make(paper, of=plan))
        assert row.round is None
        assert Freeze.objects.get(hash=row.freeze_hash).kind == "plan"
        with row.files.get(format="txt").file.open("rb") as file:
            assert plan.title.encode() in file.read()
    with pytest.raises(Refused, match="is made of a round"):
        frozen.make("board", of=plan)


def test_approving_names_the_files_in_a_freeze_of_their_own(frozen: Frozen) -> None:
    row = made(frozen.make())
    freeze = changes.approve(build=row, version=row.version, by=BY)
    (section,) = freeze.sections.all()
    assert section.body["files"] == {one.format: one.sha256 for one in row.files.all()}
    assert section.body["from"] == row.freeze_hash
    row.refresh_from_db()
    assert row.approved_hash == freeze.hash
    with pytest.raises(Refused, match="approved already"):
        changes.approve(build=row, version=row.version, by=BY)
    with pytest.raises(Stale):
        changes.approve(build=row, version=1, by=BY)


def test_what_is_not_made_yet_is_not_approved(frozen: Frozen) -> None:
    row = frozen.make()
    with pytest.raises(Refused, match="Wait until every file is made"):
        changes.approve(build=row, version=1, by=BY)


def test_what_could_not_be_made_says_why_and_is_tried_again(frozen: Frozen) -> None:
    row = made(frozen.make("plan", formats=("csv", "txt")))
    failed = row.files.get(format="csv")
    assert failed.state == "failed"
    assert (
        failed.sentence == "This paper has no table, so there is nothing to put in a spreadsheet."
    )
    changes.try_again(build=row, by=BY)
    assert row.files.get(format="csv").state == "waiting"
    assert row.files.get(format="txt").state == "ready"
    board = made(frozen.make())
    with pytest.raises(Refused, match="Every file of this paper is made"):
        changes.try_again(build=board, by=BY)


def test_two_workers_make_each_file_once(frozen: Frozen) -> None:
    row = frozen.make()
    PaperFile.objects.filter(build=row, format="csv").update(state="building", began_at=row.at)
    build(row.pk)
    states = {one.format: one.state for one in row.files.all()}
    assert states == {"csv": "building", "txt": "ready"}


def test_a_setting_is_one_line_of_the_record_and_changes_the_next_paper_only(
    frozen: Frozen,
) -> None:
    first = made(frozen.make(given=queries.usual(frozen.universe.marshwick, "board")))
    told = {"author": "The coordinator", "sections": ["front"]}
    asked = {"partnership": frozen.universe.marshwick, "paper": "board", "by": BY}
    changes.set_paper(version=0, **told, **asked)
    usual = queries.usual(frozen.universe.marshwick, "board")
    assert (usual.author, usual.sections) == ("The coordinator", ("front",))
    assert Line.objects.get(verb="paper.set").content["new"]["author"] == "The coordinator"
    assert paper_of(first).author == "Safer Marshwick"
    with pytest.raises(Stale):
        changes.set_paper(version=0, author="Another", **asked)
    with pytest.raises(Refused, match="no part called weather"):
        changes.set_paper(version=1, sections=["weather"], **asked)
    with pytest.raises(Refused, match="no layout called gold"):
        changes.set_paper(version=1, layout="gold", **asked)


def test_a_paper_of_another_partnership_is_not_to_be_had(frozen: Frozen) -> None:
    row = made(frozen.make())
    thornhay = frozen.universe.thornhay
    with pytest.raises(queries.NotThere):
        queries.build_in(thornhay, row.pk)
    with pytest.raises(queries.NotThere):
        queries.file_in(thornhay, row.files.all()[0].pk)
    with pytest.raises(Refused, match="another partnership"):
        changes.make(partnership=thornhay, paper="board", of=frozen.round, by=BY)


def test_what_the_law_takes_out_is_taken_out_of_papers_too(frozen: Frozen) -> None:
    row = made(frozen.make(given=Given(purpose="Jo Bloggs of 4 Quay Street was asked.")))
    other = made(frozen.make(given=Given(purpose="Nobody was asked.")))
    chain = frozen.universe.marshwick.chain
    withdrawals.withdraw(chain=chain, words="Jo Bloggs", by=BY, why="Asked to be forgotten")
    row.refresh_from_db()
    assert "Jo Bloggs" not in str(row.given)
    assert {one.state for one in row.files.all()} == {"failed"}
    assert {one.state for one in PaperFile.objects.filter(build=other)} == {"ready"}


def test_the_tables_of_the_demonstration_are_read_back_with_the_same_rows(frozen: Frozen) -> None:
    asked = {"of": frozen.round, "audience": "board"}
    row = frozen.make("table", **asked)
    paper = paper_of(row)
    promises = Action.objects.filter(plan=frozen.universe.plan).exclude(audience="restricted")
    wanted = sorted((one.ref, " ".join(one.words.split())) for one in promises)
    for key in ("docx", "xlsx", "pdf"):
        plan = read(FORMATS[key].write(paper).data, f"table.{key}")
        found = sorted((one["ref"], one["action"]) for one in plan["actions"])
        assert [ref for ref, _ in found] == [ref for ref, _ in wanted], key
        # The points of a promise stand in its cell as well, after its words.
        pairs = zip(found, wanted, strict=True)
        assert [a for (_, a), (_, b) in pairs if not a.startswith(b)] == [], key


def test_a_host_adds_a_layout_as_a_folder_of_templates(
    frozen: Frozen, settings: Any, tmp_path: Path
) -> None:
    settings.PAPER_LAYOUTS = tmp_path
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain" / "body.html").write_text("<p>Our own: {{ paper.title }}</p>")
    (tmp_path / "plain" / "paper.css").write_text("p { margin: 0 }")
    (tmp_path / "notes").mkdir()
    assert [one.name for one in queries.layouts_here()] == ["standard", "plain"]
    asked = {"partnership": frozen.universe.marshwick, "paper": "board", "by": BY}
    changes.set_paper(version=0, layout="plain", **asked)
    row = made(frozen.make(formats=("html",)))
    with row.files.get(format="html").file.open("rb") as file:
        assert b"<p>Our own: How the plan stands" in file.read()
    with row.files.get(format="txt").file.open("rb") as file:
        assert b"The board is asked to" in file.read()


def test_a_logo_of_the_partnership_is_in_its_papers(frozen: Frozen) -> None:
    from tests.papers.test_writers import png

    partnership = frozen.universe.marshwick
    asked = {"version": partnership.version, "says": "Our seal", "by": BY}
    partnership_changes.set_logo(partnership=partnership, content=png(), **asked)
    paper = paper_of(frozen.make())
    assert paper.logo is not None
    assert paper.logo.says == "Our seal"
