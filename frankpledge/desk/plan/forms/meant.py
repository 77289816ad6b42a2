"""Who is meant by each name that the plan prints: four fields a name, none of them required."""

from collections.abc import Sequence
from typing import Any

from frankpledge.plan.queries import PrintedName
from frankpledge.ui.forms import ChoiceField, EmailField, TextField, UiForm

NEW = {
    "person": "A person, new here",
    "post": "A post or team, new here",
    "organisation": "An organisation, new here",
}
PARTS = {
    "who": "Who is it?",
    "name": "Name",
    "body": "Works for",
    "email": "Email address",
}


class MeantForm(UiForm):
    def __init__(
        self, *args: Any, names: Sequence[PrintedName], choices: list[Any], **rest: Any
    ) -> None:
        super().__init__(*args, **rest)
        self.names = names
        offered = [("", "Leave it for now"), *NEW.items(), *choices]
        for one in names:
            self._add(one, offered)

    def _add(self, one: PrintedName, offered: list[Any]) -> None:
        label = {part: f"{words}: {one.name}" for part, words in PARTS.items()}
        made: dict[str, Any] = {
            "who": ChoiceField(label=label["who"], choices=offered, required=False),
            "name": TextField(label=label["name"], max_length=120, required=False),
            "body": TextField(label=label["body"], max_length=160, required=False),
            "email": EmailField(label=label["email"], required=False),
        }
        self.fields.update({f"{part}-{one.key}": field for part, field in made.items()})

    @property
    def rows(self) -> list[tuple[PrintedName, list[tuple[str, Any]]]]:
        """Each name with its fields and their short labels: the name stands above them."""
        return [(one, self._fields_of(one)) for one in self.names]

    def _fields_of(self, one: PrintedName) -> list[tuple[str, Any]]:
        return [(words, self[f"{part}-{one.key}"]) for part, words in PARTS.items()]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        for one in self.names:
            who, email = given.get(f"who-{one.key}"), given.get(f"email-{one.key}")
            if email and who not in NEW:
                self.add_error(
                    f"who-{one.key}", "Say what it is that is new here, or take the address away."
                )
            if who in NEW and not given.get(f"name-{one.key}"):
                self.add_error(f"name-{one.key}", "Type the name.")
        return given

    @property
    def said(self) -> dict[str, dict[str, str]]:
        """By key. Whoever is new and has no address is left: they could not be asked yet."""
        found = {}
        for one in self.names:
            row = {part: self.cleaned_data[f"{part}-{one.key}"] for part in PARTS}
            if _is_said(row, guess(one)):
                found[one.key] = row
        return found


def _is_said(row: dict[str, str], guess: str) -> bool:
    if row["who"] == "organisation":  # it may lead a priority, where nobody is asked
        return bool(row["email"]) or guess != "organisation"
    return bool(row["who"]) and (row["who"] not in NEW or bool(row["email"]))


def guess(one: PrintedName) -> str:
    """Nothing where nobody is asked, of a priority, or where one answer would not do: several."""
    return one.kind if one.promises and one.kind in NEW else ""


def guessed(names: Sequence[PrintedName], choices: list[Any]) -> dict[str, str]:
    """What is likely, from the words: a person, or a team; or whoever goes by that name by now."""
    here = {words.split(",")[0].casefold(): key for _, group in choices[1:] for key, words in group}
    found: dict[str, str] = {}
    for one in names:
        found[f"who-{one.key}"] = here.get(one.name.casefold(), guess(one))
        found[f"name-{one.key}"] = one.name[:120]
        found[f"body-{one.key}"] = one.body
    return found
