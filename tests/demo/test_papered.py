"""Marshwick's papers, made by the same changes as the screens make them."""

from frankpledge.demo.days import Days
from frankpledge.demo.papered import make_papers
from frankpledge.papers.models import Build
from frankpledge.partnership.models.dated import today
from tests.papers.test_making import Frozen, frozen  # noqa: F401 - a fixture


def test_the_last_board_had_its_pack_and_everybody_else_their_own(frozen: Frozen) -> None:  # noqa: F811
    before = set(Build.objects.values_list("pk", flat=True))
    make_papers(Days(today()))
    made = {one.paper: one for one in Build.objects.exclude(pk__in=before)}
    assert set(made) == {"board", "summary", "policing", "scrutiny"}
    for one in made.values():
        assert one.approved_at
        assert {file.state for file in one.files.all()} == {"ready"}
    make_papers(Days(today()))
    assert Build.objects.count() == len(before) + 4
