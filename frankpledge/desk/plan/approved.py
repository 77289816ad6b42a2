"""The newest papers that the one who is signed in may read, a press away."""

from dataclasses import dataclass

from django.urls import reverse

from frankpledge.desk.access import DeskRequest
from frankpledge.desk.papers.here import build_url, may_read
from frankpledge.papers.audiences import CHOICES
from frankpledge.papers.models import Build
from frankpledge.papers.queries import builds_of

MOST = 4
AUDIENCES = [key for key, _ in CHOICES]  # from the narrowest


@dataclass(frozen=True)
class Approved:
    title: str
    audience: str
    url: str
    pdf_url: str


def newest_approved(request: DeskRequest) -> list[Approved]:
    found = builds_of(request.partnership)
    there = [one for one in found if one.approved_at and may_read(request, one)]
    # The narrower the readers the earlier, and of each the newest first.
    there.sort(key=lambda one: AUDIENCES.index(one.audience))
    return [_told(request, one) for one in there[:MOST]]


def _told(request: DeskRequest, build: Build) -> Approved:
    slug = request.partnership.slug
    ready = (one for one in build.files.all() if one.format == "pdf" and one.state == "ready")
    pdf = next(ready, None)
    return Approved(
        title=build.title,
        audience=f"For {build.get_audience_display().lower()}"
        + (", large print" if build.large else ""),
        url=build_url(request, build),
        pdf_url=reverse("desk:paper-file", args=[slug, pdf.pk]) if pdf else "",
    )
