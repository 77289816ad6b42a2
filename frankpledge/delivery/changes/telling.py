"""What every change of this room does alike: say it in the record, withdraw with a reason."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils import timezone

from frankpledge.delivery.changes.turns import partnership_of
from frankpledge.delivery.models import Activity, Measure, Owed, Return, SurveyQuestion, Wave
from frankpledge.delivery.periods import in_words
from frankpledge.record import lines
from frankpledge.record.errors import Refused
from frankpledge.record.told import told

Row = Measure | Activity | SurveyQuestion | Wave | Return | Owed
KINDS = {
    Measure: "measure",
    Activity: "activity",
    SurveyQuestion: "survey-question",
    Wave: "survey-wave",
    Return: "return",
    Owed: "return-owed",
}


def tell(
    row: Row,
    verb: str,
    by: lines.Author,
    *,
    old: Mapping[str, Any] | None = None,
    new: Mapping[str, Any] | None = None,
    why: str = "",
) -> None:
    lines.write(
        chain=partnership_of(row).chain,
        by=by,
        verb=verb,
        subject=lines.Subject(KINDS[type(row)], str(row.pk), label(row)),
        old=told(dict(old or {})),
        new=told(dict(new or {})),
        why=why,
    )


def label(row: Row) -> str:
    if isinstance(row, Wave):
        return f"{row.question}, {in_words(row.starts, row.ends)}"
    if isinstance(row, Owed):
        return f"{row.of}, {in_words(row.starts, row.ends)}"
    return str(row)[:200]


def required(why: str, sentence: str) -> str:
    if not why.strip():
        raise Refused(sentence, field="why")
    return why.strip()


def require_standing(row: Activity | Wave) -> None:
    row.refresh_from_db()
    if row.withdrawn_at:
        raise Refused(f"This was withdrawn by {row.withdrawn_by}.")
    newer: models.QuerySet[Any] = type(row)._default_manager.filter(corrects=row.pk)
    if newer.exists():
        raise Refused("This was corrected already. Correct the newest one.")


def take_out(row: Activity | Wave, why: str, by: lines.Author) -> None:
    """It stays to be seen, and counts no more."""
    row.withdrawn_at = timezone.now()
    row.withdrawn_by = by.record_name[:160]
    row.withdrawn_why = why[:300]
    row.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])


def same_outcomes(given: Any, partnership: Any) -> list[Any]:
    """Outcomes of this partnership's plans and no other's."""
    found = list(given)
    if any(one.action.plan.partnership_id != partnership.pk for one in found):
        raise Refused("Choose outcomes of this partnership's plans.", field="outcomes")
    return found
