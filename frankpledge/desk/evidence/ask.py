"""Ask the evidence: the questions of the command line, with pictures."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.text import slugify

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.evidence.ask_form import ASKS, BY_NAME, AskForm
from frankpledge.desk.evidence.files import attached, taken_away
from frankpledge.desk.evidence.shown import HERE, cannot, on_page, parts_of
from frankpledge.desk.pages import page
from frankpledge.evidence.queries import screens
from frankpledge.evidence.queries.screens import Answer
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.partnership.roles import Permission
from frankpledge.pictures.downloads import as_csv
from frankpledge.record.errors import Refused

PART = "evidence-ask"
# A longer table is for a spreadsheet.
MOST = 300


@desk_view(Permission.SEE_INTERNAL)
def ask(request: DeskRequest) -> HttpResponse:
    try:
        about = screens.to_ask(request.partnership, request.GET.get("source", ""))
    except Refused as refused:
        return cannot(request, str(refused), PART)
    if not about.months:
        return cannot(request, "", PART)
    asks = BY_NAME.get(request.GET.get("what", ""), ASKS[0])
    form = AskForm(request.GET, asks, about)
    # Weights are brought, so harm is not asked before they are there.
    lacks_weights = asks.name == "harm" and not about.weights
    found = None if lacks_weights else _found(request, form)
    if found and (file := _file(request, found, asks.name)):
        return file
    context = {
        "title": asks.words,
        "asks": asks,
        "all": [(each, _address(request, each.name), each == asks) for each in ASKS],
        "form": None if lacks_weights else form,
        "lacks_weights": lacks_weights,
        "may_load": request.access.may(Permission.LOAD_EVIDENCE),
        "within": (about.county, *about.areas, *about.within),
        "part": PART,
        "parts": parts_of(request),
        **(_told(request, found) if found else {}),
    }
    failed = bool(form.errors) and not lacks_weights
    return page(
        request, "desk/evidence/ask.html", context, here=HERE, status=422 if failed else 200
    )


def _found(request: DeskRequest, form: AskForm) -> Answer | None:
    if not form.is_valid():
        return None
    try:
        return screens.answer(request.partnership, form.question())
    except (Refused, CannotWorkOut) as refused:
        field = getattr(refused, "field", "")
        form.add_error(field if field in form.fields else None, str(refused))
        return None


def _file(request: DeskRequest, found: Answer, name: str) -> HttpResponse | None:
    """The whole table, as the command line prints it; or a picture."""
    if request.GET.get("as") == "csv" and not request.GET.get("picture"):
        return attached(as_csv(found.table), "text/csv; charset=utf-8", f"{slugify(name)}.csv")
    return taken_away(request, found.pictures)


def _address(request: DeskRequest, name: str) -> str:
    """Another question about the same place, months and types."""
    kept = request.GET.copy()
    for key in list(kept):
        if key not in ("area", "start", "end", "types"):
            del kept[key]
    kept["what"] = name
    return f"{reverse('desk:evidence-ask', args=[request.partnership.slug])}?{kept.urlencode()}"


def _told(request: DeskRequest, found: Answer) -> dict[str, Any]:
    asked = request.GET.copy()
    asked["as"] = "csv"
    return {
        "found": found,
        "pictures": [on_page(request, name, one) for name, one in found.pictures.items()],
        "heads": list(zip([_head(each) for each in found.heads], found.figures, strict=True)),
        "rows": [list(zip(row, found.figures, strict=True)) for row in found.shown(MOST)],
        "left": max(0, len(found.rows) - MOST),
        "csv_url": f"?{asked.urlencode()}",
        "source": found.told.lines,
    }


def _head(head: str) -> str:
    said = head.replace("_", " ")
    return said[:1].upper() + said[1:]
