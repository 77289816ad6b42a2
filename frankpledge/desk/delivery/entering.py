"""Quick entry: one page, what was chosen last time, and a step up for each count."""

from dataclasses import replace
from functools import partial
from typing import Any

from django.http import HttpResponse, QueryDict
from django.urls import reverse

from frankpledge.delivery import changes, queries
from frankpledge.delivery.models import Activity, Measure
from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.delivery.forms import EntryForm, Offered, WhyForm
from frankpledge.desk.delivery.here import HERE, LOG, outcomes_for, unseen
from frankpledge.desk.editing import Editing, edit, edit_row, show_again
from frankpledge.desk.people.finding import url
from frankpledge.partnership.models.dated import today
from frankpledge.partnership.queries import organisations_here
from frankpledge.ui.forms import TextField

STEP = "do"  # its value is then the field that goes up
MOST_STEPS = 9_999_999


@desk_view(LOG)
def log_new(request: DeskRequest) -> HttpResponse:
    last = queries.newest_by(request.partnership, request.user.record_name)
    offered = _offered(request, last)

    def save(form: EntryForm, version: int) -> str:
        changes.log_activity(
            partnership=request.partnership, given=form.given(), press=form.press, by=request.user
        )
        again = request.POST.get("do") == "another"
        return url(request, "log-new") if again else url(request, "log")

    editing = Editing(
        title="Log what was done",
        bind=lambda typed, initial: EntryForm(typed, initial=initial, offered=offered),
        initial=_last_choice(last),
        save=save,
        saved="It is in the log.",
        back=url(request, "log"),
        here=HERE,
        template="desk/delivery/entry.html",
        more=_more(request, offered, last),
    )
    return _stepped(request, editing) or edit(request, editing)


@desk_view(LOG)
def correct(request: DeskRequest, pk: int) -> HttpResponse:
    activity = queries.activity_in(request.partnership, pk)
    offered = _offered(request, activity, correcting=True)
    kept = unseen(request, activity.outcomes.all())

    def save(form: CorrectForm, version: int) -> str:
        typed = form.given()
        given = replace(
            typed,
            outcomes=[*typed.outcomes, *kept],
            is_month=activity.is_month and typed.on == activity.on,
        )
        newer = changes.correct_activity(
            activity=activity, given=given, why=form.cleaned_data["why"], by=request.user
        )
        return url(request, "activity-show", newer.pk)

    editing = Editing(
        title="Correct this entry",
        lede="The corrected entry takes its place. What stood before is kept beside it.",
        bind=lambda typed, initial: CorrectForm(typed, initial=initial, offered=offered),
        initial=_as_it_stands(activity),
        save=save,
        submit="Save the correction",
        saved="It is corrected.",
        back=url(request, "activity-show", pk),
        here=HERE,
        template="desk/delivery/entry.html",
        more={**_more(request, offered, activity), "is_correction": True},
    )
    return _stepped(request, editing) or edit(request, editing)


@desk_view(LOG)
def withdraw(request: DeskRequest, pk: int) -> HttpResponse:
    activity = queries.activity_in(request.partnership, pk)
    return edit_row(
        request,
        WhyForm,
        partial(changes.withdraw_activity, activity=activity),
        title="Withdraw this entry",
        over=str(activity),
        lede="It counts no more. It stays to be seen, with your reason.",
        submit="Withdraw it",
        saved="It is withdrawn.",
        back=url(request, "activity-show", pk),
        here=HERE,
    )


class CorrectForm(EntryForm):
    why = TextField(label="What was wrong?", max_length=300)


def _offered(request: DeskRequest, last: Activity | None, *, correcting: bool = False) -> Offered:
    """What was counted last time comes first."""
    measures = queries.measures_of(request.partnership)
    held = [result.measure for result in last.results.all()] if last else []
    before = {one.pk for one in held}
    retired = [one for one in held if one.retired_on and correcting]
    served = {one.pk for measure in measures for one in measure.outcomes.all()}
    return Offered(
        measures=[*retired, *sorted(measures, key=lambda one: one.pk not in before)],
        outcomes=[one for one in outcomes_for(request) if one.pk in served],
        organisations=organisations_here(request.partnership),
        wards=queries.wards_of(request.partnership),
    )


def _more(request: DeskRequest, offered: Offered, last: Activity | None) -> dict[str, Any]:
    first = len({result.measure_id for result in last.results.all()}) if last else 0
    return {
        "first": first or min(len(offered.measures), 6),
        "no_measures": not offered.measures,
        "measures_url": reverse("desk:measures", args=[request.partnership.slug]),
        "is_correction": False,
    }


def _last_choice(last: Activity | None) -> dict[str, Any]:
    if last is None:
        return {"on": today()}
    return {
        "on": today(),
        "place": last.place,
        "ward": last.area.code if last.area else "",
        "organisations": [str(one.pk) for one in last.organisations.all()],
        "outcomes": [str(one.pk) for one in last.outcomes.all()],
    }


def _as_it_stands(activity: Activity) -> dict[str, Any]:
    begun = {**_last_choice(activity), "on": activity.on, "what": activity.what}
    for result in activity.results.all():
        begun[f"count-{result.measure_id}"] = result.count
        for part in result.parts.all():
            begun[_part_field(result.measure, part.kind, part.band)] = part.count
    return begun


def _part_field(measure: Measure, kind: str, band: str) -> str:
    bands = (measure.breakdown(kind) or {"bands": []})["bands"]
    return f"part-{measure.pk}-{kind}-{bands.index(band) if band in bands else 'gone'}"


def _stepped(request: DeskRequest, editing: Editing) -> HttpResponse | None:
    """'+1' was pressed where no script runs: the page comes back with one more."""
    field = request.POST.get(STEP, "")
    if not field.startswith("count-"):
        return None
    typed = request.POST.copy()
    typed[field] = str(_one_more(typed.get(field, "")))
    form = editing.bind(QueryDict(typed.urlencode()), editing.initial)
    return show_again(request, editing, form)


def _one_more(text: str) -> int:
    plain = text.replace(",", "").strip()
    held = int(plain) if plain.isdecimal() and plain.isascii() and len(plain) < 9 else 0
    return min(held + 1, MOST_STEPS)
