"""In the order in which it matters, each with what one could do next and where to do it."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.pages import page
from frankpledge.judging import changes
from frankpledge.judging.attention import Attention, Part, attention
from frankpledge.partnership.models.dated import today
from frankpledge.partnership.roles import Permission
from frankpledge.ui.said import count


@dataclass(frozen=True)
class Line:
    sentence: str
    do: str
    url: str
    since: date | None


@dataclass(frozen=True)
class Section:
    title: str
    lines: list[Line]


@desk_view(Permission.EDIT_PLAN)
def show_attention(request: DeskRequest) -> HttpResponse:
    found = _found(request)
    context = {
        "sections": [Section(part.title, _lines(request, part)) for part in found.parts],
        "new": [each.matter.key for each in found.new],
        "lede": _lede(found),
        "looked": found.looked,
    }
    return page(request, "desk/attention/page.html", context, here="desk:home")


def _found(request: DeskRequest) -> Attention:
    found = attention(request.partnership, today())
    may_see = request.access.may(Permission.SEE_RESTRICTED)
    return found if may_see else found.without_restricted()


def _lines(request: DeskRequest, part: Part) -> list[Line]:
    slug = request.partnership.slug
    return [
        Line(
            each.matter.sentence,
            each.matter.do,
            reverse(each.matter.url, args=[slug, *each.matter.args]),
            each.since,
        )
        for each in part.told
    ]


def _lede(found: Attention) -> str:
    if not found.told:
        return "Nothing needs you today. What changes is told here, and by mail on Mondays."
    still = len(found.told) - len(found.new)
    if not found.new:
        return f"Nothing new; {count(still, 'thing')} still so."
    return f"{len(found.new)} new" + (f", and {count(still, 'thing')} still so." if still else ".")


@require_POST
@desk_view(Permission.EDIT_PLAN)
def mark_seen(request: DeskRequest) -> HttpResponse:
    seen = changes.mark_seen(
        partnership=request.partnership, keys=request.POST.getlist("key"), by=request.user
    )
    if seen:
        messages.success(request, "Seen. They stay here for as long as they are so.")
    return redirect("desk:attention", request.partnership.slug)
