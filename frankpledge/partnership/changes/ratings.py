"""A partnership's own rating scale, worst first. What was once used is retired, never deleted."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from frankpledge.language.states import State
from frankpledge.partnership import scales
from frankpledge.partnership.changes.saving import edit, facts, locked, only, save, subject
from frankpledge.partnership.models import Partnership, Rating
from frankpledge.partnership.models.dated import today
from frankpledge.partnership.used import is_used
from frankpledge.record import lines
from frankpledge.record.errors import Refused, Stale

FIELDS = frozenset({"label", "meaning", "shape", "colour", "implies", "is_good"})


@transaction.atomic
def add_rating(
    *,
    partnership: Partnership,
    label: str,
    shape: str,
    colour: str,
    by: lines.Author,
    meaning: str = "",
    implies: str = State.IN_PROGRESS,
    is_good: bool = False,
    why: str = "",
) -> Rating:
    """Joins the scale at its better end."""
    locked(partnership)
    standing = current(partnership)
    rating = Rating(
        partnership=partnership,
        label=label,
        meaning=meaning,
        shape=shape,
        colour=colour,
        implies=implies,
        is_good=is_good,
        severity=max((each.severity for each in standing), default=0) + 1,
        starts=today(),
    )
    _refuse_twins(rating, standing)
    save(rating)
    _tell(rating, "rating.added", by, {}, facts(rating, sorted(FIELDS)), why)
    return rating


@transaction.atomic
def change_rating(
    *, rating: Rating, by: lines.Author, version: int | None = None, why: str = "", **changed: Any
) -> Rating:
    """What was judged by it keeps its word and mark: then another takes its place from here on."""
    locked(rating.partnership)
    wanted = only(changed, FIELDS)
    if is_used(rating):
        return _replaced(locked(rating), wanted, version, by, why)
    row, old, new = edit(rating, wanted, version=version)
    _refuse_twins(row, current(row.partnership))
    if new:
        _tell(row, "rating.changed", by, old, new, why)
    return row


def _replaced(
    row: Rating, wanted: Mapping[str, Any], version: int | None, by: lines.Author, why: str
) -> Rating:
    if version is not None and version != row.version:
        raise Stale(version=row.version, current={name: getattr(row, name) for name in wanted})
    changed = {name: value for name, value in wanted.items() if getattr(row, name) != value}
    if not changed:
        return row
    kept = {name: getattr(row, name) for name in FIELDS}
    old = {name: kept[name] for name in changed}
    row.ends = today()
    save(row)
    follower = Rating(
        partnership=row.partnership,
        severity=row.severity,
        starts=today(),
        version=row.version + 1,
        **{**kept, **changed},
    )
    _refuse_twins(follower, current(row.partnership))
    save(follower)
    _tell(follower, "rating.replaced", by, old, changed, why)
    return follower


@transaction.atomic
def retire_rating(*, rating: Rating, by: lines.Author, why: str = "") -> Rating:
    """No longer to be chosen. What was judged by it keeps it."""
    row = locked(rating)
    if row.ends is not None:
        raise Refused(f"'{row.label}' is already retired.")
    row.ends = today()
    save(row)
    _tell(row, "rating.retired", by, {}, {"ends": row.ends.isoformat()}, why)
    return row


@transaction.atomic
def order_ratings(
    *, partnership: Partnership, order: Sequence[int], by: lines.Author, why: str = ""
) -> list[Rating]:
    """The ids of the scale's ratings, worst first."""
    locked(partnership)
    standing = {rating.pk: rating for rating in current(partnership)}
    if sorted(order) != sorted(standing):
        raise Refused("The scale has changed since this page was shown. Look at it again.")
    before = [rating.label for rating in standing.values()]
    ordered = [standing[pk] for pk in order]
    for severity, rating in enumerate(ordered, start=1):
        rating.severity = severity
        rating.save(update_fields=["severity"])
    after = [rating.label for rating in ordered]
    if after != before:
        lines.write(
            chain=partnership.chain,
            by=by,
            verb="rating.ordered",
            subject=subject(partnership),
            old={"order": before},
            new={"order": after},
            why=why,
        )
    return ordered


def lay_out(*, partnership: Partnership, scale: Sequence[scales.Step], by: lines.Author) -> None:
    for step in scale:
        add_rating(
            partnership=partnership,
            label=step.label,
            shape=step.shape,
            colour=step.colour,
            meaning=step.meaning,
            implies=step.implies,
            is_good=step.is_good,
            by=by,
        )


def current(partnership: Partnership) -> list[Rating]:
    # Retired today is retired, so the end alone decides and not the day.
    return list(Rating.objects.filter(partnership=partnership, ends__isnull=True))


def _refuse_twins(rating: Rating, standing: Sequence[Rating]) -> None:
    for other in standing:
        if other.pk == rating.pk or rating.ends is not None:
            continue
        if other.label.casefold() == rating.label.casefold():
            raise Refused(f"There is already a rating called '{other.label}'.", field="label")
        if other.shape == rating.shape:
            raise Refused(
                f"'{other.label}' already has this shape. Choose another: "
                "shape tells ratings apart where colour cannot.",
                field="shape",
            )


def _tell(
    rating: Rating,
    verb: str,
    by: lines.Author,
    old: dict[str, Any],
    new: dict[str, Any],
    why: str,
) -> None:
    lines.write(
        chain=rating.partnership.chain,
        by=by,
        verb=verb,
        subject=subject(rating),
        old=old,
        new=new,
        why=why,
    )
