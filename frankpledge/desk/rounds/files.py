"""What came with an answer, to take away: never shown in the page, whatever it says it is."""

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.rounds.here import RUN
from frankpledge.progress import queries


@desk_view(RUN)
def download(request: DeskRequest, pk: int) -> HttpResponse:
    upload = queries.upload_here(request.partnership, pk)
    try:
        with upload.file.open("rb") as file:
            data = file.read()  # 10 MB at most
    except FileNotFoundError:
        raise Http404 from None
    response = HttpResponse(data, content_type=upload.kind)
    response.headers["Content-Disposition"] = content_disposition_header(True, upload.name) or ""
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
