"""Lines of the record as somebody may read them who may not see every promise."""

from collections.abc import Mapping, Sequence

from frankpledge.partnership.models import Partnership
from frankpledge.plan.models import Action, Outcome
from frankpledge.record.models import Line

UNSEEN = "A restricted promise, or one that was removed from a draft"


def lines_for_others(
    partnership: Partnership, lines: Sequence[Line], seen_besides: Mapping[str, set[str]]
) -> list[Line]:
    """In place of each line about a promise that these readers do not see, that there is one.

    `seen_besides` has, of other kinds that are each about one promise, those that they may see.
    """
    seen = {**seen_besides, **_seen(partnership, lines)}
    return [
        line
        if line.subject_kind not in seen or line.subject_id in seen[line.subject_kind]
        else _without_words(line)
        for line in lines
    ]


def _seen(partnership: Partnership, lines: Sequence[Line]) -> dict[str, set[str]]:
    def ids(kind: str) -> list[str]:
        return [line.subject_id for line in lines if line.subject_kind == kind]

    actions = Action.objects.filter(plan__partnership=partnership, pk__in=ids("action"))
    outcomes = Outcome.objects.filter(action__plan__partnership=partnership, pk__in=ids("outcome"))
    open_actions = actions.exclude(audience="restricted")
    open_outcomes = outcomes.exclude(action__audience="restricted")
    return {
        "action": {str(pk) for pk in open_actions.values_list("pk", flat=True)},
        "outcome": {str(pk) for pk in open_outcomes.values_list("pk", flat=True)},
    }


def _without_words(line: Line) -> Line:
    content = {"by": line.content.get("by", ""), "what": UNSEEN, "old": {}, "new": {}, "why": ""}
    verb = f"{line.subject_kind}.changed"
    return Line(number=line.number, at=line.at, verb=verb, content=content, hash=line.hash)
