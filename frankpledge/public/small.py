"""What browsers and search engines ask for by themselves."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static

from frankpledge.public.answering import public_page

INSIDE = ("/desk/", "/account/", "/healthz")
SEAL = "ui/img/seal.svg"


@public_page
def robots(request: HttpRequest) -> HttpResponse:
    # A county that does not exist must not be found by somebody who looks for help.
    closed = ("/",) if settings.DEMO else INSIDE
    rules = "".join(f"Disallow: {path}\n" for path in closed)
    return HttpResponse(f"User-agent: *\n{rules}", "text/plain")


@public_page
def favicon(request: HttpRequest) -> HttpResponse:
    return redirect(static(SEAL))
