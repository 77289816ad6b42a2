"""What there is to read in a round, and what looks wrong in it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.pages import page
from frankpledge.desk.people.finding import url
from frankpledge.desk.rounds.here import HERE, RUN, round_here
from frankpledge.progress import changes, queries
from frankpledge.progress.models import Round
from frankpledge.record.errors import Refused


@desk_view(RUN)
def show_review(request: DeskRequest, pk: int) -> HttpResponse:
    round_ = round_here(request, pk)
    shown = queries.review_page(round_)
    context = {
        "round": round_,
        "period": queries.period_words(round_),
        "shown": shown,
        "sentence": _sentence(shown),
        "first": next(iter(shown.to_read), None),
        "groups": [(words, found) for words, keys in GROUPS if (found := shown.of(*keys))],
        "raised_open": sum(1 for _, one in shown.raised if not one.decided),
    }
    return page(request, "desk/rounds/review/review.html", context, here=HERE)


GROUPS = [
    ("To read", ("unread", "again")),
    ("Sent back, and not answered again yet", ("sent-back",)),
    ("No answer yet", ("missing",)),
    ("Not asked any more", ("called-off",)),
    ("Agreed", ("agreed",)),
    ("Not reported", ("not-reported",)),
]


def _sentence(shown: queries.ReviewPage) -> str:
    read, missing = len(shown.to_read), len(shown.of("missing"))
    parts = [
        f"{read} to read" if read else "Everything that came is read",
        f"{len(shown.doubts)} to look at again" if shown.doubts else "nothing looks wrong",
        f"{missing} without an answer" if missing else "nothing is missing",
    ]
    return f"{', '.join(parts[:-1])} and {parts[-1]}."


@require_POST
@desk_view(RUN)
def leave_doubt(request: DeskRequest, pk: int) -> HttpResponse:
    round_ = round_here(request, pk)
    doubt = request.POST.get("doubt", "")[:120]
    try:
        if request.POST.get("again"):
            changes.unsettle(round_=round_, doubt=doubt, by=request.user)
        else:
            changes.settle(round_=round_, doubt=doubt, by=request.user)
    except Refused as refused:
        messages.warning(request, refused.sentence)
    return redirect(_back(request, round_))


def _back(request: HttpRequest, round_: Round) -> str:
    """To the promise it was pressed on, or to the list."""
    item = request.POST.get("item", "")
    if item.isdecimal() and item.isascii() and len(item) < 18:
        return f"{url(request, 'item-read', int(item))}#doubts"  # type: ignore[arg-type]
    return f"{url(request, 'round-review', round_.pk)}#doubts"  # type: ignore[arg-type]
