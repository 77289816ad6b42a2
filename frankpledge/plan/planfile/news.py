"""What a document says of how its promises stand, as sayings of the day it gives."""

from datetime import date
from typing import TYPE_CHECKING, Any

from frankpledge.language.states import State
from frankpledge.partnership.models.dated import today
from frankpledge.plan.models import Action, Outcome, Standing
from frankpledge.plan.planfile.fitting import clipped, day, decimal
from frankpledge.plan.planfile.stands import NOTHING, WHOLE_ROW, Said, said_of

if TYPE_CHECKING:
    from frankpledge.plan.planfile.drafting import Around

Entry = dict[str, Any]
Listed = list[tuple[Entry, Outcome]]
SAID_BY = "The document"


def struck(row: Action | Outcome, entry: Entry, around: "Around") -> None:
    closed = entry.get("closed")
    why = closed["why"] if closed else said_of(entry, around.ratings, around.legend).struck
    if not why:
        return
    row.state = closed["state"] if closed else State.STRUCK.value
    row.closed_on = _past(day(closed["on"]) if closed else None, around.on)
    row.closed_by = clipped(closed["by"], 160) if closed else ""
    row.closed_why = clipped(why, 500)


def news_of(action: Action, entry: Entry, outcomes: Listed, around: "Around") -> list[Standing]:
    made = _kept(entry, around, action=action)
    for told, outcome in outcomes:
        made += _kept(told, around, outcome=outcome)
    if made or "said" in entry:
        return made
    return _read(action, entry, outcomes, around)


def _read(action: Action, entry: Entry, outcomes: Listed, around: "Around") -> list[Standing]:
    row = said_of(entry, around.ratings, around.legend)
    on = _past(day((entry["update"] or {}).get("as_at")), around.on)
    words = (entry["update"] or {}).get("text") or ""
    made = [
        _standing(NOTHING, each["text"], _past(day(each["as_at"]), around.on), around, action)
        for each in entry["updates"][:-1]
        if each["text"]
    ]
    if not outcomes:
        if row.says_something or words:
            made.append(_standing(row, words, on, around, action))
    else:
        made += _of_outcomes(row, outcomes, on, around)
        if words:
            made.append(_standing(NOTHING, words, on, around, action))
    for each in made:
        each.words_only = _only_words(each, bool(outcomes) or each is not made[-1])
    return made


def _only_words(made: Standing, beside: bool) -> bool:
    """News beside what is said of how it stands, or of a promise whose outcomes tell that."""
    return made.action is not None and made.state == State.NOT_STATED and beside


def _of_outcomes(row: Said, outcomes: Listed, on: date, around: "Around") -> list[Standing]:
    """A mark that stands for the whole row stands for each outcome that has none of its own."""
    made = []
    for entry, outcome in outcomes:
        said = said_of(entry, around.ratings, around.legend)
        if outcome.state == State.STRUCK:
            continue
        if said.says_something:
            made.append(_standing(said, "", on, around, outcome))
        elif row.says_something and not entry.get("status"):
            made.append(_standing(row, WHOLE_ROW if len(outcomes) > 1 else "", on, around, outcome))
    return made


def _standing(said: Said, words: str, on: date, around: "Around", of: Action | Outcome) -> Standing:
    return Standing(
        action=of if isinstance(of, Action) else None,
        outcome=of if isinstance(of, Outcome) else None,
        state=said.state,
        rating=said.rating,
        words="\n".join(part for part in (words, said.words) if part),
        condition=said.condition,
        said_on=on,
        said_by=SAID_BY,
        typed_by=around.typed_by,
    )


def _past(given: date | None, otherwise: date) -> date:
    """Nothing was said in the future."""
    return min(given or otherwise, today())


def _kept(entry: Entry, around: "Around", **of: Any) -> list[Standing]:
    """Sayings that an earlier plan kept, one by one."""
    labels = {rating.label: rating for rating in around.ratings}
    return [
        Standing(
            **of,
            state=each["state"],
            rating=labels.get(each.get("rating") or ""),
            words=each.get("words") or "",
            words_only=bool(each.get("words_only")),
            condition=clipped(each.get("condition"), 300),
            said_on=_past(day(each["said_on"]), around.on),
            said_by=clipped(each.get("said_by"), 160) or SAID_BY,
            said_by_is_name=bool(each.get("said_by_is_name")),
            period=day(each.get("period")),
            figure=decimal(each.get("figure")),
            of=decimal(each.get("of")),
            no_figure_because=clipped(each.get("no_figure_because"), 300),
            typed_by=around.typed_by,
        )
        for each in entry.get("said") or ()
    ]
