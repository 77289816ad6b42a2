"""The one exception to 'nothing is lost': a text that the law says must not be kept."""

from collections.abc import Callable
from typing import Any

from django.db import models, transaction

from frankpledge.record import digests, lines
from frankpledge.record.models import Line, Section

# Rooms that hold words register here what removes them from live rows.
Remove = Callable[[str, str], int]
_removers: list[Remove] = []


def also_removes(remove: Remove) -> Remove:
    _removers.append(remove)
    return remove


@transaction.atomic
def withdraw(*, chain: str, words: str, by: lines.Author, why: str) -> int:
    """Removes the words wherever they stand, leaving who, when and why. Returns how many places."""
    count = _from_lines(chain, words) + _from_sections(chain, words)
    count += sum(remove(chain, words) for remove in _removers)
    if count:
        lines.write(
            chain=chain,
            by=by,
            verb="record.withdrawn",
            subject=lines.Subject("record", chain, f"a text in {count} places"),
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
