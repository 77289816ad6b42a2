"""The promises somebody answers for, and what they have sent."""

from typing import Any

from django.http import HttpResponse

from frankpledge.progress import queries
from frankpledge.progress.models import Request
from frankpledge.progress.queries.replying import Listed
from frankpledge.replying.doors import Door, behind_link
from frankpledge.replying.pages import page
from frankpledge.replying.words import answer_for, minutes_for


@behind_link(Request)
def promises(request: Any) -> HttpResponse:
    asked = queries.asked(request.door.request)
    context = {
        "asked": asked,
        "title": answer_for(len(asked.theirs)),
        "minutes": minutes_for(len(asked.waiting)),
        "rows": [_row(request.door, one) for one in asked.theirs],
        "may_pass": any(one.needs_answer for one in asked.items),
    }
    return page(request, "replying/list.html", context)


def _row(door: Door, one: Listed) -> dict[str, Any]:
    return {
        "title": one.item.action,
        "url": door.url("item", one.item.pk),
        "status": _status(one),
        "done": not one.needs_answer and not one.is_begun,
        "hint": "",
    }


def _status(one: Listed) -> str:
    if one.sent_back:
        return "A question about it; begun" if one.is_begun else "A question about it"
    if one.answer is None and one.answered_by and not one.is_begun:
        return f"Answered by {one.answered_by}"
    if one.answer is None:
        return "Begun, not sent" if one.is_begun else "Not begun"
    return "Sent; a change is not sent yet" if one.is_begun else "Sent"


@behind_link(Request)
def sent(request: Any) -> HttpResponse:
    asked = queries.asked(request.door.request)
    answers = [one for one in asked.theirs if one.answer]
    return page(request, "replying/sent.html", {"asked": asked, "answers": answers})
