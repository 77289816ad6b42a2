"""A form that came back, shown promise by promise before anything of it is sent.

The desk shows the same: whoever runs the round may put in what somebody mailed to them.
"""

from dataclasses import dataclass, field
from typing import Any

from frankpledge.asking.models import Link
from frankpledge.progress import changes, queries
from frankpledge.progress.forms.here import as_typed
from frankpledge.progress.forms.incoming import laid_over, read_form
from frankpledge.progress.forms.merging import Cell, Merged, label_of, shown
from frankpledge.progress.forms.returned import Row
from frankpledge.progress.models import Item, Request, Upload
from frankpledge.record.errors import Refused
from frankpledge.record.lines import Author
from frankpledge.replying.forms.answer import AnswerForm
from frankpledge.ui.forms import ChoiceField, UiForm

EMPTY = "nothing"


@dataclass(frozen=True)
class Sender:
    """Who puts the form in: a lead behind a link, or somebody at the desk for them."""

    by: Author
    hand: str
    link: Link | None = None
    typed_by: str = ""


class ChooseForm(UiForm):
    """Where the form and what is here say different things, somebody chooses."""

    def __init__(self, data: Any, promises: list["Promise"]) -> None:
        super().__init__(data)
        for promise in promises:
            for cell in promise.merged.to_choose:
                self.fields[promise.field(cell)] = _choice(promise, cell)


@dataclass
class Promise:
    merged: Merged
    form: AnswerForm | None = None
    refused: list[str] = field(default_factory=list)
    choices: list[Any] = field(default_factory=list)  # fields of the form that chooses

    @property
    def item(self) -> Item:
        return self.merged.here.item

    def field(self, cell: Cell) -> str:
        return f"choose-{self.item.pk}-{cell.name}"

    @property
    def changes(self) -> list[dict[str, str]]:
        """What would be sent that was not: the question, the words, and what stood there."""
        return [
            {
                "label": label_of(self.merged.here, cell.name),
                "words": shown(self.merged.here, cell.name, cell.value),
                "before": shown(self.merged.here, cell.name, cell.here),
            }
            for cell in self.merged.cells
            if cell.how in ("new", "cleared")
        ]

    @property
    def wanting(self) -> list[str]:
        """What is to be mended before it can be sent."""
        errors = self.form.errors.items() if self.form else ()
        left = [each for name, each in errors if name not in self.merged.wrong_in]
        return [*self.merged.wrong, *self.refused, *(str(one) for each in left for one in each)]

    @property
    def is_new(self) -> bool:
        return self.merged.is_new or bool(self.merged.wrong)


class Review:
    def __init__(self, request: Request, upload: Upload, hand: str, data: Any = None) -> None:
        self.request, self.upload = request, upload
        with upload.file.open("rb") as file:
            self.incoming = read_form(file.read(), upload.name)
        merged, placed = laid_over(self.incoming, queries.asked_items(request, hand))
        self.promises = [Promise(one) for one in merged]
        self.unplaced = [_words(row) for row in placed.unplaced]
        self.choosing = ChooseForm(data, self.promises)
        for one in self.promises:
            one.choices = [self.choosing[one.field(cell)] for cell in one.merged.to_choose]
        self.sent: list[Any] = []
        if not self.choosing.fields or self.choosing.is_valid():
            self._fill()

    def _fill(self) -> None:
        for promise in self.new:
            values = as_typed(promise.merged.values(self._chosen(promise)))
            promise.form = AnswerForm(values, here=promise.merged.here)
            promise.form.full_clean()

    def _chosen(self, promise: Promise) -> dict[str, str]:
        if not self.choosing.fields or not self.choosing.is_bound:
            return {}
        picked = self.choosing.cleaned_data
        return {
            cell.name: cell.all_options[int(picked[promise.field(cell)])]
            for cell in promise.merged.to_choose
        }

    @property
    def new(self) -> list[Promise]:
        return [one for one in self.promises if one.is_new]

    @property
    def unchanged(self) -> list[Promise]:
        return [one for one in self.promises if not one.is_new]

    @property
    def ready(self) -> list[Promise]:
        return [one for one in self.new if not one.wanting]

    @property
    def is_whole(self) -> bool:
        """Whether everything that had to be chosen is chosen."""
        return not self.choosing.fields or self.choosing.is_valid()

    def send(self, sender: Sender) -> None:
        """What is ready is sent. The rest waits, as typed, on the page of its promise."""
        for promise in self.new:
            if promise.wanting:
                self._keep(promise, sender)
            else:
                self._send(promise, sender)

    def _send(self, promise: Promise, sender: Sender) -> None:
        form, here = promise.form, promise.merged.here
        if form is None:
            return
        try:
            answer = changes.send_answer(
                item=here.item,
                given=form.given(tuple(one.pk for one in here.uploads)),
                press=self.upload.sha256,
                by=sender.by,
                via="word" if self.incoming.is_word else "workbook",
                typed_by=sender.typed_by,
                hand=sender.hand,
                link=sender.link,
            )
        except changes.Revoked:
            raise
        except Refused as refused:
            promise.refused.append(refused.sentence)
            self._keep(promise, sender)
        else:
            self.sent.append(answer)

    def _keep(self, promise: Promise, sender: Sender) -> None:
        values = as_typed(promise.merged.values(self._chosen(promise)))
        try:
            changes.keep_typing(
                item=promise.item, hand=sender.hand, values=values, link=sender.link
            )
        except changes.Revoked:
            raise
        except Refused as refused:
            promise.refused.append(refused.sentence)


def _choice(promise: Promise, cell: Cell) -> ChoiceField:
    here = promise.merged.here
    options = [
        (str(at), f"{'Here now' if at == 0 else 'In the file'}: {words or EMPTY}")
        for at, words in enumerate(shown(here, cell.name, one) for one in cell.all_options)
    ]
    label = label_of(here, cell.name)
    empty = f"Choose what counts in {here.action.ref or here.action.label}: {label}"
    return ChoiceField(label=label, choices=options, radios=True, empty=empty)


def _words(row: Row) -> list[str]:
    """What stood in a row that nobody asked for, to be copied by hand."""
    return [text for text in (*row.cells.values(), *row.extra.values()) if text]
