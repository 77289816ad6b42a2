"""What stands at the head of a form."""

from frankpledge.progress.models import Request
from frankpledge.progress.queries.wording import period_words


def title_of(request: Request) -> str:
    round_ = request.round
    period = period_words(round_)
    return f"{round_.partnership.name}, {period}: {request.called}"


def how_to_fill(due: str) -> list[str]:
    return [
        f"Fill in the white cells, and bring this back where you got it by {due}.",
        "Grey cells are there to read. What concerns a whole promise is written in its first row.",
        "Leave a cell empty where there is nothing to say. Nought is a number: type 0.",
        "No names of victims, offenders or residents.",
    ]


def file_name(request: Request, ending: str) -> str:
    """It names the period and nobody."""
    return f"answers-{request.round.name}-{request.pk}.{ending}"


def due_words(request: Request) -> str:
    due = request.round.due_on
    return f"{due.day} {due:%B %Y}"
