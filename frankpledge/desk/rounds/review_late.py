"""Answers that came after the freeze: taken up into the plan, or left where they are kept."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.people.finding import url
from frankpledge.desk.rounds.here import RUN
from frankpledge.progress import changes, queries
from frankpledge.record.errors import Refused


@require_POST
@desk_view(RUN)
def take_up(request: DeskRequest, pk: int) -> HttpResponse:
    answer = queries.answer_in(request.partnership, pk)
    try:
        changes.take_up_late(answer=answer, by=request.user)
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, "The plan says it now. The freeze stays as it was.")
    return redirect(f"{url(request, 'round-review', answer.item.request.round_id)}#late")
