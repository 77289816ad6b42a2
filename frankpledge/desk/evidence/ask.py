"""Ask the evidence: the questions of the command line, with pictures."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.text import slugify

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.evidence.ask_form import AskForm
from frankpledge.desk.evidence.ask_rows import rows_shown
from frankpledge.desk.evidence.asks import Asks, asks_of
from frankpledge.desk.evidence.files import attached, taken_away
from frankpledge.desk.evidence.shown import HERE, cannot, on_page, parts_of
from frankpledge.desk.pages import page
from frankpledge.evidence.queries import screens
from frankpledge.evidence.queries.screens import Answer, ToAsk
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.partnership.roles import Permission
from frankpledge.pictures.downloads import as_csv
from frankpledge.record.errors import Refused

PART = "evidence-ask"
# A longer table is for a spreadsheet.
MOST = 300
PUBLISHED = "What the police publish"


@desk_view(Permission.SEE_INTERNAL)
def ask(request: DeskRequest) -> HttpResponse:
    try:
        about = screens.to_ask(request.partnership, request.GET.get("source", ""))
    except Refused as refused:
        return cannot(request, str(refused), PART)
    if not about.months:
        return cannot(request, "", PART)
    known = asks_of(about)
    asks = next((each for each in known if each.name == request.GET.get("what")), known[0])
    form = AskForm(request.GET, asks, about)
    # Weights are brought, so harm is not asked before they are there.
    lacks_weights = asks.name == "harm" and not about.weights
    found = None if lacks_weights else _found(request, form)
    if found and (file := _file(request, found, asks.name)):
        return file
    context = {
        "title": asks.words,
        "asks": asks,
        "source": about.source,
        "sources": _sources(request, about, asks),
        "all": [(each, _address(request, each.name), each == asks) for each in known],
        "form": None if lacks_weights else form,
        "lacks_weights": lacks_weights,
        "may_load": request.access.may(Permission.LOAD_EVIDENCE),
        "within": dict.fromkeys(filter(None, (about.county, *about.areas, *about.within))),
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
    return _with(request, ("source", "area", "start", "end", "types"), what=name)


def _sources(request: DeskRequest, about: ToAsk, asks: Asks) -> list[tuple[str, str, bool]]:
    """The same question of other figures: their months and types may be others."""
    named = [
        *([("", PUBLISHED)] if about.has_published else []),
        *((name, name) for name in about.own),
    ]
    return [
        (words, _with(request, ("area",), source=name, what=asks.name), name == about.source)
        for name, words in named
    ]


def _with(request: DeskRequest, keeping: tuple[str, ...], **said: str) -> str:
    kept = request.GET.copy()
    for key in list(kept):
        if key not in keeping:
            del kept[key]
    for key, value in said.items():
        kept[key] = value
    return f"{reverse('desk:evidence-ask', args=[request.partnership.slug])}?{kept.urlencode()}"


def _told(request: DeskRequest, found: Answer) -> dict[str, Any]:
    asked = request.GET.copy()
    asked["as"] = "csv"
    return {
        "found": found,
        "pictures": [on_page(request, name, one) for name, one in found.pictures.items()],
        **rows_shown(found, MOST),
        "csv_url": f"?{asked.urlencode()}",
        "source_lines": found.told.lines,
    }
