"""The letters of a round: what went out, and what became of it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.pages import page
from frankpledge.desk.people.finding import url
from frankpledge.desk.rounds.here import HERE, RUN, round_here
from frankpledge.partnership.roles import Permission
from frankpledge.progress import changes, queries
from frankpledge.record.errors import Refused

KINDS = {
    "ask": "Asked",
    "remind": "Reminder",
    "passed-on": "Passed on",
    "board": "To their board member",
    "sent-back": "Sent back with a question",
    "question": "A question",
    "told": "For the coordinator",
}


@desk_view(RUN, Permission.SEE_CONTACTS)
def show_letters(request: DeskRequest, pk: int) -> HttpResponse:
    round_ = round_here(request, pk)
    found = queries.letters_log(round_)
    context = {
        "round": round_,
        "period": queries.period_words(round_),
        "letters": [(one, KINDS.get(one.kind, one.kind)) for one in found],
    }
    return page(request, "desk/rounds/letters.html", context, here=HERE)


@desk_view(RUN, Permission.SEE_CONTACTS)
def show_letter(request: DeskRequest, pk: int) -> HttpResponse:
    """As it was written, without the link: that is for one reader alone."""
    letter = queries.letter_in(request.partnership, pk)
    context = {
        "letter": letter,
        "kind": KINDS.get(letter.kind, letter.kind),
        "body": letter.body.replace("{link}", queries.LINK_HERE),
        "back": _back(request, letter.about),
    }
    return page(request, "desk/rounds/letter.html", context, here=HERE)


@require_POST
@desk_view(RUN, Permission.SEE_CONTACTS)
def mark_bounced(request: DeskRequest, pk: int) -> HttpResponse:
    letter = queries.letter_in(request.partnership, pk)
    try:
        changes.bounced(letter=letter, by=request.user)
        messages.success(request, "Marked as come back. Mend the address, and it goes out anew.")
    except Refused as refused:
        messages.warning(request, refused.sentence)
    return redirect(_back(request, letter.about))


def _back(request: DeskRequest, about: str) -> str:
    kind, _, number = about.partition(":")
    return url(request, "request", int(number)) if kind == "request" else url(request, "rounds")
