"""'Is this table right?': each figure in it that follows from others, worked out again."""

from dataclasses import dataclass

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.evidence.shown import HERE, parts_of
from frankpledge.desk.figures.forms import TableForm
from frankpledge.desk.pages import page
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.partnership.roles import Permission
from frankpledge.reading.errors import Unreadable
from frankpledge.reading.worked import Again, tables_again, typed_again

TITLE = "Is this table right?"


@dataclass(frozen=True)
class Cell:
    text: str
    # What is right in its place; nothing where it is right or follows from nothing.
    instead: str


@dataclass(frozen=True)
class Shown:
    again: Again
    rows: list[list[Cell]]


@desk_view(Permission.SEE_INTERNAL)
def check_figures(request: DeskRequest) -> HttpResponse:
    """Nothing that is pasted here is kept."""
    if request.method != "POST":
        return _page(request, TableForm(), None)
    form = TableForm(request.POST, request.FILES)
    found = _found(form) if form.is_valid() else None
    return _page(request, form, found, status=422 if form.errors else 200)


def _found(form: TableForm) -> list[Shown] | None:
    file = form.cleaned_data["file"]
    try:
        again = (
            tables_again(file.read(), file.name)
            if file
            else [typed_again(form.cleaned_data["pasted"].encode())]
        )
    except Unreadable as error:
        form.add_error("file", f"{file.name} {error}.")
        return None
    except CannotWorkOut as error:
        form.add_error("file" if file else "pasted", str(error))
        return None
    return [Shown(each, _rows(each)) for each in again]


def _rows(again: Again) -> list[list[Cell]]:
    wrong = {(each.row, each.column): each.computed or "" for each in again.worked.wrong}
    return [
        [Cell(text, wrong.get((row, column), "")) for column, text in enumerate(texts)]
        for row, texts in enumerate(again.rows)
    ]


def _page(
    request: DeskRequest, form: TableForm, found: list[Shown] | None, status: int = 200
) -> HttpResponse:
    parts = {"part": "figures-check", "parts": parts_of(request)}
    context = {"form": form, "found": found, "title": TITLE, **parts}
    return page(request, "desk/figures/again.html", context, here=HERE, status=status)
