"""A list that grows and shrinks by one: leads, timescales, targets.

In an adopted plan each step is a revision, so both adding and taking away ask who decided.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.plan.forms.deciding import DecisionFields
from frankpledge.plan.changes import Decision

MakeForm = Callable[[Any, Mapping[str, Any], bool], DecisionFields]


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

    def page(
        self,
        *,
        form: MakeForm,
        make: Callable[[Any], Any],
        initial: Mapping[str, Any],
        submit: str,
    ) -> HttpResponse:
        taken = self._to_take()
        return self._take(taken) if taken is not None else self._add(form, make, initial, submit)

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
    ) -> HttpResponse:
        def save(filled: DecisionFields, version: int) -> None:
            self.replace([*self.given, make(filled)], filled.decision)

        editing = Editing(
            title=self.title,
            over=self.over,
            bind=lambda typed, start: form(typed, start, self.deciding),
            initial=initial,
            save=save,
            submit=submit,
            back=self.request.path,
            template="desk/plan/list_form.html",
            more={"listed": self.items, "empty": self.empty, "done": self.done},
        )
        return edit(self.request, editing)
