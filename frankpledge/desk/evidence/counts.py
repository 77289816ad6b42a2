"""A partnership's own counts: which headings hold what is said once, and remembered."""

import re
from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.evidence.loading import put_down
from frankpledge.evidence import changes, queries
from frankpledge.partnership.roles import Permission
from frankpledge.ui.forms import FileField, TextField, UiForm

LARGEST = 20_000_000
HEADINGS = ("period", "area", "measure", "n")


class CountsForm(UiForm):
    file = FileField(
        label="The file",
        hint="A .csv or a workbook with a row for each period and area. At most 20 MB.",
        largest=LARGEST,
        accept=".csv,.xlsx",
        empty="Choose the file",
    )
    name = TextField(
        label="What is counted?",
        hint="A name of small letters, such as fires or asb-cases. The same name again takes "
        "the headings from last time.",
        max_length=60,
        empty="Say what is counted.",
    )
    period = TextField(
        label="The heading of the period",
        hint="Months, quarters or years: 2026-09, Sep-26, Q2 2026/27. Needed the first time.",
        required=False,
        max_length=100,
    )
    area = TextField(
        label="The heading of the area, if there is one",
        hint="Areas are named by code or by name: wards, districts, LSOAs.",
        required=False,
        max_length=100,
    )
    measure = TextField(
        label="The heading of the kind, if there is one",
        hint="Such as deliberate or accidental.",
        required=False,
        max_length=100,
    )
    n = TextField(
        label="The heading of the number",
        hint="Needed the first time.",
        required=False,
        max_length=100,
    )


@desk_view(Permission.LOAD_EVIDENCE)
def load_counts(request: DeskRequest) -> HttpResponse:
    slug = request.partnership.slug

    def save(form: CountsForm, version: int) -> str:
        said = form.cleaned_data
        columns = {each: said[each].strip() for each in HEADINGS if said[each].strip()}
        with put_down(said["file"]) as (path,):
            load = changes.load_counts(
                path=path,
                dataset=_slug(said["name"]),
                partnership=request.partnership,
                by=request.user,
                columns=columns or None,
            )
        return reverse("desk:load", args=[slug, load.pk])

    editing = Editing(
        title="Load counts of your own",
        lede="Fires, ambulance calls, hospital admissions, council cases. A period that is here "
        "already is replaced. Only this partnership sees them.",
        bind=lambda typed, initial: CountsForm(
            typed, request.FILES if typed is not None else None, initial=initial
        ),
        initial=_remembered(request),
        save=save,
        submit="Load the counts",
        saved="The counts are loaded.",
        back=reverse("desk:evidence-data", args=[slug]),
        here="desk:evidence",
    )
    return edit(request, editing)


def _slug(said: str) -> str:
    """ASB cases is asb-cases: the one is how people write, the other what commands take."""
    return re.sub(r"[\s_]+", "-", said.strip().lower())


def _remembered(request: DeskRequest) -> dict[str, Any]:
    found = queries.mapping_for(request.partnership, request.GET.get("of", ""))
    return {"name": found.dataset, **found.columns} if found else {}
