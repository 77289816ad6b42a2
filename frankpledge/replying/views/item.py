"""One promise: seen, typed, sent. Whatever goes wrong, what was typed is there again."""

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone

from frankpledge.partnership.models.dated import today
from frankpledge.progress import changes, queries
from frankpledge.progress.models import Answer, Item, Request
from frankpledge.progress.queries.replying import ItemHere
from frankpledge.record.errors import Refused
from frankpledge.replying.doors import DoorRequest, behind_link
from frankpledge.replying.forms.answer import AnswerForm, initial_of, typed_values
from frankpledge.replying.forms.layout import blocks_of
from frankpledge.replying.pages import page
from frankpledge.replying.words import place
from frankpledge.ui.said import moment


@behind_link(Request)
def item(request: DoorRequest, pk: int) -> HttpResponse:
    door = request.door
    try:
        here = queries.asked_item(door.request, pk, door.hand)
    except queries.NotThere:
        return _moved(request, pk)
    if request.method != "POST":
        return _show(request, here, AnswerForm(here=here, initial=initial_of(here)))
    if request.POST.get("do") == "save":
        _keep_typed(request, here.item)
        return redirect(door.inside)
    if request.POST.get("do") == "same":
        return _same(request, here)
    return _sent(request, here)


@behind_link(Request)
def save(request: DoorRequest, pk: int) -> HttpResponse:
    """What the page's script posts while somebody types."""
    door = request.door
    here = queries.item_here(door.request, pk)
    if request.method != "POST":
        return redirect(door.url("item", pk))
    if not _keep_typed(request, here):
        return JsonResponse({"saved": ""}, status=422)
    return JsonResponse({"saved": f"{timezone.localtime():%H.%M}"})


@behind_link(Request)
def remove_file(request: DoorRequest, pk: int, upload_id: int) -> HttpResponse:
    door = request.door
    here = queries.item_here(door.request, pk)
    if request.method == "POST":
        upload = queries.upload_waiting(here, upload_id)
        _keep_typed(request, here)
        changes.remove_upload(upload=upload, by=door.author, link=door.link)
    return redirect(door.url("item", pk))


def _sent(request: DoorRequest, here: ItemHere) -> HttpResponse:
    form = AnswerForm(request.POST, request.FILES, here=here)
    valid = form.is_valid()
    uploads = _take_file(request, here, form)
    if not valid or form.errors:
        return _give_back(request, here, form)
    try:
        answer = _send(request, here, form.given(uploads), form.press, request.door.hand)
    except changes.Revoked:
        raise
    except Refused as refused:
        form.refuse(refused.sentence, refused.field)
        return _give_back(request, here, form)
    return _onwards(request, answer)


def _take_file(request: DoorRequest, here: ItemHere, form: AnswerForm) -> tuple[int, ...]:
    """A file is kept at once: a fault elsewhere in the form must not lose it."""
    waiting = [one.pk for one in here.uploads]
    file = form.cleaned_data.get("file")
    if not file:
        return tuple(waiting)
    try:
        kept = changes.keep_upload(
            item=here.item,
            name=file.name,
            data=file.read(),
            by=request.door.author,
            link=request.door.link,
        )
    except changes.Revoked:
        raise
    except Refused as refused:
        form.refuse(refused.sentence, "file")
        return tuple(waiting)
    if kept.pk not in waiting:
        here.uploads.append(kept)
    return tuple(dict.fromkeys([*waiting, kept.pk]))


def _same(request: DoorRequest, here: ItemHere) -> HttpResponse:
    given = changes.same_as_last(here.item)
    if given is None:
        form = AnswerForm(request.POST, here=here)
        form.refuse("There is no last time to stand by. Say how it is going.")
        return _show(request, here, form, status=422)
    # What was being typed as well is not sent, and stays where it is kept.
    answer = _send(request, here, given, f"same {request.POST.get('press', '')}"[:64], hand="")
    return _onwards(request, answer)


def _send(request: DoorRequest, here: ItemHere, given: Any, press: str, hand: str) -> Answer:
    door = request.door
    return changes.send_answer(
        item=here.item, given=given, press=press, by=door.author, hand=hand, link=door.link
    )


def _onwards(request: DoorRequest, answer: Answer) -> HttpResponse:
    """The next that waits for an answer; after the last, what was sent."""
    door = request.door
    if answer.after_freeze or not door.link.is_live:
        return page(request, "replying/late.html", {"answer": answer})
    waiting = [one.item.pk for one in queries.asked(door.request).waiting]
    return redirect(door.url("item", waiting[0]) if waiting else door.url("sent"))


def _give_back(request: DoorRequest, here: ItemHere, form: AnswerForm) -> HttpResponse:
    _keep_typed(request, here.item)
    return _show(request, here, form, status=422)


def _keep_typed(request: DoorRequest, item: Item) -> bool:
    """What nobody could have typed is not kept; the page that sent it still shows it."""
    door, typed = request.door, typed_values(request.POST)
    try:
        changes.keep_typing(item=item, hand=door.hand, values=typed, link=door.link)
    except changes.Revoked:
        raise
    except Refused:
        return False
    return True


def _show(
    request: DoorRequest, here: ItemHere, form: AnswerForm, *, status: int = 200
) -> HttpResponse:
    typing = None if form.is_bound else here.typing
    context = {
        "here": here,
        "form": form,
        "blocks": blocks_of(form),
        "place": place(here.place, here.of_how_many),
        "may_say_same": changes.same_as_last(here.item) is not None,
        "saved_at": moment(typing.saved_at) if typing else "",
        "is_late": today() > here.item.request.round.due_on,
        "periods": queries.periods_words(here.item),
    }
    return page(request, "replying/item.html", context, status=status)


def _moved(request: DoorRequest, pk: int) -> HttpResponse:
    """Passed on or struck since this page was opened: said, and what was typed is shown."""
    gone = queries.item_here(request.door.request, pk)
    typed = typed_values(request.POST) if request.method == "POST" else {}
    if typed:
        _keep_typed(request, gone)
    words = [value for name, value in typed.items() if len(value) > 12 and "-" not in name]
    return page(request, "replying/moved.html", {"item": gone, "typed": words})
