"""What a lead says on the telephone, typed for them in the same form that their link opens."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.pages import page
from frankpledge.desk.people.finding import url
from frankpledge.desk.rounds.here import HERE, RUN
from frankpledge.progress import changes, queries
from frankpledge.progress.models import Item
from frankpledge.progress.queries.replying import ItemHere
from frankpledge.record.errors import Refused
from frankpledge.replying.forms.answer import AnswerForm, initial_of, typed_values
from frankpledge.replying.forms.layout import blocks_of
from frankpledge.replying.words import place


@desk_view(RUN)
def type_answer(request: DeskRequest, pk: int) -> HttpResponse:
    item = queries.item_in(request.partnership, pk)
    here = queries.asked_item(item.request, pk, _hand(request))
    if request.method != "POST":
        return _show(request, here, AnswerForm(here=here, initial=initial_of(here)))
    if request.POST.get("do") == "save":
        return _save(request, here)
    return _send(request, here)


def _hand(request: DeskRequest) -> str:
    return f"account:{request.user.pk}"


def _save(request: DeskRequest, here: ItemHere) -> HttpResponse:
    if not _keep(request, here.item):
        form = AnswerForm(request.POST, here=here)
        form.refuse("This is too long to be kept, or holds what nobody can type.")
        return _show(request, here, form, status=422)
    messages.success(request, "Kept, and not sent. It is here when you come back.")
    return redirect(url(request, "request", here.item.request_id))


def _keep(request: DeskRequest, item: Item) -> bool:
    try:
        changes.keep_typing(item=item, hand=_hand(request), values=typed_values(request.POST))
    except Refused:
        return False
    return True


def _send(request: DeskRequest, here: ItemHere) -> HttpResponse:
    form = AnswerForm(request.POST, request.FILES, here=here)
    valid = form.is_valid()
    uploads = _take_file(request, here, form)
    if not valid or form.errors:
        return _give_back(request, here, form)
    try:
        changes.send_answer(
            item=here.item,
            given=form.given(uploads),
            press=form.press,
            by=request.user,
            via="typed",
            typed_by=request.user.record_name[:160],
            hand=_hand(request),
        )
    except Refused as refused:
        form.refuse(refused.sentence, refused.field)
        return _give_back(request, here, form)
    messages.success(request, f"Kept as what {here.item.request.called} said, typed by you.")
    return redirect(url(request, "request", here.item.request_id))


def _take_file(request: DeskRequest, here: ItemHere, form: AnswerForm) -> tuple[int, ...]:
    """Kept at once: a fault elsewhere in the form must not lose it."""
    waiting = [one.pk for one in here.uploads]
    file = form.cleaned_data.get("file")
    if not file:
        return tuple(waiting)
    try:
        kept = changes.keep_upload(
            item=here.item, name=file.name, data=file.read(), by=request.user
        )
    except Refused as refused:
        form.refuse(refused.sentence, "file")
        return tuple(waiting)
    if kept.pk not in waiting:
        here.uploads.append(kept)
    return tuple(dict.fromkeys([*waiting, kept.pk]))


def _give_back(request: DeskRequest, here: ItemHere, form: AnswerForm) -> HttpResponse:
    _keep(request, here.item)
    return _show(request, here, form, status=422)


def _show(
    request: DeskRequest, here: ItemHere, form: AnswerForm, *, status: int = 200
) -> HttpResponse:
    round_ = here.item.request.round
    context: dict[str, Any] = {
        "here": here,
        "form": form,
        "blocks": blocks_of(form),
        "asked": here.item.request,
        "round": round_,
        "period": queries.periods_words(here.item) or queries.period_words(round_),
        "place": place(here.place, here.of_how_many),
    }
    return page(request, "desk/rounds/type.html", context, here=HERE, status=status)
