"""How much: the target of an outcome as printed, and what it means."""

from django.http import HttpResponse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.plan import understood
from frankpledge.desk.plan.actions import action_url
from frankpledge.desk.plan.forms import TargetForm
from frankpledge.desk.plan.listing import DecidedList
from frankpledge.desk.plan.plans import EDIT
from frankpledge.plan import changes, queries


@desk_view(EDIT)
def outcome_targets(request: DeskRequest, pk: int) -> HttpResponse:
    outcome = queries.outcome_in(request.partnership, pk, restricted=True)
    rows = list(outcome.targets.all())
    decided = DecidedList(
        request=request,
        items=[row.printed for row in rows],
        given=[changes.given_again(changes.TargetGiven, row) for row in rows],
        deciding=outcome.action.plan.is_live,
        version=outcome.version,
        replace=lambda items, decision, version: changes.set_targets(
            outcome=outcome,
            targets=items,
            decision=decision,
            version=version,
            by=request.user,
        ),
        title="The target",
        over=str(outcome),
        empty="No target was set.",
        done=action_url(request, outcome.action),
        asks="The target, as the plan prints it",
        hint="Such as: at least two patrols each quarter",
        suggested="" if rows else outcome.words[:500],
        understand=lambda text: understood.target(text, outcome.action.plan, request.partnership),
    )
    return decided.page(
        form=lambda typed, initial, *, deciding: TargetForm(
            typed, initial=initial, deciding=deciding
        ),
        make=lambda form: changes.TargetGiven(**form.said),
        initial={"kind": "unread"},
        submit="Add it",
    )
