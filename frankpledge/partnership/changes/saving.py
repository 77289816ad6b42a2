"""What every change of this room does alike: check, save, compare versions, tell the record."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models

from frankpledge.partnership.models import Partnership
from frankpledge.record import lines
from frankpledge.record.errors import Refused, Stale
from frankpledge.record.models import HOST
from frankpledge.record.texts import refuse_unkeepable
from frankpledge.record.told import told

Row = TypeVar("Row", bound=models.Model)


def chain_of(partnership: Partnership | None) -> str:
    """Where a change is told: in the record of the partnership whose people made it."""
    return partnership.chain if partnership else HOST


def facts(row: models.Model, fields: Iterable[str]) -> dict[str, Any]:
    """What a new row says, leaving out what was left empty."""
    found = {name: told(getattr(row, name)) for name in fields}
    return {name: value for name, value in found.items() if value not in (None, "", [])}


def save(row: Row) -> Row:
    """Saves what fits its columns and constraints, and refuses the rest in words.

    Both databases must refuse alike, and SQLite would keep an overlong text without a murmur.
    """
    for field in row._meta.concrete_fields:
        refuse_unkeepable(field.name, getattr(row, field.attname))
    try:
        row.full_clean()
    except ValidationError as error:
        raise refusal(error) from error
    try:
        row.save()
    except IntegrityError as error:  # it was there between looking and saving
        raise Refused("Somebody else has just saved the same. Look at it again.") from error
    return row


def refusal(error: ValidationError) -> Refused:
    name, messages = next(iter(error.message_dict.items()))
    if name == "__all__":
        return Refused(messages[0])
    label = name.replace("_", " ").capitalize()
    return Refused(f"{label}: {messages[0]}", field=name)


def locked(row: Row) -> Row:
    """The row as it stands now, held until the change is done. Rows may still be hung on it."""
    model: Any = row._meta.model  # not its type: the account of a request comes wrapped
    return model._default_manager.select_for_update(of=("self",), no_key=True).get(pk=row.pk)


def edit(
    row: Row, changed: Mapping[str, Any], *, version: int | None
) -> tuple[Row, dict[str, Any], dict[str, Any]]:
    """Sets the fields that differ. Returns the row, what they said and what they say now."""
    current: Any = locked(row)
    if version is not None and version != current.version:
        raise Stale(
            version=current.version, current={name: getattr(current, name) for name in changed}
        )
    old, new = _set(current, changed)
    if new:
        if hasattr(current, "version"):
            current.version += 1
        save(current)
    return current, old, new


def _set(row: models.Model, changed: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    old: dict[str, Any] = {}
    new: dict[str, Any] = {}
    for name, value in changed.items():
        before = getattr(row, name)
        if before != value:
            old[name], new[name] = told(before), told(value)
            setattr(row, name, value)
    return old, new


def only(changed: Mapping[str, Any], allowed: frozenset[str]) -> Mapping[str, Any]:
    unknown = set(changed) - allowed
    if unknown:
        raise TypeError(f"Not to be changed here: {', '.join(sorted(unknown))}")
    return changed


def subject(row: models.Model, label: str = "") -> lines.Subject:
    name = row._meta.model_name or ""
    return lines.Subject(name, str(row.pk), label or str(row))
