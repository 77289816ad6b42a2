"""The four lists: people, organisations, posts and groups."""

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.pages import page
from frankpledge.partnership import queries
from frankpledge.partnership.roles import Permission

SEE = Permission.SEE_INTERNAL


@desk_view(SEE)
def list_people(request: DeskRequest) -> HttpResponse:
    context = {
        "people": queries.people(request.partnership),
        "may_edit": request.access.may(Permission.EDIT_PEOPLE),
        "may_reach": request.access.may(Permission.SEE_CONTACTS),
    }
    return page(request, "desk/people/people.html", context, here="desk:people")


@desk_view(SEE)
def list_organisations(request: DeskRequest) -> HttpResponse:
    everything = queries.members(request.partnership, past=True)
    context = {
        "shared": queries.shared_bodies(request.partnership),
        "members": [each for each in everything if not each.is_over],
        "former": [each for each in everything if each.is_over],
        "may_edit": request.access.may(Permission.EDIT_PEOPLE),
    }
    return page(request, "desk/people/organisations.html", context, here="desk:people")


@desk_view(SEE)
def list_posts(request: DeskRequest) -> HttpResponse:
    everything = queries.posts(request.partnership, closed=True)
    context = {
        "posts": [each for each in everything if not each.is_closed],
        "closed": [each for each in everything if each.is_closed],
        "may_edit": request.access.may(Permission.EDIT_PEOPLE),
    }
    return page(request, "desk/people/posts.html", context, here="desk:people")


@desk_view(SEE)
def list_groups(request: DeskRequest) -> HttpResponse:
    everything = queries.groups(request.partnership, past=True)
    context = {
        "groups": [each for each in everything if not each.place.is_over],
        "former": [each for each in everything if each.place.is_over],
        "may_edit": request.access.may(Permission.EDIT_PEOPLE),
        "may_join": bool(queries.groups_to_join(request.partnership)),
    }
    return page(request, "desk/people/groups.html", context, here="desk:people")
