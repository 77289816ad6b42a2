"""What the form of a promise holds now, as it would be typed: name to text. Pure."""

from decimal import Decimal
from typing import Any

from frankpledge.language.states import State
from frankpledge.progress.forms.columns import OF_OUTCOME, OF_PROMISE
from frankpledge.progress.models import Answer
from frankpledge.progress.queries.replying import ItemHere, OutcomeHere

Values = dict[str, str]
DAY = ("said_on_day", "said_on_month", "said_on_year")


def sent_values(here: ItemHere) -> Values:
    if here.answer is None:
        return {"happened": here.kept_words} if here.kept else {}
    return _of_answer(here.answer)


def values_here(here: ItemHere) -> Values:
    """What is being typed, else what was sent. The day is one text: '2026-10-02'."""
    if here.typing is None:
        return sent_values(here)
    values = {name: str(value) for name, value in here.typing.values.items() if value}
    day, month, year = (values.pop(part, "") for part in DAY)
    if day or month or year:
        parts = (year, month.zfill(2), day.zfill(2)) if day and month else (year, month, day)
        values["said_on"] = "-".join(part for part in parts if part)
    return values


def as_typed(values: Values) -> Values:
    """As the form behind the link takes it: the day in its three parts."""
    year, month, day = [*values.get("said_on", "").split("-"), "", "", ""][:3]
    parts = dict(zip(DAY, (day, month, year), strict=True))
    rest = {name: value for name, value in values.items() if name != "said_on"}
    return {name: value for name, value in (rest | parts).items() if value}


def _of_answer(answer: Answer) -> Values:
    said: dict[str, Any] = {
        each.name: getattr(answer, each.name)
        for each in OF_PROMISE
        if each.name not in ("links", "concern", "decision", "said_on")
    }
    said |= {one.kind: one.words for one in answer.raised.all()}
    said["links"] = "\n".join(f"{one['url']} {one['says']}".strip() for one in answer.evidence)
    said["said_on"] = answer.said_on.isoformat()
    said |= {f"priority-{key}": words for key, words in answer.by_priority.items()}
    for one in answer.outcomes.all():
        said |= _of_outcome(one)
    return {name: str(value) for name, value in said.items() if value not in ("", None)}


def _of_outcome(said: Any) -> dict[str, Any]:
    key = said.outcome_id or "whole"
    how = f"rating-{said.rating_id}" if said.rating_id else f"state-{said.state}"
    return {
        f"how-{key}": how,
        f"if-{key}": said.condition,
        f"figure-{key}": plain(said.figure),
        f"of-{key}": plain(said.of),
        f"none-{key}": said.nothing_because,
    }


def plain(number: Decimal | None) -> str:
    if number is None:
        return ""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def is_asked(here: ItemHere, one: OutcomeHere, column: str) -> bool:
    """Whether the form behind the link asks it too."""
    if column in ("figure", "none"):
        return one.target is not None
    if column == "of":
        return one.target is not None and one.target.kind == "proportion"
    if column == "if":
        return not here.scale or any(each.implies == State.BLOCKED for each in here.scale)
    return True


def names_asked(here: ItemHere) -> list[str]:
    of_outcomes = [
        f"{column.name}-{one.key}"
        for one in here.outcomes
        for column in OF_OUTCOME
        if is_asked(here, one, column.name)
    ]
    return [*of_outcomes, *(column.name for column in OF_PROMISE)]
