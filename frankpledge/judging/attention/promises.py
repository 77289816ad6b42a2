"""Promises past their day, and promises of which nothing is heard."""

from collections.abc import Iterator
from datetime import date

from frankpledge.judging.attention.matter import Matter
from frankpledge.plan.queries import Row, Work

SHORT = 90
# As freshness knows them: nobody was asked, so nobody can be late.
NOT_THEIRS = ("not-asked", "asked")


def of_promises(work: Work, as_at: date) -> Iterator[Matter]:
    for row in sorted(work.past, key=lambda row: row.due or as_at):
        yield _overdue(row, as_at)
    gone = {row.action.pk for row in work.past}
    for row in work.unsaid:
        if row.action.pk not in gone and row.freshness.key not in NOT_THEIRS:
            yield _stale(row)


def named(row: Row) -> str:
    return shortened(f"{row.ref} {row.words}".strip())


def is_restricted(row: Row) -> bool:
    return row.action.audience == "restricted"


def shortened(words: str) -> str:
    return words if len(words) <= SHORT else f"{words[: SHORT - 1].rstrip()}…"


def _overdue(row: Row, as_at: date) -> Matter:
    due = row.due or as_at
    late = (as_at - due).days
    when = f"{late} day{'s' if late != 1 else ''} ago"
    return Matter(
        "overdue",
        f"overdue:{row.action.pk}:{due}",
        f"{named(row)}: promised for {due.day} {due:%B %Y}, {when}, and {row.shown.label.lower()}.",
        f"Ask {row.leads or 'whoever answers for it'} what became of it, or say when it is now "
        "expected.",
        "desk:action",
        (row.action.pk,),
        restricted=is_restricted(row),
    )


def _stale(row: Row) -> Matter:
    return Matter(
        "stale",
        f"stale:{row.action.pk}",
        f"{named(row)}: {row.freshness.words.lower()}.",
        f"Ring {row.leads}, and type what you hear."
        if row.leads
        else "Name somebody who can be asked.",
        "desk:action",
        (row.action.pk,),
        restricted=is_restricted(row),
    )
