"""What there is to do before a draft becomes a plan, and what of it is done."""

from typing import Any

from frankpledge.desk.access import DeskRequest
from frankpledge.desk.drafts.around import to
from frankpledge.ui.said import count, date_long


def steps(request: DeskRequest, shown: Any) -> list[dict[str, Any]]:
    found = [_look(shown), _facts(request, shown.draft)]
    if shown.draft.follows_id:
        found.append(_matching(request, shown.draft))
    return [*found, _take_in(request, shown)]


def _look(shown: Any) -> dict[str, Any]:
    left = shown.left
    return {
        "title": "Look at what is doubtful",
        "url": "#doubts" if left else "",
        "status": f"{left:,} left" if left else "Done",
        "done": not left,
    }


def _facts(request: DeskRequest, draft: Any) -> dict[str, Any]:
    known = bool(draft.title and draft.starts and draft.ends)
    days = f"{date_long(draft.starts)} to {date_long(draft.ends)}" if known else ""
    after = f", after ‘{draft.follows.title}’" if draft.follows_id else ""
    return {
        "title": "Its name and dates, and the plan it follows",
        "hint": f"{draft.title}, {days}{after}" if known else "",
        "url": to(request, draft, "draft-facts"),
        "status": "Read from the document" if known else "To do",
        "done": known,
    }


def _matching(request: DeskRequest, draft: Any) -> dict[str, Any]:
    return {
        "title": f"Compare it with ‘{draft.follows.title}’",
        "url": to(request, draft, "draft-matching"),
        "status": "Look at it",
    }


def _take_in(request: DeskRequest, shown: Any) -> dict[str, Any]:
    promises = shown.counts.actions
    ready = bool(shown.draft.title and shown.draft.starts and shown.draft.ends)
    return {
        "title": "Make it a plan",
        "hint": count(promises, "promise") if promises else "No promises: priorities and prose",
        "url": to(request, shown.draft, "draft-take-in"),
        "status": "Ready" if ready else "Needs its dates",
    }
