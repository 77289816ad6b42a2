"""One lead in one round: their letters, their promises, and what can be done for them."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Act, edit_row
from frankpledge.desk.pages import page
from frankpledge.desk.people.finding import url
from frankpledge.desk.rounds.forms import AddressForm, ReasonForm
from frankpledge.desk.rounds.here import HERE, RUN, round_url
from frankpledge.desk.rounds.rows import LeadRow
from frankpledge.progress import changes, queries
from frankpledge.progress.models import Request
from frankpledge.record.errors import Refused
from frankpledge.ui.forms import UiForm


def lead_url(request: DeskRequest, asked: Request) -> str:
    return url(request, "request", asked.pk)


@desk_view(RUN)
def show_lead(request: DeskRequest, pk: int) -> HttpResponse:
    asked = queries.request_in(request.partnership, pk)
    here = next(one for one in queries.round_page(asked.round).asked if one.request.pk == pk)
    answers = {answer.item_id: answer for answer in here.answers}
    context = {
        "asked": asked,
        "here": here,
        "row": LeadRow(here, missed=False),
        "round": asked.round,
        "period": queries.period_words(asked.round),
        "items": [(item, answers.get(item.pk)) for item in here.items],
        "letter": queries.letter_to(asked) if asked.round.stage == "open" and here.of else None,
    }
    return page(request, "desk/rounds/lead.html", context, here=HERE)


def _button(
    request: DeskRequest, asked: Request, act: Callable[[], str], back: str
) -> HttpResponse:
    try:
        messages.success(request, act())
    except Refused as refused:
        messages.warning(request, refused.sentence)
    return redirect(back)


@require_POST
@desk_view(RUN)
def remind_lead(request: DeskRequest, pk: int) -> HttpResponse:
    asked = queries.request_in(request.partnership, pk)

    def act() -> str:
        sent = changes.remind(round_=asked.round, requests=[asked], by=request.user)
        if not sent:
            raise Refused(
                f"{asked.called} was written to today already, or has nothing left to answer."
            )
        return f"{asked.called} is reminded."

    return _button(request, asked, act, round_url(request, asked.round))


@require_POST
@desk_view(RUN)
def send_workbook(request: DeskRequest, pk: int) -> HttpResponse:
    asked = queries.request_in(request.partnership, pk)

    def act() -> str:
        changes.send_workbook(request=asked, by=request.user)
        return "A workbook is on its way to them, with their link."

    return _button(request, asked, act, lead_url(request, asked))


@require_POST
@desk_view(RUN)
def tell_board_member(request: DeskRequest, pk: int) -> HttpResponse:
    asked = queries.request_in(request.partnership, pk)

    def act() -> str:
        changes.tell_board_member(request=asked, by=request.user)
        return "Their board member is told, by mail."

    return _button(request, asked, act, lead_url(request, asked))


@desk_view(RUN)
def mend_address(request: DeskRequest, pk: int) -> HttpResponse:
    asked = queries.request_in(request.partnership, pk)
    return _edit(
        request,
        asked,
        AddressForm,
        changes.mend_address,
        shown=["email"],
        title="Mend the address" if asked.email else "Say where to write",
        lede="If they were asked already, a letter with a new link goes there at once and the old "
        "link is taken back. This is for this round: change the post or person for the next.",
        initial={"email": asked.email},
    )


@desk_view(RUN)
def send_again(request: DeskRequest, pk: int) -> HttpResponse:
    return _edit(
        request,
        queries.request_in(request.partnership, pk),
        UiForm,
        changes.send_again,
        title="Send a new link",
        lede="The letter goes out anew. Whoever holds the old link can do nothing with it any "
        "more; what was typed by it stays.",
        submit="Send it now",
        saved="A new letter is on its way.",
    )


@desk_view(RUN)
def revoke(request: DeskRequest, pk: int) -> HttpResponse:
    return _edit(
        request,
        queries.request_in(request.partnership, pk),
        ReasonForm,
        changes.revoke,
        title="Take the link back",
        lede="From then on it opens nothing and keeps nothing; it says whom to ring.",
        submit="Take it back",
        saved="The link is taken back.",
    )


@desk_view(RUN)
def call_off(request: DeskRequest, pk: int) -> HttpResponse:
    return _edit(
        request,
        queries.request_in(request.partnership, pk),
        ReasonForm,
        changes.call_off,
        title="Ask them no more",
        lede="Their link ends and no reminder goes out. What they have answered stays.",
        submit="Ask them no more",
        saved="They are asked no more in this round.",
    )


def _edit(
    request: DeskRequest, asked: Request, form: type[UiForm], act: Act, **said: Any
) -> HttpResponse:
    back = lead_url(request, asked)
    doing = partial(act, request=asked)
    return edit_row(
        request, form, doing, row=asked, over=asked.called, back=back, here=HERE, **said
    )
