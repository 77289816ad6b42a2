"""A list that grows and shrinks by one: leads, timescales, targets.

In an adopted plan each step is a revision, so both adding and taking away ask who decided.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.pages import page
from frankpledge.desk.plan.forms.deciding import DecisionFields
from frankpledge.plan.changes import Decision
from frankpledge.record.errors import Refused, Stale

MakeForm = Callable[..., DecisionFields]  # what was typed, what to begin with, deciding


@dataclass(frozen=True)
class DecidedList:
    request: DeskRequest
    items: list[str]
    given: list[Any]
    deciding: bool
    version: int  # of what the list hangs on, so that nobody takes away another than they saw
    replace: Callable[[list[Any], Decision | None, int], None]
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
        taken = to_take(self.request, len(self.items))
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

    def _take(self, at: int) -> HttpResponse:
        def save(form: DecisionFields, version: int) -> None:
            with only_what_was_seen():
                self.replace(self.given[:at] + self.given[at + 1 :], form.decision, version)

        editing = Editing(
            title=f"Take away: {self.items[at]}",
            over=self.over,
            bind=lambda typed, initial: DecisionFields(
                typed, initial=initial, deciding=self.deciding
            ),
            save=save,
            submit="Take it away",
            back=self.request.path,
            version=self.version,
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
            self.replace([*self.given, make(filled)], filled.decision, self.version)

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


def to_take(request: DeskRequest, length: int) -> int | None:
    """Which item of the list is to go: its place in the address."""
    asked = request.GET.get("take", "")
    at = int(asked) if asked.isdecimal() and len(asked) < 4 else length
    return at if at < length else None


@contextmanager
def only_what_was_seen() -> Iterator[None]:
    """A place in a list means another item once somebody else has changed the list."""
    try:
        yield
    except Stale:
        sentence = "Somebody else has just changed this list. Go back to it and look again."
        raise Refused(sentence) from None


def clean(printed: str) -> str:
    """Words out of an address: short, and without characters that no form would have let in."""
    return "".join(letter for letter in printed[:500] if letter.isprintable()).strip()
