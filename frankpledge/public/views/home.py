"""The host's home: which partnerships there are and how their promises stand."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from frankpledge.evidence.queries import all_shown
from frankpledge.partnership.models.dated import today
from frankpledge.partnership.queries import all_partnerships
from frankpledge.plan.queries.published import standings_of
from frankpledge.public.answering import page, public_page
from frankpledge.public.around import around_host
from frankpledge.public.showing.home import home_page


@public_page
def home(request: HttpRequest) -> HttpResponse:
    partnerships = all_partnerships()
    if len(partnerships) == 1:
        return redirect("public:plan", partnerships[0].slug)
    shown = home_page(partnerships, standings_of(partnerships), today(), all_shown())
    return page("public/home.html", {**around_host(), "page": shown})
