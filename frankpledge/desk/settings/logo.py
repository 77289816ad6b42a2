"""The logo: put up, taken down."""

from django.http import HttpResponse
from django.urls import reverse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.settings.forms import LogoForm, WhyForm
from frankpledge.partnership import changes
from frankpledge.partnership.roles import Permission


@desk_view(Permission.EDIT_SETTINGS)
def set_logo(request: DeskRequest) -> HttpResponse:
    def save(form: LogoForm, version: int) -> None:
        changes.set_logo(
            partnership=request.partnership,
            content=form.cleaned_data["logo"],
            says=form.cleaned_data["says"],
            by=request.user,
        )

    editing = Editing(
        title="Logo",
        lede="It stands beside the name on every page.",
        bind=lambda typed, initial: LogoForm(typed, request.FILES or None, initial=initial),
        initial={"says": request.partnership.logo_says},
        save=save,
        back=reverse("desk:settings", args=[request.partnership.slug]),
        here="desk:settings",
    )
    return edit(request, editing)


@desk_view(Permission.EDIT_SETTINGS)
def remove_logo(request: DeskRequest) -> HttpResponse:
    def save(form: WhyForm, version: int) -> None:
        changes.remove_logo(
            partnership=request.partnership, by=request.user, why=form.cleaned_data["why"]
        )

    editing = Editing(
        title="Remove the logo",
        lede="Our seal stands in its place.",
        bind=lambda typed, initial: WhyForm(typed, initial=initial),
        save=save,
        submit="Remove the logo",
        back=reverse("desk:settings", args=[request.partnership.slug]),
        here="desk:settings",
    )
    return edit(request, editing)
