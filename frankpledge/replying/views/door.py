"""The neutral page that a link shows, and Start."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from frankpledge.asking import links
from frankpledge.replying.doors import answered, remember
from frankpledge.replying.pages import closed, page


@answered
def door(request: Any) -> HttpResponse:
    here = request.door
    if not here.link.is_live:
        return closed(request, here)
    if request.method == "POST":
        links.opened(here.link)
        response = redirect(here.inside)
        remember(response, here)
        return response
    return redirect(here.inside) if here.is_open else page(request, here.front)
