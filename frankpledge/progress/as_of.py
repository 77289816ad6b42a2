"""The plan as it stood for a round: what is said of later periods is for later rounds. Pure."""

import datetime
from collections.abc import Mapping
from typing import Any

from frankpledge.language.states import State

Doc = dict[str, Any]
# These are decided and not said; nobody says anything of them afterwards.
DECIDED = (State.STRUCK, State.CARRIED, State.THROUGH_ANOTHER)


def without_later(plan: Doc, ends: datetime.date) -> Doc:
    """A round that is frozen late, or once more, tells of its own period."""
    ratings = {str(rating["label"]): rating["pk"] for rating in plan["ratings"]}
    actions = [
        {
            **_stood(action, ends, ratings),
            "outcomes": [_stood(outcome, ends, ratings) for outcome in action["outcomes"]],
        }
        for action in plan["actions"]
    ]
    return {**plan, "actions": actions}


def _stood(row: Doc, ends: datetime.date, ratings: Mapping[str, int]) -> Doc:
    """Newest first, by its own date; a row that lost nothing is left as it is."""
    said = row["standings"]
    kept = [one for one in said if not _is_later(one, ends)]
    if len(kept) == len(said):
        return row
    rated = _rated(kept)
    if row["state"] in DECIDED or rated[:1] == _rated(said)[:1]:
        return {**row, "standings": kept}
    if not rated:
        unsaid = {"state": State.NOT_STATED.value, "rating_id": None, "said_on": None}
        return {**row, "standings": kept, **unsaid}
    newest = rated[0]
    return {
        **row,
        "standings": kept,
        "state": newest["state"],
        "rating_id": ratings.get(newest["rating"] or ""),
        "said_on": newest["said_on"],
    }


def _rated(said: list[Doc]) -> list[Doc]:
    return [one for one in said if not one["words_only"]]


def _is_later(standing: Doc, ends: datetime.date) -> bool:
    return (standing["period"] or "") > ends.isoformat()
