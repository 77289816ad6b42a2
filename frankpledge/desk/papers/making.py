"""Press once: the paper is made in every format, and kept."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.papers.forms import MakeForm, SettingsForm
from frankpledge.desk.papers.here import HERE, MAKE, build_url, subject, subjects
from frankpledge.papers import changes, queries


@desk_view(MAKE)
def make(request: DeskRequest, paper: str) -> HttpResponse:
    kind = queries.kind_named(paper)
    slug, choices = request.partnership.slug, subjects(request, kind.of)
    usual = queries.usual(request.partnership, paper)

    def save(form: MakeForm, version: int) -> str:
        typed = form.cleaned_data
        build = changes.make(
            partnership=request.partnership,
            paper=paper,
            of=subject(request, typed["of"]),
            audience=typed["audience"],
            draft=typed["draft"],
            large=typed["large"],
            given=form.given(usual),
            by=request.user,
        )
        return build_url(request, build)

    def bind(typed: Any, initial: Any) -> MakeForm:
        return MakeForm(typed, initial=initial, kind=kind, subjects=choices)

    editing = Editing(
        title=f"Make: {kind.name[:1].lower()}{kind.name[1:]}",
        lede=kind.says,
        bind=bind,
        initial={**usual.as_data(), "audience": kind.audience, "of": _first(choices)},
        save=save,
        submit="Make it in every format",
        saved="It is being made. Each file is here as soon as it is ready.",
        back=reverse("desk:papers", args=[slug]),
        here=HERE,
        template="desk/papers/make.html",
        more={"kind": kind, "of": _first(choices), "subjects": choices},
    )
    return edit(request, editing)


def _first(choices: list[tuple[str, str]]) -> str:
    """The newest that is frozen, else the newest."""
    frozen = [key for key, words in choices if words.endswith(("frozen", "published", "adopted"))]
    return next(iter([*frozen, *(key for key, _ in choices)]), "")


@desk_view(MAKE)
def set_paper(request: DeskRequest, paper: str) -> HttpResponse:
    kind = queries.kind_named(paper)
    row = queries.settings_of(request.partnership, paper)
    names = {one.key: one.name for one in kind.sections}
    layouts = [(one.name, one.name.capitalize()) for one in queries.layouts_here()]

    def save(form: SettingsForm, version: int) -> None:
        changes.set_paper(
            partnership=request.partnership,
            paper=paper,
            version=version,
            by=request.user,
            **form.cleaned_data,
        )

    editing = Editing(
        title=f"How we want it: {kind.name[:1].lower()}{kind.name[1:]}",
        lede="For the papers that are made from now on. Those that were made stay as they are.",
        bind=lambda typed, initial: SettingsForm(
            typed, initial=initial, kind=kind, layouts=layouts
        ),
        initial={
            "title": row.title,
            "author": row.author,
            "contact": row.contact,
            "introduction": row.introduction,
            "sections": [names[key] for key in row.sections or names if key in names],
            "layout": row.layout,
        },
        version=row.version,
        save=save,
        back=reverse("desk:papers", args=[request.partnership.slug]),
        here=HERE,
    )
    return edit(request, editing)
