"""Everything that the page of a draft shows."""

from dataclasses import dataclass
from typing import Any

from frankpledge.drafting.doubts import Doubt
from frankpledge.drafting.mending import KINDS
from frankpledge.drafting.models import Draft, Mend
from frankpledge.drafting.present import Present, columns_of, present
from frankpledge.drafting.queries.finding import draft_in
from frankpledge.drafting.tracing import SourcePiece, traced
from frankpledge.partnership.models import Partnership
from frankpledge.plan.planfile.who import Known

File = dict[str, Any]
Choice = tuple[str, str]


@dataclass(frozen=True)
class Counts:
    priorities: int
    actions: int
    outcomes: int
    passages: int
    figures: int
    loose: int
    struck: int
    statuses: int


@dataclass(frozen=True)
class ColumnRead:
    head: str
    key: str
    means: str
    by: str  # habit, mend, or nobody: the reader itself


@dataclass(frozen=True)
class MendLine:
    mend: Mend
    what: str
    undone: bool
    unfit: str


@dataclass(frozen=True)
class UnderPriority:
    priority: File | None
    depth: int
    actions: list[File]


@dataclass(frozen=True)
class DraftPage:
    draft: Draft
    file: File
    doubts: list[Doubt]
    left: int
    counts: Counts
    source: list[SourcePiece]
    columns: list[ColumnRead]
    mends: list[MendLine]
    priorities: list[UnderPriority]
    who: list[Choice]
    can_undo: bool


def draft_page(partnership: Partnership, pk: int) -> DraftPage:
    now = present(draft_in(partnership, pk))
    return DraftPage(
        draft=now.draft,
        file=now.file,
        doubts=now.doubts,
        left=now.left,
        counts=counts_of(now.file),
        source=traced(now.reading.source, now.file),
        columns=_columns(now),
        mends=[_line(mend, now) for mend in reversed(now.mends)],
        priorities=tree(now.file),
        who=choices(now.people),
        can_undo=any(mend.undone_at is None for mend in now.mends),
    )


def counts_of(file: File) -> Counts:
    rows = [each for action in file["actions"] for each in (action, *action["outcomes"])]
    return Counts(
        priorities=len(file["priorities"]),
        actions=len(file["actions"]),
        outcomes=len(rows) - len(file["actions"]),
        passages=len(file["passages"]),
        figures=len(file["figures"]),
        loose=sum(1 for piece in file["pieces"] if piece["kind"] == "unplaced"),
        struck=sum(1 for each in rows if each.get("struck")),
        statuses=sum(1 for each in rows if each["status"]),
    )


def _columns(now: Present) -> list[ColumnRead]:
    habits = now.draft.habits.get("columns", {})
    told = columns_of(now.draft, now.mends)
    found = []
    for head in now.reading.heads:
        key = head["key"]
        remembered = habits.get(key) == told.get(key)
        by = "" if key not in told else "habit" if remembered else "mend"
        found.append(ColumnRead(head["head"], key, told.get(key) or head["means"], by))
    return found


def _line(mend: Mend, now: Present) -> MendLine:
    unfit = now.mended.unfit.get(mend.number, "")
    return MendLine(mend, KINDS[mend.kind].label, mend.undone_at is not None, unfit)


def tree(file: File) -> list[UnderPriority]:
    """The priorities with what stands under each; promises under none come last."""
    found: list[UnderPriority] = []
    _under(file, None, 0, found)
    loose = [action for action in file["actions"] if not action["priorities"]]
    return [*found, UnderPriority(None, 0, loose)] if loose else found


def _under(file: File, parent: str | None, depth: int, found: list[UnderPriority]) -> None:
    for priority in file["priorities"]:
        if priority["parent"] == parent:
            name = priority["id"]
            own = [action for action in file["actions"] if name in action["priorities"]]
            found.append(UnderPriority(priority, depth, own))
            _under(file, name, depth + 1, found)


def choices(people: Known) -> list[Choice]:
    """Whom a printed lead may mean, as a mend is given it."""
    bodies = {body.name for rows in people.organisations.values() for body in rows}
    posts = {post.title for rows in people.posts.values() for post in rows}
    groups = {place.group.name for rows in people.groups.values() for place in rows}
    parts = (("organisation", bodies), ("post", posts), ("group", groups))
    return [(f"{part}:{name}", name) for part, names in parts for name in sorted(names)]
