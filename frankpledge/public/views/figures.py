"""The figures for everybody, where the partnership shows them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict

from frankpledge.evidence import queries
from frankpledge.evidence.released import Release
from frankpledge.partnership.models import Partnership
from frankpledge.partnership.queries import members
from frankpledge.pictures.downloads import as_csv
from frankpledge.pictures.picture import Picture, Table
from frankpledge.public import finding
from frankpledge.public.answering import page, public_page
from frankpledge.public.around import around
from frankpledge.public.showing.bodies import enquiries, members_by_standing
from frankpledge.public.showing.figures import sheets
from frankpledge.public.showing.figures.addresses import Figures, type_called
from frankpledge.public.showing.figures.grounds import ground_of, outlines_of
from frankpledge.public.showing.figures.home import home_page
from frankpledge.public.showing.figures.of_type import type_page
from frankpledge.public.showing.figures.said import SNAPPED
from frankpledge.public.showing.figures.ward import promises_here, ward_page
from frankpledge.public.views.taken import links, taken
from frankpledge.record.errors import Refused

HERE = "public:figures"
TITLE = "The figures"


@dataclass(frozen=True)
class Shown:
    partnership: Partnership
    release: Release
    to: Figures
    asked: QueryDict
    path: str = ""

    @property
    def place(self) -> str:
        return self.release.area.name

    def around(self, *steps: tuple[str, str]) -> dict[str, Any]:
        crumbs = [{"words": words, "url": url} for words, url in steps]
        here = around(self.partnership, HERE)
        areas = self._areas()
        return {**here, "crumbs": crumbs, "to": self.to, "snapped": SNAPPED, "areas": areas}

    def _areas(self) -> list[dict[str, Any]]:
        """The same page of each of the partnership's areas; nothing where there is one."""
        every = self.release.areas
        return [
            {
                "name": f"All {len(area.parts)} together" if area.parts else area.name,
                "url": self.to.of_area(self.path, area.code if at else ""),
                "current": area == self.release.area,
            }
            for at, area in enumerate(every if len(every) > 1 else ())
        ]

    def page(self, template: str, context: dict[str, Any], **drawn: Picture | None) -> HttpResponse:
        """Or one of its pictures, to take away."""
        file = taken(self.asked, drawn)
        told = {**context, "links": links(drawn, self.to.area)}
        return file or page(f"public/figures/{template}", told)


View = Callable[..., HttpResponse]


def figures_page(view: View) -> View:
    """Never shown: nothing is there. Shown no longer: gone. Nothing to show: said so."""

    @public_page
    @wraps(view)
    def answered(request: HttpRequest, slug: str, **ids: Any) -> HttpResponse:
        partnership = finding.partnership_or_404(slug)
        showing = queries.showing_of(partnership)
        if showing is None:
            raise Http404
        if not showing.is_shown:
            return _instead(partnership, "gone", 410, since=showing.changed_at)
        try:
            release = queries.released(
                partnership, area=request.GET.get("area", ""), ward=ids.get("code", "")
            )
        except Refused:
            return _instead(partnership, "nothing", 200)
        return view(
            Shown(partnership, release, _to(release, slug), request.GET, request.path), **ids
        )

    return answered


def _to(release: Release, slug: str) -> Figures:
    others = queries.shown_by_area(release.kind) if release.kind == "district" else {}
    is_first = release.area in release.areas[:1]
    ours = frozenset(area.code for area in release.areas if area != release.area)
    return Figures(slug, others, "" if is_first else release.area.code, ours)


def _instead(partnership: Partnership, what: str, status: int, **more: Any) -> HttpResponse:
    place = partnership.place or partnership.name
    context = {**around(partnership, HERE), "place": place, **more}
    answer = page(f"public/figures/{what}.html", context)
    answer.status_code = status
    return answer


@figures_page
def home(shown: Shown) -> HttpResponse:
    release = shown.release
    found = home_page(release, ground_of(release), shown.to, shown.place)
    context = {**shown.around(), "page": found}
    return shown.page("home.html", context, months=found.months, types=found.types, map=found.map)


@figures_page
def of_type(shown: Shown, word: str) -> HttpResponse:
    release = shown.release
    name = type_called(release, word)
    if name is None:
        raise Http404
    found = type_page(release, name, ground_of(release), shown.to, shown.place)
    steps = ((TITLE, shown.to.home()), (name, ""))
    context = {**shown.around(*steps), "page": found}
    drawn = {"months": found.months, "season": found.season, "map": found.map}
    return shown.page("type.html", context, **drawn)


@figures_page
def ward(shown: Shown, code: str) -> HttpResponse:
    release = shown.release
    place = release.place(code) if release.kind == "ward" else None
    if place is None:
        raise Http404
    found = ward_page(release, place, outlines_of(release), shown.to, shown.place)
    steps = ((TITLE, shown.to.home()), (place.name, ""))
    context = {**shown.around(*steps), "page": found, **_people(shown), **_promises(shown, found)}
    return shown.page("ward.html", context, ranks=found.ranks)


@figures_page
def months(shown: Shown) -> HttpResponse:
    return _sheet(shown, "months", sheets.months(shown.release))


@figures_page
def places(shown: Shown) -> HttpResponse:
    return _sheet(shown, f"{shown.release.kind}s", sheets.places(shown.release))


def _sheet(shown: Shown, what: str, table: Table) -> HttpResponse:
    answer = HttpResponse(as_csv(table), "text/csv; charset=utf-8")
    name = f"{shown.partnership.slug}-figures-by-{what}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Access-Control-Allow-Origin"] = "*"  # open to every page, not only to ours
    return answer


def _people(shown: Shown) -> dict[str, Any]:
    bodies = members(shown.partnership)
    by_law = dict(members_by_standing(bodies)).get("Responsible by law", [])
    return {"ask": enquiries(bodies, shown.partnership.place), "bodies": by_law}


def _promises(shown: Shown, found: Any) -> dict[str, Any]:
    """Of the plan that was published last, where there is one."""
    plan = finding.published(shown.partnership.slug)
    if plan.chosen is None:
        return {"rows": [], "plan_url": ""}
    return {"rows": promises_here(plan.body, plan.to, found.name), "plan_url": plan.to.plan()}
