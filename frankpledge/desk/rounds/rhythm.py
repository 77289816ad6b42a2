"""How this partnership's rounds go unless somebody says otherwise."""

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.people.finding import url
from frankpledge.desk.rounds.forms import RhythmForm
from frankpledge.desk.rounds.here import HERE, RUN
from frankpledge.progress import changes, queries


@desk_view(RUN)
def set_rhythm(request: DeskRequest) -> HttpResponse:
    rhythm = queries.rhythm_of(request.partnership)

    def save(form: RhythmForm, version: int) -> None:
        typed = dict(form.cleaned_data)
        typed["months"] = int(typed["months"])
        changes.set_rhythm(
            partnership=request.partnership, version=version, by=request.user, **typed
        )

    names = [name for name in RhythmForm.base_fields if name != "months"]
    editing = Editing(
        title="How rounds go",
        lede="Rounds planned from now on take their dates from here; reminders follow it at once.",
        bind=lambda typed, initial: RhythmForm(typed, initial=initial),
        initial={"months": str(rhythm.months), **{name: getattr(rhythm, name) for name in names}},
        version=rhythm.version,
        save=save,
        back=url(request, "rounds"),
        here=HERE,
    )
    return edit(request, editing)
