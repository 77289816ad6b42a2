"""What the host is asked."""

from typing import Any

from frankpledge.partnership.models import Partnership
from frankpledge.ui.forms import (
    ChecksField,
    ChoiceField,
    DatePartsField,
    EmailField,
    TextField,
    UiForm,
)


class PartnershipForm(UiForm):
    name = TextField(label="Name", max_length=120, empty="Type the partnership's name.")
    slug = TextField(
        label="Its word in addresses",
        hint="Small letters, figures and hyphens, such as marshwick. It cannot be changed.",
        max_length=50,
        width=20,
        empty="Type the word for its addresses.",
    )
    kind = ChoiceField(label="What is it?", choices=Partnership.KINDS, radios=True)
    county = ChoiceField(label="In which county partnership?", required=False)
    strapline = TextField(label="Line under the name", max_length=120, required=False)
    place = TextField(label="What residents call the area", max_length=120, required=False)
    starts = DatePartsField(label="First day", required=False)

    def __init__(self, *args: Any, counties: list[Partnership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(str(each.pk), each.name) for each in counties]
        self.fields["county"].choices = [("", "None"), *offered]  # type: ignore[attr-defined]


class EndForm(UiForm):
    on = DatePartsField(label="Last day", empty="Type its last day.")
    why = TextField(label="Why?", max_length=300, empty="Say why it ends.")


class SuccessionForm(UiForm):
    predecessors = ChecksField(label="What came before", empty="Choose what came before.")
    successors = ChecksField(label="What comes after", empty="Choose what comes after.")
    on = DatePartsField(label="From which day?", empty="Type the day.")
    note = TextField(
        label="By which decision?",
        hint="Such as an order and its date.",
        max_length=300,
        required=False,
    )

    def __init__(self, *args: Any, known: list[Partnership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("predecessors", "successors"):
            self.fields[name].choices = [  # type: ignore[attr-defined]
                (str(each.pk), each.name) for each in known
            ]


class CoordinatorForm(UiForm):
    name = TextField(label="Name", max_length=120, empty="Type the person's name.")
    email = EmailField(
        label="Which address do they sign in with?", empty="Type the address they sign in with."
    )
