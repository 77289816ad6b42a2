"""Removing a text that the law says must not be kept from the live rows of plans."""

from typing import Any

from django.db import models

from frankpledge.plan.models import Action, Outcome, Plan, Priority, Revision, Standing
from frankpledge.record.withdrawals import also_removes

GONE = "(withdrawn by law)"


@also_removes
def remove_from_plans(chain: str, words: str) -> int:
    partnership = int(chain.partition(":")[2] or 0)
    return sum(
        _remove(model, {path: partnership}, fields, words)
        for model, path, fields in (
            (Plan, "partnership", ("introduction", "funding_note")),
            (Priority, "plan__partnership", ("title", "about")),
            (
                Action,
                "plan__partnership",
                ("aim", "words", "points", "resources", "closed_why"),
            ),
            (Outcome, "action__plan__partnership", ("words", "closed_why")),
            (Standing, "action__plan__partnership", ("words", "condition")),
            (Standing, "outcome__action__plan__partnership", ("words", "condition")),
            (Revision, "plan__partnership", ("old", "new", "why")),
        )
    )


def _remove(
    model: type[models.Model], of: dict[str, int], fields: tuple[str, ...], words: str
) -> int:
    count = 0
    for row in model._default_manager.filter(**of):
        changed = {name: _without(getattr(row, name), words) for name in fields}
        changed = {name: new for name, new in changed.items() if new != getattr(row, name)}
        if changed:
            model._default_manager.filter(pk=row.pk).update(**changed)
            count += len(changed)
    return count


def _without(value: Any, words: str) -> Any:
    if isinstance(value, str):
        return value.replace(words, GONE)
    if isinstance(value, list):
        return [_without(item, words) for item in value]
    if isinstance(value, dict):
        return {key: _without(item, words) for key, item in value.items()}
    return value
