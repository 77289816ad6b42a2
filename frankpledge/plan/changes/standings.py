"""How an outcome or action stands: said by people, a new row each time."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from frankpledge.language.states import DECIDED, State
from frankpledge.partnership.models import Rating
from frankpledge.partnership.models.dated import today
from frankpledge.plan.changes.decisions import created, hangs_on, plan_of, write_line
from frankpledge.plan.changes.turns import change
from frankpledge.plan.models import Action, Outcome, Plan, Standing
from frankpledge.record import lines
from frankpledge.record.errors import Refused
from frankpledge.record.texts import refuse_unkeepable


@dataclass(frozen=True)
class Figure:
    """What was counted: '31 of 38', '0', or why there is none this time."""

    number: Decimal | None = None
    of: Decimal | None = None
    none_because: str = ""


NO_FIGURE = Figure()


@change
def say(
    *,
    of: Action | Outcome,
    said_by: str,
    said_on: datetime.date,
    by: lines.Author,
    rating: Rating | None = None,
    state: str = "",
    words: str = "",
    condition: str = "",
    period: datetime.date | None = None,
    said_by_is_name: bool = False,
    figure: Figure = NO_FIGURE,
) -> Standing:
    """Adds what was said. The newest saying, by its own date, is what is shown."""
    chosen = state or (rating.implies if rating else "")
    _require_sayable(of, chosen, rating, said_on, condition)
    standing = created(
        Standing,
        action=of if isinstance(of, Action) else None,
        outcome=of if isinstance(of, Outcome) else None,
        state=chosen,
        rating=rating,
        words=words,
        condition=condition,
        said_on=said_on,
        said_by=said_by,
        said_by_is_name=said_by_is_name,
        typed_by=by.record_name,
        period=period,
        figure=figure.number,
        of=figure.of,
        no_figure_because=figure.none_because,
    )
    old = {"state": of.state, "rating": str(of.rating or "")}
    _show_newest(of)
    write_line(
        of,
        by=by,
        verb=f"{type(of).__name__.lower()}.said",
        old=old,
        new={
            "state": chosen,
            "rating": str(rating or ""),
            "words": words,
            "said by": said_by,
            "said on": said_on.isoformat(),
            **_counted(figure),
        },
    )
    return standing


def _counted(figure: Figure) -> dict[str, str]:
    told = {
        "figure": "" if figure.number is None else f"{figure.number:f}",
        "of": "" if figure.of is None else f"{figure.of:f}",
        "no figure because": figure.none_because,
    }
    return {name: words for name, words in told.items() if words}


@change
def tell(
    *,
    action: Action,
    words: str,
    said_by: str,
    said_on: datetime.date,
    by: lines.Author,
    period: datetime.date | None = None,
    said_by_is_name: bool = False,
) -> Standing:
    """News of a promise whose outcomes are rated one by one: words, and no rating of its own."""
    _require_tellable(action, words, said_on)
    standing = created(
        Standing,
        action=action,
        state=State.NOT_STATED,
        words_only=True,
        words=words,
        said_on=said_on,
        said_by=said_by,
        said_by_is_name=said_by_is_name,
        typed_by=by.record_name,
        period=period,
    )
    new = {"words": words, "said by": said_by, "said on": said_on.isoformat()}
    write_line(action, by=by, verb="action.told", new=new)
    return standing


def _require_tellable(action: Action, words: str, said_on: datetime.date) -> None:
    action.refresh_from_db(fields=["state"])
    if not action.plan.can_change:
        raise Refused(f"This plan is {action.plan.status}, so nothing more is said of it.")
    if action.state in DECIDED:
        told = State(action.state).words.lower()
        raise Refused(f"This is {told}, so nothing more is said of it.")
    if not words.strip():
        raise Refused("Say what happened.", field="words")
    if said_on > today():
        raise Refused("This cannot have been said in the future.", field="said_on")


def _show_newest(of: Action | Outcome) -> None:
    newest = of.standings.filter(words_only=False).order_by("-said_on", "-pk").first()
    if newest is None:
        return
    of.state, of.rating, of.said_on = newest.state, newest.rating, newest.said_on
    # No version moves here: saying how a promise stands does not change its words.
    of.save(update_fields=["state", "rating", "said_on"])


def _require_sayable(
    of: Action | Outcome,
    state: str,
    rating: Rating | None,
    said_on: datetime.date,
    condition: str,
) -> None:
    plan = plan_of(of)
    plan.refresh_from_db(fields=["status"])
    of.refresh_from_db(fields=["state", "rating", "said_on"])  # it may have just been struck
    if not plan.can_change:
        raise Refused(f"This plan is {plan.status}, so nothing more is said of it.")
    if of.state in DECIDED:
        raise Refused(f"This is {State(of.state).words.lower()}, so nothing more is said of it.")
    if isinstance(of, Action) and of.outcomes.exists():
        raise Refused("This action has outcomes: say how each of them stands.")
    if state not in set(State) or state in DECIDED:
        raise Refused("Choose how it stands.", field="rating")
    if rating and (rating.partnership_id != plan.partnership_id or not rating.is_current):
        raise Refused("Choose a rating from this partnership's own scale.", field="rating")
    if said_on > today():
        raise Refused("This cannot have been said in the future.", field="said_on")
    if state == State.BLOCKED and not condition:
        raise Refused("Say what would have to happen before it can go on.", field="condition")


@change
def read_words(
    *, plan: Plan, show: Sequence[Standing], hide: Sequence[Standing], by: lines.Author
) -> None:
    """Several at once, shown to the public or taken back from it."""
    for one in [*show, *hide]:
        if plan_of(hangs_on(one)) != plan:
            raise Refused("These words are of another plan.")
        one.refresh_from_db()  # somebody may have edited them since, or taken them out
    for one in show:
        publish_words(standing=one, public=True, as_edited=one.public_words, by=by)
    for one in hide:
        publish_words(standing=one, public=False, as_edited=one.public_words, by=by)


@change
def publish_words(
    *, standing: Standing, public: bool, by: lines.Author, as_edited: str = ""
) -> None:
    """Somebody has read these words and says whether the public may read them too.

    What is edited for the public stands beside the words that were said, never over them.
    """
    of = hangs_on(standing)
    refuse_unkeepable("public_words", as_edited)
    standing.words_are_public, standing.public_words = public, as_edited
    standing.save(update_fields=["words_are_public", "public_words"])
    edited = {"as edited": as_edited} if as_edited else {}
    new = {"public": public, "words": standing.words, **edited}
    write_line(of, by=by, verb="words.shown", new=new)
