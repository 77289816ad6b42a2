"""Which areas are known, and more of them taken in, in the ONS's own files."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.evidence.forms import AreasFilesForm
from frankpledge.desk.evidence.loading import put_down
from frankpledge.desk.evidence.shown import HERE, parts_of
from frankpledge.desk.pages import page
from frankpledge.evidence import changes, queries
from frankpledge.partnership.roles import Permission
from frankpledge.ui.forms import UiForm

KINDS = {
    "county": "Counties",
    "district": "Districts",
    "ward": "Wards",
    "msoa": "MSOAs",
    "lsoa": "LSOAs",
}


@desk_view(Permission.SEE_INTERNAL)
def show_areas(request: DeskRequest) -> HttpResponse:
    context = {
        "part": "evidence-areas",
        "parts": parts_of(request),
        "kinds": _kinds(),
        "ours": queries.areas_answered_for(request.partnership),
        "mergers": queries.mergers(),
        "may_load": request.access.may(Permission.LOAD_EVIDENCE),
        "may_name": request.access.may(Permission.EDIT_SETTINGS),
    }
    return page(request, "desk/evidence/areas.html", context, here=HERE)


def _kinds() -> list[dict[str, Any]]:
    found = queries.shapes_and_sizes()
    rows = []
    for each in queries.area_counts():
        drawn, sized = found.get((each["kind"], each["vintage"]), (0, 0))
        rows.append({**each, "words": KINDS[each["kind"]], "drawn": drawn, "sized": sized})
    order = list(KINDS)
    return sorted(rows, key=lambda row: (order.index(row["kind"]), -row["vintage"]))


@desk_view(Permission.LOAD_EVIDENCE)
def load_areas(request: DeskRequest) -> HttpResponse:
    slug = request.partnership.slug

    def save(form: UiForm, version: int) -> str:
        with put_down(*form.cleaned_data["file"]) as paths:
            load = changes.load_areas(paths=paths, by=request.user, partnership=request.partnership)
        return reverse("desk:load", args=[slug, load.pk])

    editing = Editing(
        title="Load files of areas",
        lede="Outlines, look-ups and populations, as the ONS publishes them. Choose all at once: "
        "what one of them names, another may say more of.",
        bind=lambda typed, initial: AreasFilesForm(
            typed, request.FILES if typed is not None else None
        ),
        save=save,
        submit="Load the files",
        saved="The areas are loaded, and all evidence is placed by them.",
        back=reverse("desk:evidence-areas", args=[slug]),
        here=HERE,
        template="desk/evidence/areas_upload.html",
    )
    return edit(request, editing)
