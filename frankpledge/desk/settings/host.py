"""The host's pages: which partnerships there are, and how they follow one another."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from frankpledge.desk.settings.host_forms import (
    CoordinatorForm,
    EndForm,
    PartnershipForm,
    SuccessionForm,
)
from frankpledge.partnership import changes, queries
from frankpledge.partnership.models import Partnership
from frankpledge.record.errors import Refused
from frankpledge.ui.forms import UiForm

HOST = "desk:host"
View = Callable[..., HttpResponse]
Save = Callable[[dict[str, Any]], object]


def host_view(view: View) -> View:
    """For whoever keeps the installation. To everybody else there is no such page."""

    @wraps(view)
    def guarded(request: Any, **ids: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.path, reverse("account_login"))
        if not request.user.is_host:
            raise Http404
        return view(request, **ids)

    return guarded


@host_view
def list_partnerships(request: HttpRequest) -> HttpResponse:
    keepers = queries.all_coordinators()
    listed = [(each, keepers.get(each.pk, [])) for each in queries.all_partnerships()]
    context = {"partnerships": listed}
    return render(request, "desk/host/partnerships.html", context)


@host_view
def new_partnership(request: Any) -> HttpResponse:
    counties = [each for each in queries.all_partnerships() if each.kind == "county"]
    form = PartnershipForm(request.POST or None, counties=counties)

    def save(said: dict[str, Any]) -> None:
        county = next((each for each in counties if str(each.pk) == said.pop("county")), None)
        given = {name: value for name, value in said.items() if value}
        changes.open_partnership(by=request.user, county=county, **given)

    return _ask(request, form, "Add a partnership", save, "It begins with our rating scale.")


@host_view
def end_partnership(request: Any, named: str) -> HttpResponse:
    partnership = _named(named)
    form = EndForm(request.POST or None)

    def save(said: dict[str, Any]) -> None:
        changes.end_partnership(partnership=partnership, by=request.user, **said)

    lede = "Its plans and its record stay readable. Nothing of it goes away."
    return _ask(request, form, f"End {partnership.name}", save, lede)


@host_view
def succeed(request: Any) -> HttpResponse:
    known = queries.all_partnerships()
    form = SuccessionForm(request.POST or None, known=known)

    def save(said: dict[str, Any]) -> None:
        changes.succeed(
            predecessors=_among(known, said["predecessors"]),
            successors=_among(known, said["successors"]),
            on=said["on"],
            note=said["note"],
            by=request.user,
        )

    lede = "Districts merge and split. What came before ends the day before."
    return _ask(request, form, "One follows another", save, lede)


@host_view
def add_coordinator(request: Any, named: str) -> HttpResponse:
    partnership = _named(named)
    form = CoordinatorForm(request.POST or None)

    def save(said: dict[str, Any]) -> None:
        changes.appoint_coordinator(partnership=partnership, by=request.user, **said)

    lede = (
        "They enter everybody else. A person we already know by this address is not entered twice."
    )
    return _ask(request, form, f"A coordinator for {partnership.name}", save, lede)


def _ask(request: Any, form: UiForm, title: str, save: Save, lede: str) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            save(dict(form.cleaned_data))
        except Refused as refused:
            form.refuse(refused.sentence, refused.field if refused.field in form.fields else "")
        else:
            messages.success(request, "Saved.")
            return redirect(HOST)
    context = {
        "form": form,
        "title": title,
        "lede": lede,
        "cancel_url": reverse(HOST),
        "layout": "ui/layout_plain.html",
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "ui/form_page.html", context, status=status)


def _named(slug: str) -> Partnership:
    partnership = queries.partnership_by_slug(slug)
    if partnership is None:
        raise Http404
    return partnership


def _among(known: list[Partnership], chosen: list[str]) -> list[Partnership]:
    return [each for each in known if str(each.pk) in chosen]
