"""A list that grows and shrinks by one: leads, timescales, targets.

In an adopted plan each step is a revision, so both adding and taking away ask who decided.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.pages import page
from frankpledge.desk.plan.forms.deciding import DecisionFields
from frankpledge.plan.changes import Decision

MakeForm = Callable[..., DecisionFields]  # what was typed, what to begin with, deciding


@dataclass(frozen=True)
class DecidedList:
    request: DeskRequest
    items: list[str]
    given: list[Any]
    deciding: bool
    replace: Callable[[list[Any], Decision | None], None]
    title: str
    over: str
    empty: str
    done: str
    # Where words are typed that can be read: what to ask for, and what reads them.
    asks: str = ""
    hint: str = ""
    suggested: str = ""
    understand: Callable[[str], tuple[str, dict[str, Any]]] | None = None

    def page(
        self,
        *,
        form: MakeForm,
        make: Callable[[Any], Any],
        initial: Mapping[str, Any],
        submit: str,
    ) -> HttpResponse:
        taken = self._to_take()
        if taken is not None:
            return self._take(taken)
        printed = clean(self.request.GET.get("printed", ""))
        if self.understand and not printed and self.request.method == "GET":
            return self._ask()
        understood = ""
        if self.understand and printed:
            understood, read = self.understand(printed)
            initial = {**initial, **read}
        return self._add(form, make, initial, submit, understood)

    def _ask(self) -> HttpResponse:
        context = {
            "title": self.title,
            "over": self.over,
            "asks": self.asks,
            "hint": self.hint,
            "printed": self.suggested,
            **self._listed(),
        }
        return page(self.request, "desk/plan/list_ask.html", context, here="desk:plan")

    def _listed(self) -> dict[str, Any]:
        return {"listed": self.items, "empty": self.empty, "done": self.done}

    def _to_take(self) -> int | None:
        asked = self.request.GET.get("take", "")
        at = int(asked) if asked.isdecimal() and len(asked) < 4 else len(self.items)
        return at if at < len(self.items) else None

    def _take(self, at: int) -> HttpResponse:
        def save(form: DecisionFields, version: int) -> None:
            self.replace(self.given[:at] + self.given[at + 1 :], form.decision)

        editing = Editing(
            title=f"Take away: {self.items[at]}",
            over=self.over,
            bind=lambda typed, initial: DecisionFields(
                typed, initial=initial, deciding=self.deciding
            ),
            save=save,
            submit="Take it away",
            back=self.request.path,
        )
        return edit(self.request, editing)

    def _add(
        self,
        form: MakeForm,
        make: Callable[[Any], Any],
        initial: Mapping[str, Any],
        submit: str,
        understood: str,
    ) -> HttpResponse:
        def save(filled: DecisionFields, version: int) -> None:
            self.replace([*self.given, make(filled)], filled.decision)

        editing = Editing(
            title=self.title,
            over=self.over,
            bind=lambda typed, start: form(typed, start, deciding=self.deciding),
            initial=initial,
            save=save,
            submit=submit,
            back=self.request.path,
            template="desk/plan/list_form.html",
            more={**self._listed(), "understood": understood},
        )
        return edit(self.request, editing)


def clean(printed: str) -> str:
    """Words out of an address: short, and without characters that no form would have let in."""
    return "".join(letter for letter in printed[:500] if letter.isprintable()).strip()
