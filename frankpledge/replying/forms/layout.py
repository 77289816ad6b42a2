"""How the form of an answer is laid out: each outcome with its fields, then the words."""

from dataclasses import dataclass
from typing import Any

from frankpledge.progress.queries.replying import OutcomeHere
from frankpledge.replying.forms.answer import AnswerForm
from frankpledge.replying.forms.outcomes import said_before


@dataclass
class Fold:
    """Fields that few need, opened where something is in them or wrong with them."""

    says: str
    fields: list[Any]

    @property
    def is_open(self) -> bool:
        return any(one.errors or one.value() for one in self.fields)


@dataclass
class Block:
    outcome: OutcomeHere
    before: str
    how: Any
    condition: Any
    figure: Any
    of: Any
    none: Fold | None


@dataclass
class Blocks:
    outcomes: list[Block]
    words: Any
    priorities: list[Any]
    folds: list[Fold]


def blocks_of(form: AnswerForm) -> Blocks:
    folds = [
        Fold(
            "Say why, what comes next, or ask for help",
            [form[name] for name in ("why", "next_step", "help_needed", "help_from")],
        ),
        Fold("Raise a concern, or ask the board to decide", [form["concern"], form["decision"]]),
        Fold("Add a photo, file or link", [form["file"], form["links"]]),
    ]
    return Blocks(
        outcomes=[_block(form, one) for one in form.here.outcomes],
        words=form["happened"],
        priorities=[form[f"priority-{key}"] for key, _ in form.here.priorities],
        folds=folds,
    )


def _block(form: AnswerForm, one: OutcomeHere) -> Block:
    def field(name: str) -> Any:
        full = f"{name}-{one.key}"
        return form[full] if full in form.fields else None

    none = field("none")
    return Block(
        outcome=one,
        before=said_before(one, form.here.scale),
        how=field("how"),
        condition=field("if"),
        figure=field("figure"),
        of=field("of"),
        none=Fold("No figure this time", [none]) if none else None,
    )
