"""Forms of the papers' pages."""

from typing import Any

from frankpledge.papers.audiences import CHOICES as AUDIENCES
from frankpledge.papers.contents.kinds import Kind
from frankpledge.papers.given import Given
from frankpledge.ui.forms import (
    CheckField,
    ChoiceField,
    LongTextField,
    PeopleTextField,
    TextField,
    UiForm,
)

Choices = list[tuple[str, str]]


class MakeForm(UiForm):
    of = ChoiceField(label="What is it made from?")
    audience = ChoiceField(
        label="Whom is it for?",
        choices=AUDIENCES,
        hint="Each sees their own fields and no others. The preview lists what is left out.",
    )
    draft = CheckField(
        label="A draft, from what stands now", hint="Every page says that it is not the record."
    )
    large = CheckField(label="Large print", hint="18 point and more, in one column.")
    meeting = TextField(
        label="Meeting", hint="Such as 12 November 2026, 2pm", required=False, max_length=120
    )
    item = TextField(label="Item", hint="Such as 4, for decision", required=False, max_length=80)
    open_to_public = TextField(label="Open to the public?", required=False, max_length=80)
    author = TextField(label="Author", required=False, max_length=160)
    contact = TextField(label="Whom to ask", required=False, max_length=300)
    purpose = LongTextField(label="Purpose", required=False, rows=3, max_length=2000)
    introduction = LongTextField(label="Opening words", required=False, rows=4, max_length=4000)
    recommendations = PeopleTextField(
        label="What is recommended or asked",
        hint="One a line. Decisions and strikes from the round follow by themselves.",
        required=False,
        each=600,
        most=30,
    )
    strikes = PeopleTextField(
        label="Also proposed to be struck",
        hint="One a line, with the reason. What was proposed in the round follows by itself.",
        required=False,
        each=400,
        most=30,
    )

    def __init__(self, *args: Any, kind: Kind, subjects: Choices, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["of"].choices = subjects  # type: ignore[attr-defined]
        for name in unused(kind):
            del self.fields[name]

    def given(self, usual: Given) -> Given:
        names = set(self.cleaned_data) & {one for one in usual.as_data() if one != "sections"}
        typed = {name: self.cleaned_data[name] for name in names}
        told = {name: tuple(v) if isinstance(v, list) else v for name, v in typed.items()}
        return Given(**{**usual.__dict__, **told})


def unused(kind: Kind) -> set[str]:
    """What a paper of this kind has no place for is not asked."""
    parts = {section.key for section in kind.sections}
    spare = set()
    if kind.key not in ("board", "scrutiny"):
        spare |= {"meeting", "item", "open_to_public", "purpose"}
    if kind.key != "board":
        spare.add("strikes")
    if "asked" not in parts:
        spare.add("recommendations")
    if kind.key in ("board", "table"):
        spare |= {"introduction", "contact"}
    return spare


class SettingsForm(UiForm):
    title = TextField(
        label="Title", hint="Leave empty for our own.", required=False, max_length=200
    )
    author = TextField(label="Author", required=False, max_length=160)
    contact = TextField(label="Whom to ask", required=False, max_length=300)
    introduction = LongTextField(label="Opening words", required=False, rows=4, max_length=4000)
    sections = PeopleTextField(
        label="Parts, in their order",
        hint="One a line. Take a line away to leave that part out.",
        required=False,
        each=80,
        most=20,
        empty="",
    )
    layout = ChoiceField(label="Layout", hint="Whoever hosts this can add layouts.")

    def __init__(self, *args: Any, kind: Kind, layouts: Choices, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.kind = kind
        self.fields["layout"].choices = layouts  # type: ignore[attr-defined]

    def clean_sections(self) -> list[str]:
        """By their names; all of them in our order is the same as saying nothing."""
        by_name = {one.name.casefold(): one.key for one in self.kind.sections}
        keys = [by_name.get(line.casefold(), "") for line in self.cleaned_data["sections"]]
        for line, key in zip(self.cleaned_data["sections"], keys, strict=True):
            if not key:
                names = ", ".join(one.name for one in self.kind.sections)
                self.add_error("sections", f"There is no part called {line}. There are: {names}.")
        kept = list(dict.fromkeys(key for key in keys if key))
        return [] if kept == [one.key for one in self.kind.sections] else kept


class WordsForm(UiForm):
    words = LongTextField(
        label="Your words",
        hint="The board and the partnership’s own team read them, and nobody wider.",
        required=False,
        rows=8,
        max_length=6000,
    )
