"""The same questions as a file to fill in, and that file back again."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from frankpledge.progress import changes, queries
from frankpledge.progress.filekinds import ENDINGS
from frankpledge.progress.forms.incoming import read_form
from frankpledge.progress.forms.word import word as word_form
from frankpledge.progress.forms.words import due_words, file_name
from frankpledge.progress.forms.workbook import workbook as workbook_of
from frankpledge.progress.models import Request, Upload
from frankpledge.record.errors import Refused
from frankpledge.replying.doors import Door, behind_link
from frankpledge.replying.forms.returned import ReturnForm
from frankpledge.replying.pages import page
from frankpledge.replying.returning import Review, Sender

KINDS = {ending: kind for kind, ending in ENDINGS.items()}


@behind_link(Request)
def offline(request: Any) -> HttpResponse:
    if request.method != "POST":
        return _offline(request, ReturnForm())
    form = ReturnForm(request.POST, request.FILES)
    upload = _kept(request, form) if form.is_valid() else None
    if upload is None:
        return _offline(request, form, status=422)
    if not request.door.link.is_live:
        # Its pages are closed, so this one must show what came: the words are still taken.
        return _shown(request, Review(request.door.request, upload, request.door.hand))
    return redirect(request.door.url("returned", upload.pk))


def _offline(request: Any, form: ReturnForm, *, status: int = 200, told: str = "") -> HttpResponse:
    may_send = bool(request.door.request.email) and not told
    context = {"form": form, "told": told, "may_send": may_send}
    return page(request, "replying/offline.html", context, status=status)


def _kept(request: Any, form: ReturnForm) -> Upload | None:
    door, file = request.door, form.cleaned_data["file"]
    data = file.read()
    try:
        return changes.keep_returned(
            request=door.request,
            incoming=read_form(data, file.name),
            name=file.name,
            data=data,
            by=door.author,
            link=door.link,
        )
    except changes.Revoked:
        raise
    except Refused as refused:
        form.refuse(refused.sentence, "file")
        return None


@behind_link(Request)
def workbook(request: Any) -> HttpResponse:
    here = request.door.request
    heres = queries.asked_items(here, request.door.hand)
    return handed_out(here, workbook_of(here, heres, due_words(here)), "xlsx")


@behind_link(Request)
def send(request: Any) -> HttpResponse:
    """To the address that the letter came to, and to no other."""
    door = request.door
    if request.method != "POST":
        return redirect(door.url("offline"))
    try:
        letter = changes.send_workbook(request=door.request, by=door.author, link=door.link)
    except changes.Revoked:
        raise
    except Refused as refused:
        return _offline(request, ReturnForm(), status=422, told=refused.sentence)
    told = f"The workbook is on its way to {masked(letter.to)}."
    return _offline(request, ReturnForm(), told=told)


def masked(email: str) -> str:
    """Enough to know one's own mailbox by: the link may be in other hands."""
    name, _, host = email.partition("@")
    return f"{name[:1]}…@{host}"


@behind_link(Request)
def word(request: Any) -> HttpResponse:
    here = request.door.request
    return handed_out(here, word_form(here, queries.asked_items(here), due_words(here)), "docx")


def handed_out(asked: Request, data: bytes, ending: str) -> HttpResponse:
    response = HttpResponse(data, content_type=KINDS[ending])
    response.headers["Content-Disposition"] = f'attachment; filename="{file_name(asked, ending)}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@behind_link(Request)
def returned(request: Any, upload_id: int) -> HttpResponse:
    door = request.door
    upload = queries.form_returned(door.request, upload_id)
    sent = request.POST if request.method == "POST" else None
    try:
        review = Review(door.request, upload, door.hand, sent)
    except Refused:  # a file that came with an answer, and is no form
        raise queries.NotThere from None
    if sent is None or not review.is_whole:
        return _shown(request, review, status=200 if sent is None else 422)
    review.send(Sender(by=door.author, hand=door.hand, link=door.link))
    return _sent(request, review, door)


def _sent(request: Any, review: Review, door: Door) -> HttpResponse:
    left = [one for one in review.new if one.wanting]
    if left or not door.link.is_live:
        return page(request, "replying/returned_sent.html", {"review": review, "left": left})
    return redirect(door.url("sent"))


def _shown(request: Any, review: Review, *, status: int = 200) -> HttpResponse:
    return page(
        request,
        "replying/returned.html",
        {"review": review, "form": review.choosing},
        status=status,
    )
