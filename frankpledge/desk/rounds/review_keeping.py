"""News that came too early: kept for the next round, or kept no more."""

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
def keep(request: DeskRequest, pk: int) -> HttpResponse:
    answer = queries.answer_in(request.partnership, pk)
    try:
        if request.POST.get("no_more"):
            changes.keep_no_more(answer=answer, by=request.user)
            messages.success(request, "Kept no more.")
        else:
            changes.keep_for_next(answer=answer, by=request.user)
            messages.success(
                request, "Kept. Whoever is asked in the next round finds these words begun."
            )
    except Refused as refused:
        messages.warning(request, refused.sentence)
    return redirect(url(request, "item-read", answer.item_id))
