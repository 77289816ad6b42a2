"""The one exception to 'nothing is lost': a text that the law says must not be kept."""

from collections.abc import Callable
from typing import Any

from django.db import connection, models, transaction

from frankpledge.record import digests, lines
from frankpledge.record.models import Freeze, Line, Section
from frankpledge.record.wording import GONE

# Rooms that hold words register here what removes them from live rows.
Remove = Callable[[str, str], int]
_removers: list[Remove] = []


def also_removes(remove: Remove) -> Remove:
    _removers.append(remove)
    return remove


@transaction.atomic
def withdraw(*, chain: str, words: str, by: lines.Author, why: str) -> int:
    """Removes the words wherever they stand, leaving who, when and why. Returns how many places."""
    lines.hold(chain)
    count = sealed = _from_lines(chain, words) + _from_sections(chain, words)
    # The name of whoever made a freeze stands beside it for reading; its seal does not cover it.
    freezes: models.QuerySet[Any] = models.QuerySet(Freeze).filter(chain=chain)
    count += freezes.filter(by_name__contains=words).update(by_name=GONE)
    count += sum(remove(chain, words) for remove in _removers)
    if count:
        lines.write(
            chain=chain,
            by=by,
            verb="record.withdrawn",
            subject=lines.Subject("record", chain, f"a text in {count} places"),
            new={"sealed": sealed},
            why=why,
        )
    return count


def _from_lines(chain: str, words: str) -> int:
    return sum(
        _cleaned(Line, line.pk, line.content, line.salts, words, "content")
        for line in Line.objects.filter(chain=chain).iterator(500)
    )


def _from_sections(chain: str, words: str) -> int:
    return sum(
        _cleaned(Section, section.pk, section.body, section.salts, words, "body")
        for section in Section.objects.filter(freeze__chain=chain).iterator(50)
    )


def _cleaned(
    model: type[models.Model],
    pk: int,
    document: object,
    salts: dict[str, str],
    words: str,
    field: str,
) -> int:
    kept = dict(salts)
    cleaned, count = digests.without_texts(document, kept, words)
    if count:
        # The plain manager, since the record's own refuses every change but this one.
        rows: models.QuerySet[Any] = models.QuerySet(model).filter(pk=pk)
        rows.update(**{field: cleaned, "salts": kept})
    return count


def remove_from_rows(model: type[models.Model], of: dict[str, Any], words: str) -> int:
    """Removes the words from every text of the rows, whatever fields they may come to have."""
    names = [field.name for field in model._meta.concrete_fields if _holds_words(field)]
    count = 0
    for row in model._default_manager.filter(**of):
        changed = {name: _without(getattr(row, name), words) for name in names}
        changed = {
            name: _fitted(model, name, new)
            for name, new in changed.items()
            if new != getattr(row, name)
        }
        if changed:
            model._default_manager.filter(pk=row.pk).update(**changed)
            count += len(changed)
    return count


def _holds_words(field: Any) -> bool:
    words = isinstance(field, models.CharField | models.TextField | models.JSONField)
    return words and not field.choices and not field.unique


def _without(value: Any, words: str) -> Any:
    if isinstance(value, str):
        return value.replace(words, GONE)
    if isinstance(value, list):
        return [_without(item, words) for item in value]
    if isinstance(value, dict):
        return {key: _without(item, words) for key, item in value.items()}
    return value


def _fitted(model: type[models.Model], name: str, value: Any) -> Any:
    """What is left, where it fits; an address with a hole in it would be none."""
    field: Any = model._meta.get_field(name)
    if isinstance(field, models.EmailField):
        return ""
    longest = getattr(field, "max_length", None)
    return value[:longest] if longest and isinstance(value, str) else value


def forget_old_pages() -> None:
    """What was removed may still lie in the free pages of a SQLite file until it is rewritten."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
