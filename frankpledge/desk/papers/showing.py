"""One paper that was made: its files, what it rests on, and its approval."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.pages import page
from frankpledge.desk.papers.here import HERE, MAKE, build_here, build_url, may_make, may_read
from frankpledge.desk.rounds.here import version_sent
from frankpledge.papers import changes, queries
from frankpledge.papers.audiences import KEYS, words_of
from frankpledge.papers.writers import FORMATS
from frankpledge.partnership.roles import Permission
from frankpledge.record.errors import Refused, Stale

SECONDS = "3"
MEANWHILE = "Somebody else changed this paper while you were reading. Nothing was done."


@desk_view(Permission.SEE_INTERNAL)
def show(request: DeskRequest, pk: int) -> HttpResponse:
    build = build_here(request, pk)
    files = list(build.files.all())
    working = any(one.state in ("waiting", "building") for one in files)
    context = {
        "build": build,
        "files": [(one, FORMATS[one.format].name) for one in files],
        "audience": words_of(KEYS[build.audience]),
        "working": working,
        "ready": sum(one.state == "ready" for one in files),
        "may_make": may_make(request),
        "failed": any(one.state == "failed" for one in files),
    }
    response = page(request, "desk/papers/show.html", context, here=HERE)
    if working:
        response.headers["Refresh"] = SECONDS  # without scripts, a page asks again by itself
    return response


@desk_view(Permission.SEE_INTERNAL)
def download(request: DeskRequest, pk: int) -> HttpResponse:
    found = queries.file_in(request.partnership, pk)
    if not may_read(request, found.build):
        raise Http404
    try:
        with found.file.open("rb") as file:
            data = file.read()
    except FileNotFoundError:
        raise Http404 from None
    response = HttpResponse(data, content_type=FORMATS[found.format].mime)
    response.headers["Content-Disposition"] = content_disposition_header(True, found.name) or ""
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@require_POST
@desk_view(MAKE)
def approve(request: DeskRequest, pk: int) -> HttpResponse:
    build = build_here(request, pk)
    try:
        changes.approve(build=build, version=version_sent(request), by=request.user)
    except Refused as refused:
        messages.warning(request, refused.sentence)
    except Stale:
        messages.warning(request, MEANWHILE)
    else:
        messages.success(request, "The paper is approved. Its files stand in the record.")
    return redirect(build_url(request, build))


@require_POST
@desk_view(MAKE)
def try_again(request: DeskRequest, pk: int) -> HttpResponse:
    build = build_here(request, pk)
    try:
        changes.try_again(build=build, by=request.user)
    except Refused as refused:
        messages.warning(request, refused.sentence)
    return redirect(build_url(request, build))
