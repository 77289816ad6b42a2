"""The fields of one outcome: how it is going, and its figure where its target counts something."""

from collections.abc import Mapping
from typing import Any

from django import forms

from frankpledge.language.states import REPORTABLE, State
from frankpledge.partnership.models import Rating
from frankpledge.plan.changes import Figure
from frankpledge.plan.marks import MARKS
from frankpledge.plan.models import Target
from frankpledge.plan.saying import figure_in_words, number_in_words
from frankpledge.progress.forms.told import last_time
from frankpledge.progress.given import OutcomeGiven
from frankpledge.progress.queries.replying import OutcomeHere
from frankpledge.ui.forms import ChoiceField, DecimalField, TextField
from frankpledge.ui.forms.choices import Listed
from frankpledge.ui.marks import mark

HOW_MANY = "Type how many, as a number. Nought is a number. Or say why there is none."
SO_FAR = {True: "All so far", False: "This quarter alone", None: ""}
FIXED = [state for state in REPORTABLE if state != State.NOT_STATED]


def fields_of(here: OutcomeHere, scale: list[Rating]) -> dict[str, forms.Field]:
    made: dict[str, forms.Field] = {f"how-{here.key}": _how(here, scale)}
    if can_block(scale):
        made[f"if-{here.key}"] = TextField(
            label="If it is blocked: what would have to happen before it can go on?",
            required=False,
            max_length=300,
        )
    if here.target:
        made |= _counting(here, here.target)
    return made


def can_block(scale: list[Rating]) -> bool:
    return not scale or any(one.implies == State.BLOCKED for one in scale)


class Cards(Listed):
    """Radios as cards to touch. The page asks for a condition once a blocked one is chosen."""

    template_name = "replying/cards.html"
    blocking: frozenset[str] = frozenset()

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        return {**option, "blocks": str(value) in self.blocking}


def _how(here: OutcomeHere, scale: list[Rating]) -> ChoiceField:
    field = ChoiceField(
        label=_name(here),
        choices=_choices(here, scale),
        radios=True,
        required=not here.is_done,
        empty=f"Choose {_name(here)}",
    )
    field.marks = {f"rating-{one.pk}": mark(one.shape, one.colour) for one in scale} | {
        f"state-{state}": mark(*MARKS[state]) for state in FIXED
    }
    cards = Cards()
    cards.blocking = frozenset(
        [f"rating-{one.pk}" for one in scale if one.implies == State.BLOCKED]
        + [f"state-{State.BLOCKED}"]
    )
    cards.field, cards.choices = field, field.choices
    field.widget = cards
    return field


def _name(here: OutcomeHere) -> str:
    if here.outcome is None:
        return "how it is going"
    return f"how outcome {here.outcome.number or here.outcome.order} is going"


def _choices(here: OutcomeHere, scale: list[Rating]) -> list[tuple[str, str, str]]:
    """The partnership's own scale; the fixed states where it has none."""
    last = here.last
    if scale:
        was = last.rating_id if last else None
        return [(f"rating-{r.pk}", r.label, _says(r.meaning, r.pk == was)) for r in scale]
    was_state = last.state if last else ""
    return [(f"state-{s}", s.words, _says("", s == was_state)) for s in FIXED]


def _says(meaning: str, was_last: bool) -> str:
    return ": ".join(filter(None, ("last time" if was_last else "", meaning)))


def said_before(here: OutcomeHere, scale: list[Rating]) -> str:
    """How it stood last time, where none of the choices says so."""
    last = here.last
    if last is None:
        return ""
    chosen = last.rating_id in {one.pk for one in scale} if scale else last.state in FIXED
    return "" if chosen else last_time(here)


def _counting(here: OutcomeHere, target: Target) -> dict[str, forms.Field]:
    what = what_is_counted(target)
    made: dict[str, forms.Field] = {
        f"figure-{here.key}": DecimalField(
            label=what,
            hint=_beside(here, target),
            required=not here.is_done,
            empty=HOW_MANY,
            least=0,
            digits=14,
        )
    }
    if target.kind == "proportion":
        made[f"of-{here.key}"] = DecimalField(
            label=f"Out of how many {target.of}?" if target.of else "Out of how many?",
            required=not here.is_done,  # a share says little without what it is a share of
            empty="Type how many there were altogether, as a number.",
            least=0,
            digits=14,
        )
    made[f"none-{here.key}"] = TextField(
        label="No figure this time, because",
        hint="In a few words. Nought is a figure: type 0.",
        required=False,
        max_length=300,
    )
    return made


def what_is_counted(target: Target) -> str:
    counts = target.counts.strip()
    return f"How many {counts}?" if counts else "How many?"


def _beside(here: OutcomeHere, target: Target) -> str:
    """'At least 26. Last time 27. This quarter alone.'"""
    number = number_in_words(target.number) if target.number is not None else ""
    unit = f"{number} %" if target.is_percent and number else number
    before = {"count-at-least": "At least", "count-at-most": "At most", "proportion": "At least"}
    promised = f"{before.get(target.kind, 'Promised:')} {unit}" if unit else ""
    last = figure_in_words(here.last) if here.last else ""
    parts = [promised, f"Last time {last}" if last else "", SO_FAR[here.tells_so_far]]
    return ". ".join(part for part in parts if part) + ("." if any(parts) else "")


def needs_no_figure(here: OutcomeHere, typed: Mapping[str, Any]) -> bool:
    """A reason stands for it, or nothing at all was said of this outcome."""
    reason, chosen = typed.get(f"none-{here.key}"), typed.get(f"how-{here.key}")
    return bool(reason and reason.strip()) or not chosen


def wrong_figures(here: OutcomeHere, given: dict[str, Any]) -> list[tuple[str, str]]:
    """Field and sentence for what does not fit together."""
    figure, out_of = given.get(f"figure-{here.key}"), given.get(f"of-{here.key}")
    if figure is not None and given.get(f"none-{here.key}"):
        return [(f"none-{here.key}", "There is a figure as well. Keep one of the two.")]
    if figure is not None and out_of is not None and figure > out_of:
        return [
            (
                f"figure-{here.key}",
                "This is more than there were altogether. Look at both numbers.",
            )
        ]
    return []


def given_of(
    here: OutcomeHere, given: dict[str, Any], scale: dict[str, Rating]
) -> OutcomeGiven | None:
    chosen = given.get(f"how-{here.key}") or ""
    if not chosen:
        return None
    rating = scale.get(chosen)
    figure = given.get(f"figure-{here.key}")
    state = rating.implies if rating else chosen.removeprefix("state-")
    return OutcomeGiven(
        outcome=here.outcome,
        state=state,
        rating=rating,
        condition=(given.get(f"if-{here.key}") or "") if state == State.BLOCKED else "",
        figure=Figure(
            number=figure,
            of=given.get(f"of-{here.key}") if figure is not None else None,
            none_because=given.get(f"none-{here.key}") or "",
        ),
    )
