"""The words of the letters that go to leads. Pure."""

import datetime
from collections.abc import Sequence

from frankpledge.plan.models import Action
from frankpledge.progress.models import Item, Request, Rhythm
from frankpledge.progress.periods import day_words
from frankpledge.progress.queries.wording import period_words, periods_words

Written = tuple[str, str]  # subject and body
MOST_NAMED = 12


def ask(request: Request, items: Sequence[Item], rhythm: Rhythm) -> Written:
    round_ = request.round
    many = promises(len(items))
    body = _paragraphs(
        f"{round_.partnership.name} asks how {_yours(len(items))} went from "
        f"{period_words(round_)}:",
        _listed(items),
        f"Please answer by {day_words(round_.due_on)}. It takes a few minutes and no account:",
        "{link}",
        "The link is yours alone. Somebody else should answer? Open it and pass the promise on.",
        rhythm.letter_words,
        _ring(rhythm),
    )
    return f"{round_.partnership.name}: {many} to answer for by {_short(round_.due_on)}", body


def remind(request: Request, items: Sequence[Item], rhythm: Rhythm, day: datetime.date) -> Written:
    round_ = request.round
    late = day > round_.due_on
    begun = "We have not had your answer yet for:" if late else "Still to be answered:"
    when = f"They were due on {day_words(round_.due_on)}." if late else ""
    body = _paragraphs(
        f"{round_.partnership.name}, {period_words(round_)}. {begun}",
        _listed(items),
        when or f"Please answer by {day_words(round_.due_on)}.",
        "Answer here; 'no change since last time' is one press:",
        "{link}",
        _ring(rhythm),
    )
    kind = "overdue" if late else "still to answer"
    return f"{round_.partnership.name}: {promises(len(items))} {kind}", body


def workbook(request: Request, items: Sequence[Item]) -> Written:
    round_ = request.round
    body = _paragraphs(
        f"The workbook for {round_.partnership.name}, {period_words(round_)}, is enclosed. "
        "It asks about:",
        _listed(items),
        f"Fill in the white cells by {day_words(round_.due_on)}. Then bring it back here, under "
        "'In a workbook, or on paper':",
        "{link}",
        "Or mail it to whoever runs the round. What you sent or typed already is not in it, and "
        "is not lost.",
    )
    return f"{round_.partnership.name}: your workbook", body


def sent_back(item: Item) -> Written:
    """The question itself stays behind the link: a mail goes through many hands."""
    round_ = item.request.round
    body = _paragraphs(
        f"{round_.partnership.name} has read your answer for {period_words(round_)} and has a "
        "question:",
        _listed([item]),
        "Read it, and answer again, by the same link as before:",
        "{link}",
        "What you sent stays on record.",
    )
    return f"{round_.partnership.name}: a question about your answer", body


def to_board_member(request: Request, items: Sequence[Item], rhythm: Rhythm) -> Written:
    round_ = request.round
    body = _paragraphs(
        f"{request.called} has not yet told {round_.partnership.name} how "
        f"{promises(len(items))} went from {period_words(round_)}:",
        _listed(items),
        f"The answer was due on {day_words(round_.due_on)}. Could you ask for it? They have a link "
        "by mail, and we can send another.",
        _ring(rhythm),
    )
    return f"{round_.partnership.name}: no answer from {request.called} yet", body


def promises(many: int) -> str:
    return "one promise" if many == 1 else f"{many} promises"


def _yours(many: int) -> str:
    return "your promise" if many == 1 else f"your {many} promises"


def _listed(items: Sequence[Item]) -> str:
    """A restricted promise is not named in a mail."""
    shown = [item for item in items if item.action.audience != "restricted"][:MOST_NAMED]
    lines = [f"- {_named(item.action)}{_only(item)}" for item in shown]
    more = len(items) - len(shown)
    if more:
        lines.append(f"- {promises(more)} not named here")
    return "\n".join(lines)


def _only(item: Item) -> str:
    return f" ({periods_words(item)})" if item.only_periods else ""


def _named(action: Action) -> str:
    return " ".join(action.label.split())


def _ring(rhythm: Rhythm) -> str:
    return f"Trouble with the link? Ring {rhythm.ring}." if rhythm.ring else ""


def _short(day: datetime.date) -> str:
    return f"{day.day} {day:%B}"


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"
