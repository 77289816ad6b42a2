"""Plans in prose: the aims that are listed once and then are headings of their own."""

from typing import Any

from frankpledge.reading.words import alike

PlanFile = dict[str, Any]


def priorities_in_prose(plan: PlanFile) -> None:
    """A heading whose very words stand in a list of the plan is a priority; the list stays."""
    listed = {
        alike(line) for passage in plan["passages"] for line in passage["text"].split("\n") if line
    }
    for passage in plan["passages"]:
        heading = passage["heading"]
        if not heading or not passage["text"] or len(alike(heading).split()) < 2:
            continue
        if alike(heading) in listed and alike(heading) not in _known(plan):
            plan["priorities"].append(
                {
                    "id": f"p{len(plan['priorities']) + 1}",
                    "ref": None,
                    "title": heading,
                    "parent": None,
                    "lead": None,
                    "indicators": [],
                }
            )
            passage["heading"] = None
            passage["priority"] = plan["priorities"][-1]["id"]


def _known(plan: PlanFile) -> set[str]:
    return {alike(priority["title"]) for priority in plan["priorities"]}
