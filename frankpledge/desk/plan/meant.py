"""The names that a plan prints and nobody here goes by, said all on one page."""

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.plan.choices import who_choices, who_chosen
from frankpledge.desk.plan.forms import MeantForm
from frankpledge.desk.plan.forms.meant import NEW, guessed
from frankpledge.desk.plan.plans import EDIT, plan_url
from frankpledge.partnership.roles import Permission
from frankpledge.plan import changes, queries

LEDE = (
    "The plan prints these names, and nobody here goes by them, so nobody can be asked. Type the "
    "address of those you know and leave the others for now. The plan keeps its own words."
)


@desk_view(EDIT, Permission.EDIT_PEOPLE)
def say_who_is_meant(request: DeskRequest, pk: int) -> HttpResponse:
    plan = queries.plan_in(request.partnership, pk)
    names = queries.names_to_say(plan) if plan.can_change else []
    choices = who_choices(request.partnership)[1:]

    def save(form: MeantForm, version: int) -> None:
        meant = {key: _meant(request, typed) for key, typed in form.said.items()}
        changes.say_who_is_meant(plan=plan, meant=meant, by=request.user)

    editing = Editing(
        title="Who is meant",
        over=plan.title,
        lede=LEDE if names else "",
        bind=lambda typed, initial: MeantForm(typed, initial=initial, names=names, choices=choices),
        initial=guessed(names, choices),
        save=save,
        saved="Saved. Whoever you named answers for these promises from now on.",
        back=plan_url(request, plan),
        template="desk/plan/meant.html",
    )
    return edit(request, editing)


def _meant(request: DeskRequest, typed: dict[str, str]) -> changes.Meant:
    who = typed["who"]
    if who not in NEW:
        return changes.Meant(**who_chosen(request.partnership, who))
    return changes.Meant(new=who, name=typed["name"], body=typed["body"], email=typed["email"])
