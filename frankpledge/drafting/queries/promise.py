"""One promise of a draft, to change any part of it."""

from dataclasses import dataclass
from typing import Any

from frankpledge.drafting.doubts import Doubt
from frankpledge.drafting.doubts.doubt import label_of
from frankpledge.drafting.models import Draft
from frankpledge.drafting.present import present
from frankpledge.drafting.queries.finding import NotThere, draft_in
from frankpledge.drafting.queries.page import Choice, choices
from frankpledge.drafting.tracing import SourcePiece, traced
from frankpledge.partnership.models import Partnership

File = dict[str, Any]


@dataclass(frozen=True)
class PromisePage:
    draft: Draft
    action: File
    priorities: list[File]
    source: list[SourcePiece]
    doubts: list[Doubt]
    others: list[Choice]
    who: list[Choice]


def promise_page(partnership: Partnership, pk: int, name: str) -> PromisePage:
    now = present(draft_in(partnership, pk))
    action = next((each for each in now.file["actions"] if each["id"] == name), None)
    if action is None:
        raise NotThere
    ids = {name, *(outcome["id"] for outcome in action["outcomes"])}
    pieces = traced(now.reading.source, now.file)
    others = [each for each in now.file["actions"] if each is not action]
    return PromisePage(
        draft=now.draft,
        action=action,
        priorities=now.file["priorities"],
        source=[piece for piece in pieces if any(went.id in ids for went in piece.went)],
        doubts=[doubt for doubt in now.doubts if doubt.of in ids],
        others=[(each["id"], label_of(each)) for each in others],
        who=choices(now.people),
    )
