"""Forms of striking: one proposes it, one puts down what the board decided."""

from collections.abc import Mapping, Sequence
from typing import Any

from frankpledge.desk.plan.forms.deciding import DecisionFields
from frankpledge.plan.models import Action, Outcome
from frankpledge.ui.forms import ChoiceField, LongTextField, UiForm

FEW = 12
Offered = Mapping[str, tuple[Action, Outcome | None]]


def named(found: Sequence[tuple[Action, Outcome | None]]) -> Offered:
    """What may be struck, by the word that a form sends for it."""
    return {f"outcome-{o.pk}" if o else f"promise-{a.pk}": (a, o) for a, o in found}


class ProposeStrikeForm(UiForm):
    what = ChoiceField(label="What should be struck?")
    why = LongTextField(
        label="Why?",
        hint="One or two sentences, as the board should read them.",
        max_length=1000,
    )

    def __init__(self, *args: Any, offered: Offered, **rest: Any) -> None:
        super().__init__(*args, **rest)
        choices = [(key, _told(*one)) for key, one in offered.items()]
        few = len(choices) <= FEW
        choices = choices if few else [("", "Choose one"), *choices]
        self.fields["what"] = ChoiceField(
            label="What should be struck?", choices=choices, radios=few
        )
        self.order_fields(["what", "why"])


def _told(action: Action, outcome: Outcome | None) -> str:
    if outcome is None:
        return f"The promise {action.label}"
    words = outcome.words if len(outcome.words) <= 80 else f"{outcome.words[:79].rstrip()}…"
    return f"Of {action.ref or 'it'}, the outcome {outcome.number or ''} {words}".replace("  ", " ")


class DecideStrikeForm(DecisionFields):
    verdict = ChoiceField(
        label="What did the board decide?",
        choices=[
            ("struck", "It is struck", "The plan says so from now on, with the reason."),
            ("kept", "It stays in the plan", "The proposal ends here."),
        ],
        radios=True,
    )
    field_order = ["verdict", "decided_by", "decided_on", "why"]
