"""The pages that only the demonstration has: signing in as one of its people, and the outbox."""

from django.contrib.auth import get_user_model, login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from frankpledge.demo import outbox
from frankpledge.demo.personas import PERSONAS
from frankpledge.demo.signin import path_for, persona_of

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@require_safe
@never_cache
def home(request: HttpRequest) -> HttpResponse:
    people = [{"title": p.label, "hint": p.name, "url": path_for(p)} for p in PERSONAS]
    return render(request, "demo/home.html", {"people": people})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def sign_in(request: HttpRequest, token: str) -> HttpResponse:
    """A page with one button, since whoever previews a link must not be signed in by it."""
    persona = persona_of(token)
    if persona is None:
        raise Http404
    if request.method != "POST":
        return render(request, "demo/sign_in.html", {"persona": persona})
    account = get_user_model().objects.filter(email=persona.email, is_active=True).first()
    if account is None:
        raise Http404
    login(request, account, backend=BACKEND)
    return redirect(persona.opens)


@require_GET
@never_cache
def outbox_list(request: HttpRequest) -> HttpResponse:
    return render(request, "demo/outbox.html", {"mails": outbox.mails()})


@require_GET
@never_cache
def outbox_mail(request: HttpRequest, name: str) -> HttpResponse:
    found = outbox.mail(name)
    if found is None:
        raise Http404
    return render(request, "demo/mail.html", {"mail": found})
