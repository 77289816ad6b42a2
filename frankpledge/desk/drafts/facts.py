"""The plan's name and dates, and whether it follows another."""

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.drafts.around import about, to
from frankpledge.desk.drafts.forms import FactsForm
from frankpledge.desk.editing import Editing, edit
from frankpledge.drafting import changes, queries
from frankpledge.partnership.roles import Permission
from frankpledge.plan.queries import plans_of


@desk_view(Permission.EDIT_PLAN)
def choose_facts(request: DeskRequest, pk: int) -> HttpResponse:
    draft = queries.draft_in(request.partnership, pk)
    earlier = plans_of(request.partnership)

    def save(form: FactsForm, version: int) -> str:
        given = form.cleaned_data
        follows = next((plan for plan in earlier if str(plan.pk) == given["follows"]), None)
        changes.choose_facts(
            draft=draft,
            title=given["title"],
            starts=given["starts"],
            ends=given["ends"],
            follows=follows,
            version=version,
            by=request.user,
        )
        return to(request, draft, "draft-matching" if follows else "draft")

    editing = Editing(
        title="Its name and dates",
        over=draft.name,
        bind=lambda typed, initial: FactsForm(typed, initial=initial, earlier=earlier),
        initial={
            "title": draft.title,
            "starts": draft.starts,
            "ends": draft.ends,
            "follows": str(draft.follows_id or "new"),
        },
        version=draft.version,
        save=save,
        back=to(request, draft),
        more=about(request, draft),
    )
    return edit(request, editing)
