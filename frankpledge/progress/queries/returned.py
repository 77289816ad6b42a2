"""Forms that came back, and whose they are."""

from frankpledge.plan.queries import NotThere
from frankpledge.progress.models import Request, Round, Upload


def form_returned(request: Request, upload_id: int) -> Upload:
    """A form that came back for this request, whatever became of it since."""
    found = Upload.objects.filter(item__request=request, pk=upload_id)
    upload = found.select_related("item__action").first()
    if upload is None:
        raise NotThere
    return upload


def requests_of(round_: Round) -> list[Request]:
    found = Request.objects.filter(round=round_, called_off_at=None)
    return list(found.select_related("round__plan", "round__partnership", "link"))


def request_of_form(round_: Round, mark: int | None, items: set[int]) -> Request | None:
    """Whose form it is: by its signed mark, else by the promises that its rows are marked with."""
    found = Request.objects.filter(round=round_)
    found = found.filter(pk=mark) if mark else found.filter(items__in=items).distinct()
    named = list(found.select_related("round__plan", "round__partnership")[:2])
    return named[0] if len(named) == 1 else None
