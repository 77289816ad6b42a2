"""One period of a return: what was asked, what came, and what can be done."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from frankpledge.delivery import changes, queries
from frankpledge.delivery.models import Owed
from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.delivery.forms import TypedForm, WhyForm
from frankpledge.desk.delivery.here import HERE, RUN
from frankpledge.desk.editing import Act, Editing, edit, edit_row
from frankpledge.desk.pages import page
from frankpledge.desk.people.finding import url
from frankpledge.desk.rounds.forms import AddressForm
from frankpledge.record.errors import Refused
from frankpledge.replying.returns.forms import initial_of
from frankpledge.ui.forms import UiForm


def owed_url(request: DeskRequest, owed: Owed) -> str:
    return url(request, "owed", owed.pk)


@desk_view(RUN)
def show_owed(request: DeskRequest, pk: int) -> HttpResponse:
    owed = queries.owed_in(request.partnership, pk)
    here = queries.owed_here(owed)
    context = {
        "here": here,
        "owed": here.owed,
        "period": here.period,
        "replies": [(one, list(one.figures.all())) for one in reversed(here.replies)],
        "letters": queries.letters_of(owed),
        "officer": queries.officer_of(owed.of),
    }
    return page(request, "desk/delivery/owed.html", context, here=HERE)


@desk_view(RUN)
def type_figures(request: DeskRequest, pk: int) -> HttpResponse:
    owed = queries.owed_in(request.partnership, pk)
    here = queries.owed_here(owed)

    def save(form: TypedForm, version: int) -> None:
        changes.give_figures(
            owed=owed,
            figures=form.given(),
            press=form.press,
            note=form.cleaned_data["note"],
            via="typed",
            said_by=form.cleaned_data["said_by"],
            typed_by=request.user.record_name,
            by=request.user,
        )

    editing = Editing(
        title="Type figures for them",
        over=f"{owed.of}, {here.period}",
        lede="What came before is kept beside.",
        bind=lambda typed, initial: TypedForm(typed, initial=initial, here=here),
        initial=initial_of(here),
        save=save,
        submit="Keep these figures",
        saved="Kept as what they said, typed by you.",
        back=owed_url(request, owed),
        here=HERE,
        template="desk/delivery/type.html",
    )
    return edit(request, editing)


def _button(request: DeskRequest, owed: Owed, act: Callable[[], Any], said: str) -> HttpResponse:
    try:
        act()
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, said)
    return redirect(owed_url(request, owed))


@require_POST
@desk_view(RUN)
def ask(request: DeskRequest, pk: int) -> HttpResponse:
    owed = queries.owed_in(request.partnership, pk)

    def act() -> None:
        changes.ask_for(owed=owed, by=request.user)

    return _button(request, owed, act, "They are asked, by mail.")


@require_POST
@desk_view(RUN)
def remind(request: DeskRequest, pk: int) -> HttpResponse:
    owed = queries.owed_in(request.partnership, pk)

    def act() -> None:
        changes.remind_of(owed=owed, by=request.user)

    return _button(request, owed, act, "They are reminded, by mail.")


@require_POST
@desk_view(RUN)
def letter_came_back(request: DeskRequest, pk: int) -> HttpResponse:
    letter, owed = queries.letter_in(request.partnership, pk)

    def act() -> None:
        changes.letter_came_back(letter=letter, by=request.user)

    return _button(request, owed, act, "Noted. Mend the address, and they are asked there.")


@desk_view(RUN)
def mend_address(request: DeskRequest, pk: int) -> HttpResponse:
    owed = queries.owed_in(request.partnership, pk)
    return _edit(
        request,
        owed,
        AddressForm,
        changes.mend_owed_address,
        shown=["email"],
        title="Mend the address" if owed.email else "Say where to write",
        lede="If they were asked already, a letter with a new link goes there at once and the old "
        "link is taken back. This is for this period: change the post or person for the next.",
        initial={"email": owed.email or queries.officer_of(owed.of).email},
        saved="The address is mended.",
    )


@desk_view(RUN)
def send_again(request: DeskRequest, pk: int) -> HttpResponse:
    return _edit(
        request,
        queries.owed_in(request.partnership, pk),
        UiForm,
        changes.send_link_again,
        title="Send a new link",
        lede="The letter goes out anew. Whoever holds the old link can do nothing with it any "
        "more.",
        submit="Send it now",
        saved="A new letter is on its way.",
    )


@desk_view(RUN)
def revoke(request: DeskRequest, pk: int) -> HttpResponse:
    return _edit(
        request,
        queries.owed_in(request.partnership, pk),
        WhyForm,
        changes.revoke_link,
        title="Take the link back",
        lede="From then on it opens nothing and keeps nothing; it says whom to ring.",
        submit="Take it back",
        saved="The link is taken back.",
    )


@desk_view(RUN)
def let_off(request: DeskRequest, pk: int) -> HttpResponse:
    return _edit(
        request,
        queries.owed_in(request.partnership, pk),
        WhyForm,
        changes.let_off,
        title="Want these figures no more",
        lede="Their link ends and no reminder goes out. What came stays.",
        submit="Want them no more",
        saved="These figures are not wanted any more.",
    )


def _edit(
    request: DeskRequest, owed: Owed, form: type[UiForm], act: Act, **said: Any
) -> HttpResponse:
    over = f"{owed.of}, {queries.period_of(owed)}"
    back = owed_url(request, owed)
    doing = partial(act, owed=owed)
    return edit_row(request, form, doing, row=owed, over=over, back=back, here=HERE, **said)
