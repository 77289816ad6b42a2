"""The places a partnership answers for, by their names or codes."""

from difflib import get_close_matches

from django.http import HttpResponse
from django.urls import reverse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.settings.forms import AreasForm
from frankpledge.evidence import queries
from frankpledge.partnership import changes
from frankpledge.partnership.models import Area
from frankpledge.partnership.roles import Permission
from frankpledge.record.errors import Refused, Stale


@desk_view(Permission.EDIT_SETTINGS)
def name_areas(request: DeskRequest) -> HttpResponse:
    known = queries.answerable()

    def save(form: AreasForm, version: int) -> None:
        areas = [_called(said, known) for said in form.cleaned_data["areas"]]
        try:
            changes.name_areas(
                partnership=request.partnership, areas=areas, version=version, by=request.user
            )
        except Stale as stale:
            said = [_said(code, known) for code in stale.current["areas"]]
            raise Stale(version=stale.version, current={"areas": said}) from stale

    editing = Editing(
        title="The places it answers for",
        lede="Figures, maps and comparisons are of these.",
        bind=lambda typed, initial: AreasForm(typed, initial=initial),
        initial={"areas": [_shown(area, known) for area in _now(request)]},
        version=request.partnership.version,
        save=save,
        back=reverse("desk:settings", args=[request.partnership.slug]),
        here="desk:settings",
        template="desk/settings/areas.html",
        more={"known": known, "may_load": request.access.may(Permission.LOAD_EVIDENCE)},
    )
    return edit(request, editing)


def _now(request: DeskRequest) -> list[Area]:
    return queries.areas_answered_for(request.partnership)


def _called(said: str, known: list[Area]) -> Area:
    """By its code, or by its name; of a county and a district of one name, by the code alone."""
    wanted = said.casefold()
    found = [each for each in known if each.code.casefold() == wanted]
    found = found or [each for each in known if each.name.casefold() == wanted]
    if len(found) == 1:
        return found[0]
    if found:
        codes = ", ".join(f"{each.code} ({each.get_kind_display().lower()})" for each in found)
        raise Refused(
            f"{len(found)} areas are called {said}: type the code, {codes}.", field="areas"
        )
    near = get_close_matches(said, [each.name for each in known], n=1)
    ask = f" Is it {near[0]}?" if near else ""
    raise Refused(f"No district or county is known as {said}.{ask}", field="areas")


def _shown(area: Area, known: list[Area]) -> str:
    """Its name, where that is its own."""
    often = sum(each.name == area.name for each in known)
    return area.name if often == 1 else area.code


def _said(code: str, known: list[Area]) -> str:
    area = next((each for each in known if each.code == code), None)
    return _shown(area, known) if area else code
