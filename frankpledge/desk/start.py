"""Where signing in leads: to the one partnership somebody works in, or to a choice of them."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render

from frankpledge.partnership.queries import partnerships_of


@login_required
def choose_partnership(request: Any) -> HttpResponse:
    found = partnerships_of(request.user)
    if len(found) == 1 and not request.user.is_host:
        return redirect("desk:home", slug=found[0].slug)
    return render(
        request, "desk/start.html", {"partnerships": found, "who": request.user.record_name}
    )
