"""One promise answered: by the partnership's own scale, in figures and in a few sentences."""

import secrets
from typing import Any

from django.http import QueryDict

from frankpledge.language.states import State
from frankpledge.partnership.models.dated import today
from frankpledge.progress.given import AnswerGiven
from frankpledge.progress.queries.replying import ItemHere, OutcomeHere
from frankpledge.replying.forms.evidence import LinksField
from frankpledge.replying.forms.outcomes import (
    fields_of,
    given_of,
    needs_no_figure,
    wrong_figures,
)
from frankpledge.ui.forms import (
    DatePartsField,
    FileField,
    LongTextField,
    TextField,
    UiForm,
)

NOT_KEPT = {"csrfmiddlewaretoken", "press", "file", "do"}


class AnswerForm(UiForm):
    happened = LongTextField(
        label="What happened in this time?",
        hint="A few sentences. No names of victims, offenders or residents.",
        required=False,
        rows=6,
    )
    why = LongTextField(label="Why?", required=False, rows=3, max_length=2000)
    next_step = LongTextField(label="What comes next?", required=False, rows=3, max_length=2000)
    help_needed = LongTextField(
        label="What help is needed?", required=False, rows=3, max_length=2000
    )
    help_from = TextField(label="From whom?", required=False, max_length=200)
    decision = LongTextField(
        label="Is a decision of the board needed?",
        hint="Say what the board is asked to decide. The coordinator confirms it first.",
        required=False,
        rows=3,
        max_length=2000,
    )
    concern = LongTextField(
        label="Is there a concern?",
        hint="Only the coordinator reads this.",
        required=False,
        rows=3,
        max_length=2000,
    )
    links = LinksField(
        label="Links",
        hint="One a line: its address, and then what it shows.",
        required=False,
        rows=3,
    )
    file = FileField(
        label="A photo or file",
        hint="Up to 10 MB: a picture, PDF, Word document, Excel workbook, CSV or text. No names of "
        "victims, offenders or residents.",
        required=False,
    )
    said_on = DatePartsField(
        label="Which day does this speak of?",
        hint="Today, unless the news is older.",
        required=False,
    )

    def __init__(self, data: Any = None, files: Any = None, *, here: ItemHere, **rest: Any) -> None:
        super().__init__(data, files, **rest)
        self.here = here
        self._scale = {f"rating-{one.pk}": one for one in here.scale}
        for outcome in here.outcomes:
            self.fields.update(fields_of(outcome, here.scale))
            if self.is_bound and needs_no_figure(outcome, self.data):
                self._want_no_figure(outcome)
        for key, title in here.priorities:
            self.fields[f"priority-{key}"] = LongTextField(
                label=f"What differs under {title}?", required=False, rows=2, max_length=2000
            )
        self.fields["happened"].label = what_happened(here)
        sent = str(self.data.get("press", "")) if self.is_bound else ""
        self.press = sent[:64] if sent.isascii() and sent.isalnum() else secrets.token_hex(16)

    def _want_no_figure(self, outcome: OutcomeHere) -> None:
        for name in (f"figure-{outcome.key}", f"of-{outcome.key}"):
            if name in self.fields:
                self.fields[name].required = False

    def clean_said_on(self) -> Any:
        day = self.cleaned_data["said_on"]
        if day and day > today():
            self.add_error("said_on", "This cannot have been said in the future")
        return day

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for outcome in self.here.outcomes:
            self._check(outcome, given)
        if not self.errors and not self._says_anything(given):
            self.add_error("happened", "Say what happened, or that nothing did")
        return given

    def _check(self, outcome: OutcomeHere, given: dict[str, Any]) -> None:
        for field, sentence in wrong_figures(outcome, given):
            self.add_error(field, sentence)
        said = given_of(outcome, given, self._scale)
        if said and said.stands == State.BLOCKED and not said.condition:
            field = f"if-{outcome.key}"
            if field in self.fields and field not in self.errors:
                self.add_error(field, "Say what would have to happen before it can go on")

    def _says_anything(self, given: dict[str, Any]) -> bool:
        """Where nothing is left to be rated, some words are wanted."""
        ignored = {"said_on", "file"}
        return any(value for name, value in given.items() if name not in ignored)

    def given(self, uploads: tuple[int, ...] = ()) -> AnswerGiven:
        """What to send to `send_answer`; only of a form that is valid."""
        sent = self.cleaned_data
        listed = [given_of(one, sent, self._scale) for one in self.here.outcomes]
        words = {key: sent[f"priority-{key}"] for key, _ in self.here.priorities}
        return AnswerGiven(
            outcomes=tuple(one for one in listed if one),
            said_on=sent["said_on"] or today(),
            happened=sent["happened"],
            why=sent["why"],
            next_step=sent["next_step"],
            help_needed=sent["help_needed"],
            help_from=sent["help_from"],
            concern=sent["concern"],
            decision=sent["decision"],
            evidence=tuple(sent["links"]),
            by_priority={key: said for key, said in words.items() if said},
            uploads=uploads,
        )


def what_happened(here: ItemHere) -> str:
    round_ = here.item.request.round
    months = (round_.ends.year - round_.starts.year) * 12 + round_.ends.month - round_.starts.month
    return "What happened this quarter?" if months == 2 else "What happened in these months?"


def typed_values(data: QueryDict) -> dict[str, str]:
    """What was typed, as it was typed, to be kept until it is sent."""
    return {
        name: value
        for name in data
        if name not in NOT_KEPT and len(name) <= 60 and (value := str(data[name]).replace("\0", ""))
    }


def initial_of(here: ItemHere) -> dict[str, Any]:
    """What the form begins with: what was being typed, else what was sent before."""
    if here.typing:
        return _from_typing(dict(here.typing.values))
    answer = here.answer
    begun: dict[str, Any] = {"said_on": today()}
    if answer is None:
        return begun | ({"happened": here.kept_words} if here.kept else {})
    raised = {one.kind: one.words for one in answer.raised.all()}
    begun |= {
        name: getattr(answer, name)
        for name in ("happened", "why", "next_step", "help_needed", "help_from")
    }
    begun |= {"links": answer.evidence, "said_on": answer.said_on, **raised}
    begun |= {f"priority-{key}": words for key, words in answer.by_priority.items()}
    for said in answer.outcomes.all():
        begun |= _from_outcome(said)
    return begun


def _from_typing(values: dict[str, Any]) -> dict[str, Any]:
    day = [values.pop(f"said_on_{part}", "") for part in ("day", "month", "year")]
    return {**values, "said_on": day if any(day) else None}


def _from_outcome(said: Any) -> dict[str, Any]:
    key = said.outcome_id or "whole"
    return {
        f"how-{key}": f"rating-{said.rating_id}" if said.rating_id else f"state-{said.state}",
        f"if-{key}": said.condition,
        f"figure-{key}": said.figure,
        f"of-{key}": said.of,
        f"none-{key}": said.nothing_because,
    }
