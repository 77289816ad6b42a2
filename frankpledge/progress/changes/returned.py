"""A form that came back: the file is kept first, so that whatever follows loses nothing."""

from frankpledge.asking.models import Link
from frankpledge.progress.changes.uploads import keep_upload
from frankpledge.progress.forms.incoming import Incoming, require_for
from frankpledge.progress.models import Request, Upload
from frankpledge.progress.queries.replying import asked_items
from frankpledge.record import lines
from frankpledge.record.errors import Refused


def keep_returned(
    *,
    request: Request,
    incoming: Incoming,
    name: str,
    data: bytes,
    by: lines.Author,
    link: Link | None = None,
) -> Upload:
    """It goes with the first promise that it says anything of."""
    require_for(request, incoming)
    heres = asked_items(request)
    if not heres:
        raise Refused("Nothing is asked here any more. Ring the coordinator.")
    item = next((here.item for here in heres if here.item.pk in incoming.items), heres[0].item)
    return keep_upload(item=item, name=name, data=data, by=by, link=link)
