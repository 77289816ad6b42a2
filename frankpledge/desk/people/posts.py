"""Posts: what they are, who holds them and who held them."""

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.pages import page
from frankpledge.desk.people.finding import choices_of, chosen, found, url
from frankpledge.desk.people.forms import HoldForm, PostForm, WhenForm
from frankpledge.partnership import changes, queries
from frankpledge.partnership.models.dated import today
from frankpledge.partnership.roles import Permission

EDIT = Permission.EDIT_PEOPLE
NONE = "No organisation"


@desk_view(Permission.SEE_INTERNAL)
def show_post(request: DeskRequest, pk: int) -> HttpResponse:
    context = {
        "here": found(queries.post_here(request.partnership, pk)),
        "may_edit": request.access.may(EDIT),
        "may_reach": request.access.may(Permission.SEE_CONTACTS),
    }
    return page(request, "desk/people/post.html", context, here="desk:people")


@desk_view(EDIT)
def new_post(request: DeskRequest) -> HttpResponse:
    bodies = queries.organisations_here(request.partnership)

    def save(form: PostForm, version: int) -> str:
        said = form.cleaned_data
        made = changes.add_post(
            partnership=request.partnership,
            title=said["title"],
            organisation=chosen(bodies, said["organisation"]),
            mailbox=said["mailbox"],
            by=request.user,
        )
        return url(request, "post", made.pk)

    editing = Editing(
        title="Add a post",
        bind=lambda typed, initial: PostForm(
            typed, initial=initial, choices={"organisation": choices_of(bodies, NONE)}
        ),
        save=save,
        submit="Add the post",
        saved="The post was added.",
        back=url(request, "posts"),
        here="desk:people",
    )
    return edit(request, editing)


@desk_view(EDIT)
def edit_post(request: DeskRequest, pk: int) -> HttpResponse:
    post = found(queries.post_here(request.partnership, pk)).post
    bodies = queries.organisations_here(request.partnership)
    if post.organisation and post.organisation not in bodies:
        bodies = [post.organisation, *bodies]

    def save(form: PostForm, version: int) -> None:
        said = form.cleaned_data
        changes.change_post(
            post=post,
            title=said["title"],
            organisation=chosen(bodies, said["organisation"]),
            mailbox=said["mailbox"],
            version=version,
            by=request.user,
        )

    editing = Editing(
        title="Change the post",
        over=post.title,
        bind=lambda typed, initial: PostForm(
            typed, initial=initial, choices={"organisation": choices_of(bodies, NONE)}
        ),
        initial={
            "title": post.title,
            "organisation": str(post.organisation_id or ""),
            "mailbox": post.mailbox,
        },
        version=post.version,
        save=save,
        back=url(request, "post", pk),
        here="desk:people",
    )
    return edit(request, editing)


@desk_view(EDIT)
def hold_post(request: DeskRequest, pk: int) -> HttpResponse:
    post = found(queries.post_here(request.partnership, pk)).post
    people = [here.person for here in queries.people(request.partnership)]

    def save(form: HoldForm, version: int) -> None:
        said = form.cleaned_data
        changes.hold_post(
            post=post,
            person=found(chosen(people, said["person"])),
            starts=said["starts"],
            why=said["why"],
            by=request.user,
        )

    editing = Editing(
        title="Who holds the post",
        over=post.title,
        bind=lambda typed, initial: HoldForm(
            typed, initial=initial, choices={"person": choices_of(people, "Choose a person")}
        ),
        initial={"starts": today()},
        save=save,
        back=url(request, "post", pk),
        here="desk:people",
    )
    return edit(request, editing)


@desk_view(EDIT)
def leave_post(request: DeskRequest, pk: int) -> HttpResponse:
    holding = found(queries.holding_here(request.partnership, pk))

    def save(form: WhenForm, version: int) -> None:
        changes.leave_post(
            holding=holding,
            on=form.cleaned_data["on"],
            why=form.cleaned_data["why"],
            by=request.user,
        )

    editing = Editing(
        title=f"{holding.person.name} leaves the post",
        over=holding.post.title,
        lede="The post stands empty until somebody else holds it.",
        bind=lambda typed, initial: WhenForm(typed, initial=initial),
        initial={"on": today()},
        save=save,
        back=url(request, "post", holding.post_id),
        here="desk:people",
    )
    return edit(request, editing)


@desk_view(EDIT)
def close_post(request: DeskRequest, pk: int) -> HttpResponse:
    post = found(queries.post_here(request.partnership, pk)).post

    def save(form: WhenForm, version: int) -> None:
        changes.close_post(
            post=post, on=form.cleaned_data["on"], why=form.cleaned_data["why"], by=request.user
        )

    editing = Editing(
        title="Close the post",
        over=post.title,
        lede="Whoever holds it leaves it on the same day. What it led stays on the page.",
        bind=lambda typed, initial: WhenForm(typed, initial=initial),
        initial={"on": today()},
        save=save,
        submit="Close the post",
        back=url(request, "post", pk),
        here="desk:people",
    )
    return edit(request, editing)
