"""The ledger of returns: who owes which figures by when, and what came."""

from typing import Any

from django.http import HttpResponse

from frankpledge.delivery import changes, queries
from frankpledge.delivery.models import Return
from frankpledge.delivery.periods import months_on
from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.delivery.forms import ChangeReturnForm, EndForm, ReturnForm, TowardsForm
from frankpledge.desk.delivery.here import HERE, RUN, SEE, outcomes_for, picked, unseen
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.pages import page
from frankpledge.desk.people.finding import choices_of, chosen, url
from frankpledge.partnership.models import Organisation, Person, Post
from frankpledge.partnership.models.dated import today
from frankpledge.partnership.queries import organisations_here, people, posts

OWN = ("name", "lag_days", "asks_by_itself", "remind_before", "remind_after", "note")


@desk_view(SEE)
def list_returns(request: DeskRequest) -> HttpResponse:
    context = {
        "ledger": queries.ledger(request.partnership),
        "may_run": request.access.may(RUN),
    }
    return page(request, "desk/delivery/returns.html", context, here=HERE)


@desk_view(SEE)
def show_return(request: DeskRequest, pk: int) -> HttpResponse:
    here = queries.return_page(queries.return_in(request.partnership, pk))
    shown = {one.pk for one in outcomes_for(request)}
    context = {
        "here": here,
        "of": here.of,
        "figures": [
            (one, [outcome for outcome in one.outcomes.all() if outcome.pk in shown])
            for one in here.figures
        ],
        "may_run": request.access.may(RUN),
    }
    return page(request, "desk/delivery/return.html", context, here=HERE)


class Known:
    """Who can owe figures, and who can be asked for them."""

    def __init__(self, request: DeskRequest) -> None:
        self.bodies: list[Organisation] = organisations_here(request.partnership)
        self.posts: list[Post] = [one.post for one in posts(request.partnership)]
        self.people: list[Person] = [one.person for one in people(request.partnership)]

    @property
    def choices(self) -> dict[str, list[tuple[str, str]]]:
        officers = [(f"post-{one.pk}", _post_words(one)) for one in self.posts]
        officers += [(f"person-{one.pk}", one.name) for one in self.people]
        return {"bodies": choices_of(self.bodies), "officers": officers}

    def given(self, typed: dict[str, Any]) -> dict[str, Any]:
        kind, _, pk = typed.pop("officer").partition("-")
        typed["organisation"] = chosen(self.bodies, typed["organisation"])
        typed["post"] = chosen(self.posts, pk) if kind == "post" else None
        typed["person"] = chosen(self.people, pk) if kind == "person" else None
        return typed


def _post_words(post: Post) -> str:
    return f"{post.title}, {post.organisation.called}" if post.organisation else post.title


@desk_view(RUN)
def new_return(request: DeskRequest) -> HttpResponse:
    known = Known(request)

    def save(form: ReturnForm, version: int) -> str:
        typed = known.given(dict(form.cleaned_data))
        typed["grain"] = int(typed["grain"])
        made = changes.add_return(partnership=request.partnership, by=request.user, **typed)
        return url(request, "return-show", made.pk)

    editing = Editing(
        title="Agree a return",
        lede="Figures that a body shares period after period. Its liaison officer is asked by "
        "mail and answers without an account.",
        bind=lambda typed, initial: ReturnForm(typed, initial=initial, **known.choices),
        initial={
            "grain": "3",
            "lag_days": 30,
            "asks_by_itself": True,
            "remind_before": [2],
            "remind_after": [7, 14],
            "starts": months_on(today(), -((today().month - 1) % 3)),
        },
        save=save,
        submit="Agree it",
        saved="It stands in the ledger.",
        back=url(request, "returns"),
        here=HERE,
    )
    return edit(request, editing)


@desk_view(RUN)
def edit_return(request: DeskRequest, pk: int) -> HttpResponse:
    return_ = queries.return_in(request.partnership, pk)
    known = Known(request)

    def save(form: ChangeReturnForm, version: int) -> None:
        typed = known.given(dict(form.cleaned_data))
        changes.change_return(return_=return_, version=version, by=request.user, **typed)

    editing = Editing(
        title="Change the return",
        over=return_.name,
        lede="How often it is given stays as it is. A figure that you take off the list is asked "
        "no more; what came of it stays.",
        bind=lambda typed, initial: ChangeReturnForm(typed, initial=initial, **known.choices),
        initial=_as_it_stands(return_),
        version=return_.version,
        save=save,
        back=url(request, "return-show", pk),
        here=HERE,
    )
    return edit(request, editing)


def _as_it_stands(return_: Return) -> dict[str, Any]:
    officer = f"post-{return_.post_id}" if return_.post_id else ""
    return {
        **{name: getattr(return_, name) for name in OWN},
        "figures": [one.name for one in queries.figures_of(return_)],
        "organisation": str(return_.organisation_id or ""),
        "officer": f"person-{return_.person_id}" if return_.person_id else officer,
    }


@desk_view(RUN)
def link_figure(request: DeskRequest, pk: int) -> HttpResponse:
    figure = queries.figure_in(request.partnership, pk)
    held = list(figure.outcomes.all())
    kept = unseen(request, held)
    outcomes = [one for one in outcomes_for(request, held) if one not in kept]

    def save(form: TowardsForm, version: int) -> None:
        chosen_ones = [*picked(outcomes, form.cleaned_data["outcomes"]), *kept]
        changes.link_figure(figure=figure, outcomes=chosen_ones, version=version, by=request.user)

    editing = Editing(
        title="What does this figure tell of?",
        over=f"{figure.of}: {figure.name}",
        bind=lambda typed, initial: TowardsForm(typed, initial=initial, outcomes=outcomes),
        initial={"outcomes": [str(one.pk) for one in held]},
        version=figure.of.version,
        save=save,
        back=url(request, "return-show", figure.of_id),
        here=HERE,
    )
    return edit(request, editing)


@desk_view(RUN)
def end_return(request: DeskRequest, pk: int) -> HttpResponse:
    return_ = queries.return_in(request.partnership, pk)

    def save(form: EndForm, version: int) -> None:
        changes.end_return(return_=return_, by=request.user, **form.cleaned_data)

    editing = Editing(
        title="End the return",
        over=return_.name,
        lede="Nothing that begins later is owed. What is owed by then stays owed, and what came "
        "stays.",
        bind=lambda typed, initial: EndForm(typed, initial=initial),
        initial={"on": today()},
        save=save,
        submit="End it",
        saved="The return has ended.",
        back=url(request, "return-show", pk),
        here=HERE,
    )
    return edit(request, editing)
