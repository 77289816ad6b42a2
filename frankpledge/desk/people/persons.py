"""One person: who they are, how this partnership reaches them."""

from django.contrib import messages
from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.pages import page
from frankpledge.desk.people.finding import choices_of, chosen, found, url
from frankpledge.desk.people.forms import ContactForm, NewPersonForm, PersonForm
from frankpledge.partnership import changes, queries
from frankpledge.partnership.roles import Permission
from frankpledge.partnership.secondfactor import has_second_factor

EDIT = Permission.EDIT_PEOPLE
NONE = "No organisation"


@desk_view(Permission.SEE_INTERNAL)
def show_person(request: DeskRequest, pk: int) -> HttpResponse:
    here = found(queries.person_here(request.partnership, pk))
    context = {
        "here": here,
        "parts": queries.group_parts_of(request.partnership, here.person),
        "second_step": here.account is not None and has_second_factor(here.account),
        "may_edit": request.access.may(EDIT),
        "may_reach": request.access.may(Permission.SEE_CONTACTS),
        "may_grant": request.access.may(Permission.GRANT_ROLES),
    }
    return page(request, "desk/people/person.html", context, here="desk:people")


@desk_view(EDIT)
def new_person(request: DeskRequest) -> HttpResponse:
    bodies = queries.organisations_here(request.partnership)

    def save(form: NewPersonForm, version: int) -> str:
        said = form.cleaned_data
        # Somebody who already signs in for another partnership is not entered a second time.
        person = queries.person_signing_in_as(said["email"]) if said["email"] else None
        if person is None:
            person = changes.add_person(
                name=said["name"],
                organisation=chosen(bodies, said["organisation"]),
                partnership=request.partnership,
                by=request.user,
            )
        elif person.name != said["name"]:
            messages.info(request, f"We already know this address as {person.name}'s.")
        reach = {name: said[name] for name in ("email", "phone", "initials")}
        changes.set_contact(
            partnership=request.partnership, person=person, by=request.user, **reach
        )
        return url(request, "person", person.pk)

    editing = Editing(
        title="Add a person",
        bind=lambda typed, initial: NewPersonForm(
            typed, initial=initial, choices={"organisation": choices_of(bodies, NONE)}
        ),
        save=save,
        back=url(request, "people"),
        submit="Add the person",
        saved="The person was added.",
        here="desk:people",
    )
    return edit(request, editing)


@desk_view(EDIT)
def edit_person(request: DeskRequest, pk: int) -> HttpResponse:
    person = found(queries.person_here(request.partnership, pk)).person
    bodies = queries.organisations_here(request.partnership)
    if person.organisation and person.organisation not in bodies:
        bodies = [person.organisation, *bodies]

    def save(form: PersonForm, version: int) -> None:
        said = form.cleaned_data
        changes.change_person(
            person=person,
            name=said["name"],
            organisation=chosen(bodies, said["organisation"]),
            version=version,
            partnership=request.partnership,
            by=request.user,
        )

    editing = Editing(
        title="Change the person",
        over=person.name,
        lede="Every partnership in which this person has a part sees the change.",
        bind=lambda typed, initial: PersonForm(
            typed, initial=initial, choices={"organisation": choices_of(bodies, NONE)}
        ),
        initial={"name": person.name, "organisation": str(person.organisation_id or "")},
        version=person.version,
        save=save,
        back=url(request, "person", pk),
        here="desk:people",
    )
    return edit(request, editing)


@desk_view(EDIT, Permission.SEE_CONTACTS)
def edit_contact(request: DeskRequest, pk: int) -> HttpResponse:
    here = found(queries.person_here(request.partnership, pk))

    def save(form: ContactForm, version: int) -> None:
        changes.set_contact(
            partnership=request.partnership,
            person=here.person,
            version=version,
            by=request.user,
            **{name: form.cleaned_data[name] for name in ("email", "phone", "initials")},
        )

    contact = here.contact
    editing = Editing(
        title="How to reach them",
        over=here.person.name,
        bind=lambda typed, initial: ContactForm(typed, initial=initial),
        initial={"email": contact.email, "phone": contact.phone, "initials": contact.initials},
        version=contact.version,
        save=save,
        back=url(request, "person", pk),
        here="desk:people",
    )
    return edit(request, editing)
