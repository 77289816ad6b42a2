"""What an answer says, as the words that stand in the plan. Pure."""

from collections.abc import Mapping

from frankpledge.progress.given import NO_CHANGE
from frankpledge.progress.models import Answer


def words_of(answer: Answer, priorities: Mapping[str, str]) -> str:
    """Help, concerns and decisions are between the lead and the coordinator, and not among them."""
    parts = [answer.happened, answer.why, answer.next_step]
    for key, words in answer.by_priority.items():
        parts.append(f"{priorities.get(key, 'Elsewhere')}: {words}")
    said = "\n\n".join(part for part in parts if part)
    if answer.no_change:
        return f"{NO_CHANGE}\n\n{said}" if said else NO_CHANGE
    return said
