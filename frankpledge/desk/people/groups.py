"""Groups: the board, delivery groups, ward groups, and who sits in them."""

from typing import Any

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.pages import page
from frankpledge.desk.people.finding import choices_of, chosen, found, url
from frankpledge.desk.people.forms import GroupForm, GroupMemberForm, JoinGroupForm, WhenForm
from frankpledge.partnership import changes, queries
from frankpledge.partnership.models.dated import today
from frankpledge.partnership.roles import Permission

EDIT = Permission.EDIT_PEOPLE
WORDS = ("local_name", "abbreviation", "kind", "meets", "starts")


@desk_view(Permission.SEE_INTERNAL)
def show_group(request: DeskRequest, pk: int) -> HttpResponse:
    here = found(queries.group_here(request.partnership, pk))
    context = {"here": here, "may_edit": request.access.may(EDIT)}
    return page(request, "desk/people/group.html", context, here="desk:people")


@desk_view(EDIT)
def new_group(request: DeskRequest) -> HttpResponse:
    def save(form: GroupForm, version: int) -> str:
        made = changes.add_group(partnership=request.partnership, by=request.user, **_words(form))
        return url(request, "group", made.pk)

    editing = Editing(
        title="Add a group",
        bind=lambda typed, initial: GroupForm(typed, initial=initial),
        save=save,
        submit="Add the group",
        saved="The group was added.",
        back=url(request, "groups"),
        here="desk:people",
    )
    return edit(request, editing)


@desk_view(EDIT)
def join_group(request: DeskRequest) -> HttpResponse:
    others = queries.groups_to_join(request.partnership)

    def save(form: JoinGroupForm, version: int) -> str:
        made = changes.add_group(
            partnership=request.partnership,
            group=found(chosen(others, form.cleaned_data["group"])),
            by=request.user,
            **_words(form),
        )
        return url(request, "group", made.pk)

    editing = Editing(
        title="Share a group with another partnership",
        lede="One group may serve several partnerships, in each under a name of its own.",
        bind=lambda typed, initial: JoinGroupForm(
            typed, initial=initial, choices={"group": choices_of(others, "Choose a group")}
        ),
        save=save,
        submit="Share the group",
        saved="The group now serves this partnership too.",
        back=url(request, "groups"),
        here="desk:people",
    )
    return edit(request, editing)


@desk_view(EDIT)
def edit_group(request: DeskRequest, pk: int) -> HttpResponse:
    place = found(queries.group_here(request.partnership, pk)).place

    def save(form: GroupForm, version: int) -> None:
        changes.change_group(place=place, version=version, by=request.user, **_words(form))

    editing = Editing(
        title="Change the group",
        over=place.local_name,
        bind=lambda typed, initial: GroupForm(typed, initial=initial),
        initial={name: getattr(place, name) for name in WORDS},
        version=place.version,
        save=save,
        back=url(request, "group", pk),
        here="desk:people",
    )
    return edit(request, editing)


@desk_view(EDIT)
def end_group(request: DeskRequest, pk: int) -> HttpResponse:
    place = found(queries.group_here(request.partnership, pk)).place

    def save(form: WhenForm, version: int) -> None:
        changes.end_group(
            place=place, on=form.cleaned_data["on"], why=form.cleaned_data["why"], by=request.user
        )

    editing = Editing(
        title="The group ends",
        over=place.local_name,
        lede="For this partnership. Others that it serves keep it.",
        bind=lambda typed, initial: WhenForm(typed, initial=initial),
        initial={"on": today()},
        save=save,
        submit="End the group",
        back=url(request, "groups"),
        here="desk:people",
    )
    return edit(request, editing)


@desk_view(EDIT)
def new_member(request: DeskRequest, pk: int) -> HttpResponse:
    place = found(queries.group_here(request.partnership, pk)).place
    offered: dict[str, list[Any]] = {
        "person": [here.person for here in queries.people(request.partnership)],
        "post": [here.post for here in queries.posts(request.partnership)],
        "organisation": queries.organisations_here(request.partnership),
    }

    def save(form: GroupMemberForm, version: int) -> None:
        said = form.cleaned_data
        changes.add_group_member(
            place=place,
            part=said["part"],
            starts=said["starts"],
            by=request.user,
            person=chosen(offered["person"], said["person"]),
            post=chosen(offered["post"], said["post"]),
            organisation=chosen(offered["organisation"], said["organisation"]),
        )

    editing = Editing(
        title="Add a member",
        over=place.local_name,
        lede="A person, a post, an organisation, or as much of it as is known.",
        bind=lambda typed, initial: GroupMemberForm(
            typed,
            initial=initial,
            choices={name: choices_of(things, "None") for name, things in offered.items()},
        ),
        initial={"part": "member", "starts": today()},
        save=save,
        submit="Add the member",
        saved="The member was added.",
        back=url(request, "group", pk),
        here="desk:people",
    )
    return edit(request, editing)


@desk_view(EDIT)
def end_member(request: DeskRequest, pk: int) -> HttpResponse:
    member = found(queries.group_member_here(request.partnership, pk))

    def save(form: WhenForm, version: int) -> None:
        changes.end_group_member(
            member=member, on=form.cleaned_data["on"], why=form.cleaned_data["why"], by=request.user
        )

    editing = Editing(
        title="A member leaves",
        over=member.called,
        lede=f"The group is {member.place.local_name}.",
        bind=lambda typed, initial: WhenForm(typed, initial=initial),
        initial={"on": today()},
        save=save,
        back=url(request, "group", member.place_id),
        here="desk:people",
    )
    return edit(request, editing)


def _words(form: GroupForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in WORDS}
