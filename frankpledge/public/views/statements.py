"""Accessibility and privacy: the partnership's own words, or ours until it writes them."""

from django.http import HttpRequest, HttpResponse

from frankpledge.partnership.queries import members
from frankpledge.public.answering import page, public_page
from frankpledge.public.around import around, around_host
from frankpledge.public.finding import partnership_or_404
from frankpledge.public.showing.bodies import enquiries


@public_page
def accessibility(request: HttpRequest, slug: str) -> HttpResponse:
    return _statement(slug, "accessibility")


@public_page
def privacy(request: HttpRequest, slug: str) -> HttpResponse:
    return _statement(slug, "privacy")


@public_page
def host_accessibility(request: HttpRequest) -> HttpResponse:
    return page("public/accessibility.html", around_host())


@public_page
def host_privacy(request: HttpRequest) -> HttpResponse:
    return page("public/privacy.html", around_host())


def _statement(slug: str, which: str) -> HttpResponse:
    partnership = partnership_or_404(slug)
    context = {
        **around(partnership, f"public:{which}"),
        "words": getattr(partnership, f"{which}_words"),
        "ask": enquiries(members(partnership), partnership.place),
    }
    return page(f"public/{which}.html", context)
