"""What the plan is called, when it runs and which it follows."""

from datetime import date

from frankpledge.drafting.changes.turns import counted, in_turn
from frankpledge.drafting.models import Draft
from frankpledge.plan.models import Plan
from frankpledge.record import lines
from frankpledge.record.errors import Refused
from frankpledge.record.texts import refuse_unkeepable


def choose_facts(
    *,
    draft: Draft,
    title: str,
    starts: date,
    ends: date,
    follows: Plan | None,
    version: int,
    by: lines.Author,
) -> None:
    _require(draft, title, starts, ends, follows)
    with in_turn(draft, version):
        draft.title, draft.starts, draft.ends = title.strip(), starts, ends
        draft.follows = follows
        counted(draft)


def _require(draft: Draft, title: str, starts: date, ends: date, follows: Plan | None) -> None:
    refuse_unkeepable("title", title)
    if not title.strip():
        raise Refused("The plan needs a name.", field="title")
    if len(title.strip()) > 200:
        raise Refused("The name may have at most 200 characters.", field="title")
    if ends < starts:
        raise Refused("The plan must end after it starts.", field="ends")
    if follows and follows.partnership_id != draft.partnership_id:
        raise Refused("A plan follows one of its own partnership.", field="follows")
