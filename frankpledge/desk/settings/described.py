"""Settings that are words and numbers: name, colour, public words, sign-in."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.pages import page
from frankpledge.desk.settings.forms import ColourForm, NameForm, SecondStepForm, WordsForm
from frankpledge.evidence import queries as evidence
from frankpledge.partnership import changes, queries
from frankpledge.partnership.roles import Permission
from frankpledge.record.errors import Stale
from frankpledge.ui.forms import UiForm

EDIT = Permission.EDIT_SETTINGS
WORDS = {
    "accessibility": "Accessibility statement",
    "privacy": "Privacy notice",
    "help": "Whom to ring",
}
WORDS_LEDE = {
    "accessibility": "What works for everybody, what does not yet, and whom to tell.",
    "privacy": "Whose data is kept, why, for how long, and how to ask about it.",
    "help": "Stands at the foot of every public page. Left empty, it names 999 and 101.",
}


@desk_view(EDIT)
def show_settings(request: DeskRequest) -> HttpResponse:
    written = {what: getattr(request.partnership, f"{what}_words") for what in WORDS}
    context = {
        "ratings": queries.ratings(request.partnership),
        "areas": evidence.areas_answered_for(request.partnership),
        "words": [(what, title, bool(written[what])) for what, title in WORDS.items()],
    }
    return page(request, "desk/settings/settings.html", context, here="desk:settings")


@desk_view(EDIT)
def edit_name(request: DeskRequest) -> HttpResponse:
    now = request.partnership
    initial = {name: getattr(now, name) for name in ("name", "strapline", "place")}
    initial["year_starts_in"] = str(now.year_starts_in)
    return _describe(request, "Name and place", NameForm, initial)


@desk_view(EDIT)
def edit_colour(request: DeskRequest) -> HttpResponse:
    initial = {"colour": request.partnership.colour}
    lede = "It must be dark enough to read on white and on vellum."
    return _describe(request, "Colour", ColourForm, initial, lede)


@desk_view(EDIT)
def edit_second_step(request: DeskRequest) -> HttpResponse:
    initial = {"second_factor": request.partnership.second_factor}
    lede = "Who has none yet is asked to set one up before the desk opens: you too."
    return _describe(request, "Sign-in", SecondStepForm, initial, lede)


@desk_view(EDIT)
def edit_words(request: DeskRequest, what: str) -> HttpResponse:
    if what not in WORDS:
        raise Http404
    field = f"{what}_words"
    now = getattr(request.partnership, field)
    return _describe(
        request, WORDS[what], WordsForm, {"words": now}, WORDS_LEDE[what], {"words": field}
    )


def _describe(
    request: DeskRequest,
    title: str,
    form_class: type[UiForm],
    initial: Mapping[str, Any],
    lede: str = "",
    fields: Mapping[str, str] | None = None,
) -> HttpResponse:
    """`fields`: what a field of the form is called in the partnership, where it differs."""
    called = {name: (fields or {}).get(name, name) for name in initial}

    def save(form: UiForm, version: int) -> None:
        said = {called[name]: form.cleaned_data[name] for name in initial}
        if "year_starts_in" in said:
            said["year_starts_in"] = int(said["year_starts_in"])
        try:
            changes.describe_partnership(
                partnership=request.partnership, version=version, by=request.user, **said
            )
        except Stale as stale:
            now = {name: stale.current[called[name]] for name in initial}
            raise Stale(version=stale.version, current=now) from stale

    editing = Editing(
        title=title,
        lede=lede,
        bind=lambda typed, initial: form_class(typed, initial=initial),
        initial=initial,
        version=request.partnership.version,
        save=save,
        back=reverse("desk:settings", args=[request.partnership.slug]),
        here="desk:settings",
    )
    return edit(request, editing)
