"""How charts are read: where they break, and why; kept for each partnership, and recorded."""

import pytest

from frankpledge.evidence import changes
from frankpledge.evidence.models import Step
from frankpledge.evidence.queries import reading_of_charts, screens
from frankpledge.partnership.models import Area, Partnership
from frankpledge.record.checks import verify
from frankpledge.record.errors import Refused, Stale
from frankpledge.record.withdrawals import withdraw
from tests.evidence import asked as county
from tests.evidence.conftest import BY, Held


@pytest.fixture
def marsh(held: Held) -> Partnership:
    partnership = Partnership.objects.get(slug="marsh")
    partnership.areas.set(Area.objects.filter(code=county.MARSHWICK))
    return partnership


def mark(
    partnership: Partnership, month: str = "2020-01", why: str = "Counted anew", kind: str = ""
) -> Step:
    return changes.mark_step(partnership=partnership, kind=kind, month=month, why=why, by=BY)


def test_a_chart_breaks_where_its_type_does_and_others_do_not(marsh: Partnership) -> None:
    mark(marsh, kind="Burglary")
    broken = screens.of_type(marsh, "Burglary").months
    whole = screens.of_type(marsh, "Drugs").months
    assert broken and whole
    assert len({row[2] for row in broken.table.rows}) == 2
    assert len({row[2] for row in whole.table.rows}) == 1
    assert any("2020-01 (Counted anew)" in line for line in broken.source)


def test_a_break_outside_what_is_here_breaks_nothing(marsh: Partnership) -> None:
    mark(marsh, month="2012-03")
    found = screens.home(marsh)
    assert found.months and all(kind.spark for kind in found.kinds)
    assert screens.home(marsh, to="2019-06").months


def test_the_usual_is_taken_from_the_first_months(marsh: Partnership) -> None:
    changes.set_baseline(partnership=marsh, kind="Burglary", months=12, by=BY)
    found = screens.of_type(marsh, "Burglary")
    assert found.months and any("baseline first 12" in line for line in found.months.source)
    with pytest.raises(Stale):
        changes.set_baseline(partnership=marsh, kind="Burglary", months=24, version=0, by=BY)


@pytest.mark.parametrize(
    ("month", "why", "sentence"),
    [
        ("2020", "New way", "Choose the first month"),
        ("2020-01..2020-03", "New way", "Choose the first month"),
        ("2020-01", "  ", "Say what changed"),
        ("2020-01", "a" * 81, "80 letters or fewer"),
    ],
)
def test_a_step_needs_its_month_and_its_reason(
    marsh: Partnership, month: str, why: str, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        mark(marsh, month, why)
    assert not Step.objects.exists()


def test_steps_are_the_partnerships_own(marsh: Partnership) -> None:
    mark(marsh)
    other = Partnership.objects.create(slug="wick", name="Wick")
    assert not reading_of_charts(other).steps
    with pytest.raises(Refused, match="already"):
        mark(marsh)
    step = Step.objects.get()
    changes.remove_step(step=step, by=BY)
    with pytest.raises(Refused, match="Somebody else"):
        changes.remove_step(step=step, by=BY)


def test_a_reason_that_must_not_be_kept_is_removed(marsh: Partnership) -> None:
    mark(marsh, why="Since Ivy Moss moved away")
    assert withdraw(chain=marsh.chain, words="Ivy Moss", by=BY, why="A private person") >= 2
    assert "Ivy Moss" not in Step.objects.get().why
    assert not verify(marsh.chain)
