"""A partnership whose area has three years of police figures, and targets to hold against them."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings

from frankpledge.evidence import changes as evidence
from frankpledge.evidence.store import reading
from frankpledge.judging import changes, queries
from frankpledge.judging.working import Judged
from frankpledge.partnership.models import Area
from frankpledge.plan import changes as plans
from frankpledge.plan.models import Outcome, Target
from tests.evidence import asked as county
from tests.small import BY, SPRING, Small

DAY = datetime.date(2026, 11, 20)


@dataclass
class Judging:
    """Gives targets to the first outcome of the small plan, says what they mean and judges them."""

    small: Small

    def target(self, printed: str, *, outcome: Outcome | None = None, **given: Any) -> Target:
        to = outcome or self.small.first
        number = given.pop("number", None)
        kept = Decimal(str(number)) if number is not None else None
        to.refresh_from_db()
        plans.set_targets(
            outcome=to,
            targets=[plans.TargetGiven(printed=printed, number=kept, **given)],
            decision=None,
            by=BY,
        )
        return Target.objects.select_related("outcome__action__plan__partnership").get(outcome=to)

    def mean(self, target: Target, **given: Any) -> Target:
        changes.mean(target=target, by=BY, **given)
        return target

    def judged(self, target: Target, as_at: datetime.date = DAY) -> Judged:
        self.small.plan.refresh_from_db()
        return queries.judge_plan(self.small.plan, as_at).targets[target.pk]

    def said(
        self, number: float, of: float | None = None, *, on: datetime.date, **more: Any
    ) -> None:
        whole = Decimal(str(of)) if of is not None else None
        plans.say(
            of=self.small.first,
            said_on=on,
            said_by="Ingrid Penhaligon",
            figure=plans.Figure(Decimal(str(number)), whole),
            by=BY,
            **{"state": "in-progress", **more},
        )


@pytest.fixture(autouse=True)
def home(settings: LazySettings, tmp_path: Path) -> Iterator[Path]:
    settings.HOME = tmp_path / "home"
    yield settings.HOME
    for connection in reading._mine.__dict__.pop("held", {}).values():
        connection.close()


@pytest.fixture
def judging(small: Small) -> Judging:
    return Judging(small)


@pytest.fixture
def years(small: Small) -> Callable[[int, int], None]:
    """The plan's own years, where a test wants others."""

    def put(first: int, last: int) -> None:
        small.plan.starts = datetime.date(first, 4, 1)
        small.plan.ends = datetime.date(last, 3, 31)
        small.plan.save()

    return put


@pytest.fixture
def police(small: Small, tmp_path: Path) -> None:
    """Months from April 2018 to April 2021, most in the first LSOA, more each summer."""
    evidence.load_areas(paths=county.areas(tmp_path), by=BY)
    evidence.load_evidence(paths=[county.crimes(tmp_path / "files")], by=BY)
    small.partnership.areas.add(Area.objects.get(code=county.MARSHWICK))


__all__ = ["DAY", "SPRING", "Judging"]
