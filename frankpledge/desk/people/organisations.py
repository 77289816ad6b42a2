"""Organisations of a partnership: taking part, changing, leaving."""

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.people.finding import choices_of, chosen, found, url
from frankpledge.desk.people.forms import JoinForm, MembershipForm, OrganisationForm, WhenForm
from frankpledge.partnership import changes, queries
from frankpledge.partnership.models.dated import today
from frankpledge.partnership.roles import Permission

EDIT = Permission.EDIT_PEOPLE
TERMS = ("standing", "local_name", "starts", "ends")


@desk_view(EDIT)
def join(request: DeskRequest) -> HttpResponse:
    bodies = queries.all_organisations()

    def save(form: JoinForm, version: int) -> None:
        said = form.cleaned_data
        changes.join(
            partnership=request.partnership,
            organisation=found(chosen(bodies, said["organisation"])),
            by=request.user,
            **{name: said[name] for name in TERMS},
        )

    editing = Editing(
        title="How it takes part here",
        lede="Is it not in the list? Add it from the page of organisations.",
        bind=lambda typed, initial: JoinForm(
            typed, initial=initial, choices={"organisation": choices_of(bodies, "Choose one")}
        ),
        initial={"organisation": request.GET.get("organisation", ""), "starts": today()},
        save=save,
        submit="Add the member",
        saved="The member was added.",
        back=url(request, "organisations"),
        here="desk:people",
    )
    return edit(request, editing)


@desk_view(EDIT)
def new_organisation(request: DeskRequest) -> HttpResponse:
    def save(form: OrganisationForm, version: int) -> str:
        said = form.cleaned_data
        made = changes.add_organisation(
            name=said["name"],
            kind=said["kind"],
            short_name=said["short_name"],
            aliases=_lines(said["aliases"]),
            partnership=request.partnership,
            by=request.user,
        )
        return f"{url(request, 'membership-new')}?organisation={made.pk}"

    editing = Editing(
        title="Add an organisation",
        lede="How it takes part comes next. Other partnerships of this site can choose it too.",
        bind=lambda typed, initial: OrganisationForm(typed, initial=initial),
        save=save,
        submit="Go on",
        saved="The organisation was entered. Now say how it takes part.",
        back=url(request, "organisations"),
        here="desk:people",
    )
    return edit(request, editing)


@desk_view(EDIT)
def edit_organisation(request: DeskRequest, pk: int) -> HttpResponse:
    """The body itself, as an abbreviation of a plan becomes a council with its full name."""
    body = found(queries.member_here(request.partnership, pk)).organisation

    def save(form: OrganisationForm, version: int) -> None:
        said = form.cleaned_data
        changes.change_organisation(
            organisation=body,
            name=said["name"],
            kind=said["kind"],
            short_name=said["short_name"],
            aliases=_lines(said["aliases"]),
            version=version,
            partnership=request.partnership,
            by=request.user,
        )

    initial = {name: getattr(body, name) for name in ("name", "short_name", "kind")}
    editing = Editing(
        title="Change the organisation",
        over=body.name,
        lede="Wherever it stands in the plan, it is called so from then on.",
        bind=lambda typed, initial: OrganisationForm(typed, initial=initial),
        initial={**initial, "aliases": "\n".join(map(str, body.aliases))},
        version=body.version,
        save=save,
        back=url(request, "organisations"),
        here="desk:people",
    )
    return edit(request, editing)


@desk_view(EDIT)
def edit_membership(request: DeskRequest, pk: int) -> HttpResponse:
    membership = found(queries.member_here(request.partnership, pk))

    def save(form: MembershipForm, version: int) -> None:
        changes.change_membership(
            membership=membership,
            version=version,
            by=request.user,
            **{name: form.cleaned_data[name] for name in TERMS},
        )

    editing = Editing(
        title="How it takes part",
        over=membership.organisation.name,
        bind=lambda typed, initial: MembershipForm(typed, initial=initial),
        initial={name: getattr(membership, name) for name in TERMS},
        version=membership.version,
        save=save,
        back=url(request, "organisations"),
        here="desk:people",
    )
    return edit(request, editing)


@desk_view(EDIT)
def leave(request: DeskRequest, pk: int) -> HttpResponse:
    membership = found(queries.member_here(request.partnership, pk))

    def save(form: WhenForm, version: int) -> None:
        changes.leave(
            membership=membership,
            on=form.cleaned_data["on"],
            why=form.cleaned_data["why"],
            by=request.user,
        )

    editing = Editing(
        title="It leaves the partnership",
        over=membership.organisation.name,
        lede="What it led stays on the page, under its name.",
        bind=lambda typed, initial: WhenForm(typed, initial=initial),
        initial={"on": today()},
        save=save,
        back=url(request, "organisations"),
        here="desk:people",
    )
    return edit(request, editing)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
