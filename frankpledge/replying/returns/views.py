"""What a liaison officer sees behind their link: the figures of one period, and nothing else."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from frankpledge.delivery import changes, queries
from frankpledge.delivery.models import Owed
from frankpledge.record.errors import Refused
from frankpledge.replying.doors import behind_link
from frankpledge.replying.pages import page
from frankpledge.replying.returns.forms import FiguresForm, initial_of


@behind_link(Owed)
def figures(request: Any) -> HttpResponse:
    door = request.door
    here = queries.owed_here(door.owed)
    form = FiguresForm(request.POST or None, here=here, initial=initial_of(here))
    if request.method == "POST" and form.is_valid():
        try:
            changes.give_figures(
                owed=here.owed,
                figures=form.given(),
                press=form.press,
                note=form.cleaned_data["note"],
                said_by=door.owed.called,
                by=door.author,
                link=door.link,
            )
        except changes.LinkRevoked:
            raise
        except Refused as refused:
            form.refuse(refused.sentence)
        else:
            return redirect(door.url("figures-sent"))
    status = 422 if form.is_bound and form.errors else 200
    context = {"form": form, "here": here, "period": here.period}
    return page(request, "replying/returns/figures.html", context, status=status)


@behind_link(Owed)
def sent(request: Any) -> HttpResponse:
    here = queries.owed_here(request.door.owed)
    if here.reply is None:
        return redirect(request.door.inside)
    context = {"here": here, "period": here.period, "figures": here.reply.figures.all()}
    return page(request, "replying/returns/sent.html", context)
