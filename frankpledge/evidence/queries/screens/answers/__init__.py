"""Questions asked of the evidence from a page: the same rows as the command line gives."""

from collections.abc import Callable

from frankpledge.evidence import asking
from frankpledge.evidence.asking.scope import Scope
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.queries.screens.answers import comparing, counting, months, placing
from frankpledge.evidence.queries.screens.answers.question import Answer, Question
from frankpledge.partnership.models import Partnership

Ask = Callable[[Engine, Scope, Question], Answer]
ASKS: dict[str, Ask] = {
    "counts": counting.counts,
    "rolling": counting.rolling,
    "compare": comparing.compare,
    "chart": months.chart,
    "seasons": months.seasons,
    "hours": months.hours,
    "hotspots": placing.hotspots,
    "share": placing.share,
}
# Those that depend on whose evidence it is.
OURS: dict[str, Callable[[Engine, Scope, Question, Partnership], Answer]] = {
    "rank": comparing.rank,
    "harm": placing.harm,
}
QUESTIONS = (*ASKS, *OURS)


def answer(partnership: Partnership, question: Question) -> Answer:
    """Refused, or CannotWorkOut, with the sentence to show."""
    with asking.opened(partnership) as asked:
        scope = asking.scope(
            asked,
            area=question.area or None,
            start=question.start or None,
            end=question.end or None,
            types=question.types,
            source=question.source or None,
            grain=question.grain or None,
        )
        if question.what in OURS:
            return OURS[question.what](asked, scope, question, partnership)
        return ASKS[question.what](asked, scope, question)


__all__ = ["QUESTIONS", "Answer", "Question", "answer"]
