"""Everybody who can answer for a promise, as one list to choose from."""

from typing import Any

from frankpledge.partnership import queries as people
from frankpledge.partnership.models import Partnership
from frankpledge.plan.changes import LeadGiven


def who_choices(partnership: Partnership) -> list[Any]:
    posts = [
        (f"post:{here.post.pk}", _with_organisation(str(here.post), here.post.organisation))
        for here in people.posts(partnership)
    ]
    groups = [(f"group:{here.place.pk}", str(here.place)) for here in people.groups(partnership)]
    bodies = [
        (f"organisation:{body.pk}", str(body)) for body in people.organisations_here(partnership)
    ]
    persons = [
        (f"person:{here.person.pk}", _with_organisation(str(here.person), here.person.organisation))
        for here in people.people(partnership)
    ]
    listed = [("Posts", posts), ("Groups", groups), ("Organisations", bodies), ("People", persons)]
    return [
        ("", "Choose somebody"),
        ("everyone", "All partners"),
        *((title, choices) for title, choices in listed if choices),
    ]


def _with_organisation(name: str, organisation: Any) -> str:
    return f"{name}, {organisation.called}" if organisation else name


def lead_given(partnership: Partnership, typed: dict[str, Any]) -> LeadGiven:
    """What was chosen, reached through the partnership: a forged id finds nobody."""
    return LeadGiven(
        part=typed["part"],
        printed=typed["printed"],
        name_is_public=typed["name_is_public"],
        **who_chosen(partnership, typed["who"]),
    )


def who_chosen(partnership: Partnership, who: str) -> dict[str, Any]:
    kind, _, pk = who.partition(":")
    if kind == "everyone":
        return {"everyone": True}
    return {kind: _find(partnership, kind, int(pk))} if kind else {}


def _find(partnership: Partnership, kind: str, pk: int) -> Any:
    if kind == "post":
        post = people.post_here(partnership, pk)
        return post.post if post else None
    if kind == "group":
        group = people.group_here(partnership, pk)
        return group.place if group else None
    if kind == "person":
        person = people.person_here(partnership, pk)
        return person.person if person else None
    bodies = people.organisations_here(partnership)
    return next((body for body in bodies if body.pk == pk), None)


def group_choices(partnership: Partnership) -> list[tuple[str, str]]:
    return [(str(here.place.pk), str(here.place)) for here in people.groups(partnership)]
