"""Forms of reading the answers."""

from typing import Any

from frankpledge.ui.forms import CheckField, ChoiceField, LongTextField, TextField, UiForm

LONGEST = 4000


class AgreeForm(UiForm):
    """What the public may read stands beside the lead's own words, and never over them."""

    which = ChoiceField(label="Which answer do you agree?", choices=[], radios=True)
    is_public = CheckField(
        label="The public may read these words",
        required=False,
        hint="They are seen once the round is published. How it stands is public either way.",
    )
    public_words = LongTextField(
        label="The words for the public",
        hint="Change them here if the public should read something else. "
        "The lead’s own words stay as they are.",
        required=False,
        max_length=LONGEST,
    )

    def __init__(self, *args: Any, answers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(answers) < 2:
            del self.fields["which"]
        else:
            self.fields["which"].choices = answers  # type: ignore[attr-defined]


class SendBackForm(UiForm):
    question = LongTextField(
        label="What do you want to know?",
        hint="They see it above their own answer, and can answer again by the same link.",
        max_length=2000,
    )


class NotReportedForm(UiForm):
    why = LongTextField(
        label="Why is nothing reported?",
        hint="Printed beside ‘not reported’. Say what happened, not whose fault it is.",
        max_length=500,
    )


class RaisedForm(UiForm):
    decided = ChoiceField(
        label="What is to be done with it?",
        choices=[("confirmed", "Confirm it"), ("set-aside", "Set it aside")],
        radios=True,
    )
    for_the_board = LongTextField(
        label="As the board should read it",
        hint="Leave it empty to use the lead’s own words.",
        required=False,
        max_length=2000,
    )
    why = TextField(label="Why, if it is set aside", required=False, max_length=300)

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kind == "concern":
            del self.fields["for_the_board"]


class AnswerQuestionForm(UiForm):
    answered_by = TextField(label="Who answers?", max_length=160)
    words = LongTextField(label="Their answer", max_length=LONGEST)
