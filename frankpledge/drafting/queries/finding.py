"""Drafts and habits of one partnership: another's are the same as none."""

from dataclasses import dataclass

from frankpledge.drafting.models import Draft, Habit
from frankpledge.partnership.models import Partnership
from frankpledge.plan.queries import NotThere

__all__ = ["DraftLine", "NotThere", "draft_in", "drafts_of", "habit_in", "habits_of"]
OPEN_FIRST = {"open": 0, "adopted": 1, "put-aside": 2}


@dataclass(frozen=True)
class DraftLine:
    draft: Draft
    left: int
    actions: int


def drafts_of(partnership: Partnership) -> list[DraftLine]:
    rows = Draft.objects.filter(partnership=partnership).select_related("follows", "adopted_as")
    lines = [DraftLine(row, row.left, row.promises) for row in rows]
    return sorted(lines, key=lambda line: OPEN_FIRST[line.draft.state])


def draft_in(partnership: Partnership, pk: int) -> Draft:
    rows = Draft.objects.filter(partnership=partnership).select_related("follows", "adopted_as")
    draft = rows.filter(pk=pk).first()
    if draft is None:
        raise NotThere
    draft.partnership = partnership
    return draft


def habits_of(partnership: Partnership) -> list[Habit]:
    """Of several words on the same thing, the newest, which counts."""
    rows = Habit.objects.filter(partnership=partnership, forgotten_at=None).order_by("pk")
    newest = {(habit.kind, habit.said): habit for habit in rows}
    return sorted(newest.values(), key=lambda habit: (habit.kind, habit.said))


def habit_in(partnership: Partnership, pk: int) -> Habit:
    habit = Habit.objects.filter(partnership=partnership, forgotten_at=None, pk=pk).first()
    if habit is None:
        raise NotThere
    habit.partnership = partnership
    return habit
