"""Where a partnership's charts break, and from which months their usual range is taken."""

from collections.abc import Mapping

from django.db import transaction

from frankpledge.evidence.models import Baseline, Step
from frankpledge.figures.periods import read_period
from frankpledge.partnership.models import Partnership
from frankpledge.record import lines
from frankpledge.record.errors import Refused, Stale
from frankpledge.record.texts import refuse_unkeepable

# With fewer, the usual range is on trial: it would move with each month that comes.
FEWEST = 12
MOST = 120
ALL = "all types"


@transaction.atomic
def mark_step(
    *, partnership: Partnership, kind: str, month: str, why: str, by: lines.Author
) -> Step:
    lines.hold(partnership.chain)
    _require_sound(month, why)
    if Step.objects.filter(partnership=partnership, type=kind, month=month).exists():
        raise Refused("The chart breaks at this month already.", field="month")
    step = Step.objects.create(
        partnership=partnership, type=kind, month=month, why=why.strip(), made_by=by.record_name
    )
    new = {"type": kind or ALL, "month": month, "why": step.why}
    _tell(partnership, kind, by, "chart.step-marked", new=new)
    return step


def _require_sound(month: str, why: str) -> None:
    found = read_period(month)
    if found is None or found.name != month:
        raise Refused("Choose the first month of the new way.", field="month")
    if not why.strip():
        raise Refused("Say what changed: the chart shows it.", field="why")
    if len(why.strip()) > 80:
        raise Refused("Say it in 80 letters or fewer: it stands in the chart.", field="why")
    refuse_unkeepable("why", why)


@transaction.atomic
def remove_step(*, step: Step, by: lines.Author, why: str = "") -> None:
    lines.hold(step.partnership.chain)
    if not Step.objects.filter(pk=step.pk).exists():
        raise Refused("Somebody else has just removed this.")
    old = {"type": step.type or ALL, "month": step.month, "why": step.why}
    _tell(step.partnership, step.type, by, "chart.step-removed", old=old, why=why)
    Step.objects.filter(pk=step.pk).delete()


@transaction.atomic
def set_baseline(
    *,
    partnership: Partnership,
    kind: str,
    months: int | None,
    by: lines.Author,
    version: int | None = None,
) -> Baseline:
    """Version nought: none had been set when the writer looked."""
    lines.hold(partnership.chain)
    if months is not None and not FEWEST <= months <= MOST:
        raise Refused(f"Take {FEWEST} months or more, and {MOST} at most.", field="months")
    row = Baseline.objects.filter(partnership=partnership, type=kind).first()
    row = row or Baseline(partnership=partnership, type=kind, version=0)
    if version is not None and version != row.version:
        raise Stale(version=row.version, current={"months": row.months})
    old = {"type": kind, "months": row.months}
    if row.pk and row.months == months:
        return row
    row.months, row.made_by, row.version = months, by.record_name, row.version + 1
    row.save()
    _tell(
        partnership, kind, by, "chart.baseline-set", old=old, new={"type": kind, "months": months}
    )
    return row


def _tell(
    partnership: Partnership,
    kind: str,
    by: lines.Author,
    verb: str,
    *,
    old: Mapping[str, object] | None = None,
    new: Mapping[str, object] | None = None,
    why: str = "",
) -> None:
    subject = lines.Subject("chart", kind or ALL, f"Chart of {kind or ALL}")
    lines.write(
        chain=partnership.chain, by=by, verb=verb, subject=subject, old=old, new=new, why=why
    )
