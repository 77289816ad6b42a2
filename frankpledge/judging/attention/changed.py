"""News of the evidence: the newest months only, with all that was looked at allowed for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.text import slugify

from frankpledge.evidence.queries.news import Newest, Piece, newest
from frankpledge.figures.periods import Period
from frankpledge.judging.attention.matter import Matter
from frankpledge.partnership.models import Partnership
from frankpledge.record.errors import Refused


@dataclass(frozen=True)
class Looked:
    matters: tuple[Matter, ...]
    # What was looked at, or why nothing was.
    words: str
    month: Period | None = None


def changed(partnership: Partnership, as_at: date) -> Looked:
    try:
        found = newest(partnership, as_at)
    except Refused as refused:
        return Looked((), refused.sentence)
    return Looked(tuple(_matters(found)), _words(found), found.month)


def _words(found: Newest) -> str:
    return (
        f"{found.looked_at} series of police figures were looked at, to "
        f"{found.month.words if found.month else 'no month'}. At most "
        "1 in 20 of what is told here is owed to chance."
    )


def _matters(found: Newest) -> Iterator[Matter]:
    """A ward is told of beside its whole only where it goes the other way or goes alone."""
    whole = {(piece.type, piece.news.words) for piece in found.pieces if not piece.ward}
    told: set[tuple[str, str]] = set()
    for piece in found.pieces:
        same = piece.type, piece.news.words
        # Wards with few each are added up, which may tell of the whole a second time.
        if same in (whole if piece.ward else told):
            continue
        told |= set() if piece.ward else {same}
        yield Matter(
            "changed",
            f"changed:{piece.type}:{piece.ward}:{piece.news.words}",
            piece.news.sentence,
            _do(piece),
            "desk:evidence-place" if piece.ward else "desk:evidence-type",
            (piece.ward or slugify(piece.type),),
        )


def _do(piece: Piece) -> str:
    if piece.ward:
        return "See which months and which types it is, and ask the neighbourhood team."
    return "See where and when it is, and ask the police what they know of it."
