"""What was said in rounds of promises that everybody at the desk may see."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q

from frankpledge.partnership.models import Partnership
from frankpledge.progress.models import Answer, Question, Upload
from frankpledge.record.models import Line


def subjects_open_to_all(partnership: Partnership, lines: Sequence[Line]) -> dict[str, set[str]]:
    """By kind of subject; of those of these lines that are about one promise each."""
    of_item = Q(item__request__round__partnership=partnership)
    hidden = Q(item__action__audience="restricted")
    asked = Q(round__partnership=partnership)
    return {
        "answer": _open(Answer, of_item, hidden, lines),
        "upload": _open(Upload, of_item, hidden, lines),
        "question": _open(Question, asked, hidden | Q(action__audience="restricted"), lines),
    }


def _open(kind: Any, here: Q, hidden: Q, lines: Sequence[Line]) -> set[str]:
    ids = [line.subject_id for line in lines if line.subject_kind == kind._meta.model_name]
    if not ids:
        return set()
    # One by one, and not excluded: a question may be about no promise at all.
    shut = set(kind.objects.filter(hidden, pk__in=ids).values_list("pk", flat=True))
    found = kind.objects.filter(here, pk__in=ids).values_list("pk", flat=True)
    return {str(pk) for pk in found if pk not in shut}
