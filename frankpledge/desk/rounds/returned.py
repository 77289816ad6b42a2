"""A workbook or Word form that somebody mailed back: put in for them, and kept as put in so."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.pages import page
from frankpledge.desk.people.finding import url
from frankpledge.desk.rounds.here import HERE, RUN, round_here
from frankpledge.progress import changes, queries
from frankpledge.progress.forms.incoming import Incoming, read_form, require_of_round
from frankpledge.progress.forms.word import word as word_form
from frankpledge.progress.forms.words import due_words
from frankpledge.progress.forms.workbook import workbook as workbook_of
from frankpledge.progress.models import Request, Round, Upload
from frankpledge.record.errors import Refused
from frankpledge.replying.forms.returned import PutInForm
from frankpledge.replying.returning import Review, Sender
from frankpledge.replying.views.offline import handed_out

UNKNOWN = "The file does not say whose it is. Choose that above."


@desk_view(RUN)
def put_in(request: DeskRequest, pk: int) -> HttpResponse:
    round_ = round_here(request, pk)
    leads = {str(one.pk): one for one in queries.requests_of(round_)}
    choices = [(key, one.called) for key, one in leads.items()]
    if request.method != "POST":
        return _ask(request, round_, PutInForm(choices=choices))
    form = PutInForm(request.POST, request.FILES, choices=choices)
    upload = _kept(request, form, round_, leads) if form.is_valid() else None
    if upload is None:
        return _ask(request, round_, form, status=422)
    return redirect(url(request, "form-returned", upload.item.request_id, upload.pk))


def _ask(
    request: DeskRequest, round_: Round, form: PutInForm, *, status: int = 200
) -> HttpResponse:
    context = {"round": round_, "period": queries.period_words(round_), "form": form}
    return page(request, "desk/rounds/put_in.html", context, here=HERE, status=status)


def _kept(
    request: DeskRequest, form: PutInForm, round_: Round, leads: dict[str, Request]
) -> Upload | None:
    given = form.cleaned_data
    data = given["file"].read()
    try:
        incoming = read_form(data, given["file"].name)
        whose = _whose(leads.get(given["whose"]), round_, incoming)
        return changes.keep_returned(
            request=whose, incoming=incoming, name=given["file"].name, data=data, by=request.user
        )
    except Refused as refused:
        form.refuse(refused.sentence, refused.field)
        return None


def _whose(chosen: Request | None, round_: Round, incoming: Incoming) -> Request:
    """As somebody chose, else as the file says itself."""
    require_of_round(round_, incoming)
    found = chosen or queries.request_of_form(round_, incoming.request_id, incoming.items)
    if found is None:
        raise Refused(UNKNOWN, field="whose")
    return found


@desk_view(RUN)
def form_returned(request: DeskRequest, pk: int, upload_id: int) -> HttpResponse:
    asked = queries.request_in(request.partnership, pk)
    upload = queries.form_returned(asked, upload_id)
    sent = request.POST if request.method == "POST" else None
    hand = f"account:{request.user.pk}"
    try:
        review = Review(asked, upload, hand, sent)
    except Refused:
        raise Http404 from None
    if sent is None or not review.is_whole:
        return _show(request, review, status=200 if sent is None else 422)
    review.send(Sender(by=request.user, hand=hand, typed_by=request.user.record_name[:160]))
    return _onwards(request, review)


def _onwards(request: DeskRequest, review: Review) -> HttpResponse:
    left = [one for one in review.new if one.wanting]
    if left:
        return _show(request, review, left=left)
    messages.success(request, "Put in, as their words and as put in by you.")
    return redirect(url(request, "request", review.request.pk))


def _show(
    request: DeskRequest, review: Review, *, left: Any = None, status: int = 200
) -> HttpResponse:
    context = {
        "review": review,
        "form": review.choosing,
        "asked": review.request,
        "round": review.request.round,
        "period": queries.period_words(review.request.round),
        "left": left,
    }
    template = "desk/rounds/put_in_left.html" if left else "desk/rounds/returned.html"
    return page(request, template, context, here=HERE, status=status)


@desk_view(RUN)
def workbook(request: DeskRequest, pk: int) -> HttpResponse:
    asked = queries.request_in(request.partnership, pk)
    data = workbook_of(asked, queries.asked_items(asked), due_words(asked))
    return _private(handed_out(asked, data, "xlsx"))


@desk_view(RUN)
def word(request: DeskRequest, pk: int) -> HttpResponse:
    asked = queries.request_in(request.partnership, pk)
    data = word_form(asked, queries.asked_items(asked), due_words(asked))
    return _private(handed_out(asked, data, "docx"))


def _private(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "private, no-store"
    return response
