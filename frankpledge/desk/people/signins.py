"""Letting a person sign in, or no longer; and giving and taking roles."""

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.people.finding import found, url
from frankpledge.desk.people.forms import RoleForm, SignInForm, WhyForm
from frankpledge.partnership import changes, queries
from frankpledge.partnership.roles import ROLES, Permission
from frankpledge.ui.forms import UiForm

GRANT = (Permission.SEE_CONTACTS, Permission.GRANT_ROLES)


@desk_view(*GRANT)
def open_sign_in(request: DeskRequest, pk: int) -> HttpResponse:
    here = found(queries.person_here(request.partnership, pk))

    def save(form: SignInForm, version: int) -> None:
        changes.open_account(
            person=here.person,
            email=form.cleaned_data["email"],
            partnership=request.partnership,
            by=request.user,
        )

    editing = Editing(
        title="Let them sign in" if not here.signs_in else "Change the address they sign in with",
        over=here.person.name,
        bind=lambda typed, initial: SignInForm(typed, initial=initial),
        initial={"email": here.account.email if here.account else here.contact.email},
        save=save,
        back=url(request, "person", pk),
        here="desk:people",
    )
    return edit(request, editing)


@desk_view(*GRANT)
def close_sign_in(request: DeskRequest, pk: int) -> HttpResponse:
    here = found(queries.person_here(request.partnership, pk))

    def save(form: WhyForm, version: int) -> None:
        changes.close_account(
            person=here.person,
            partnership=request.partnership,
            by=request.user,
            why=form.cleaned_data["why"],
        )

    return edit(
        request,
        _confirming(
            request,
            pk,
            "Close the sign-in",
            here.person.name,
            "They are signed out at their next page. It can be opened again.",
            save,
        ),
    )


@desk_view(*GRANT)
def remove_second_step(request: DeskRequest, pk: int) -> HttpResponse:
    here = found(queries.person_here(request.partnership, pk))

    def save(form: WhyForm, version: int) -> None:
        changes.forget_second_factor(
            person=here.person,
            partnership=request.partnership,
            by=request.user,
            why=form.cleaned_data["why"],
        )

    lede = (
        "For when phone, key and recovery codes are lost. First make sure who is asking: ring them."
    )
    return edit(
        request,
        _confirming(request, pk, "Remove the second step", here.person.name, lede, save),
    )


@desk_view(Permission.GRANT_ROLES, Permission.SEE_INTERNAL)
def give_role(request: DeskRequest, pk: int) -> HttpResponse:
    here = found(queries.person_here(request.partnership, pk))
    county = request.partnership.kind == "county"

    def save(form: RoleForm, version: int) -> None:
        changes.give_role(
            partnership=request.partnership,
            person=here.person,
            role=form.cleaned_data["role"],
            ends=form.cleaned_data["ends"],
            by=request.user,
        )

    editing = Editing(
        title="Give a role",
        over=here.person.name,
        bind=lambda typed, initial: RoleForm(typed, initial=initial, county=county),
        save=save,
        submit="Give the role",
        saved="The role was given.",
        back=url(request, "person", pk),
        here="desk:people",
    )
    return edit(request, editing)


@desk_view(Permission.GRANT_ROLES, Permission.SEE_INTERNAL)
def take_role(request: DeskRequest, pk: int) -> HttpResponse:
    holding = found(queries.role_here(request.partnership, pk))

    def save(form: WhyForm, version: int) -> None:
        changes.take_role(holding=holding, by=request.user, why=form.cleaned_data["why"])

    title = f"Take the {ROLES[holding.role].name.lower()}'s role"
    return edit(
        request,
        _confirming(
            request,
            holding.person_id,
            title,
            holding.person.name,
            "It ends at once.",
            save,
        ),
    )


def _confirming(
    request: DeskRequest, person: int, title: str, over: str, lede: str, save: object
) -> Editing:
    def bind(typed: object, initial: object) -> UiForm:
        return WhyForm(typed, initial=initial)

    return Editing(
        title=title,
        over=over,
        lede=lede,
        bind=bind,
        save=save,  # type: ignore[arg-type]
        submit=title,
        saved="Done.",
        back=url(request, "person", person),
        here="desk:people",
    )
