"""What a target means, said once by the coordinator; nothing of it is guessed."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse, QueryDict
from django.urls import reverse

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.editing import Editing, edit
from frankpledge.desk.judging.forms import MeaningForm
from frankpledge.judging import changes, queries
from frankpledge.judging.changes.meanings import FIELDS
from frankpledge.judging.working import Judged
from frankpledge.partnership.roles import Permission
from frankpledge.plan.models import Target
from frankpledge.ui.forms import UiForm


@desk_view(Permission.EDIT_PLAN)
def say_meaning(request: DeskRequest, pk: int) -> HttpResponse:
    target = queries.target_in(request.partnership, pk, restricted=True)
    meaning = queries.meaning_of(target)
    plan = target.outcome.action.plan
    judged = queries.judge_plan(plan).targets[target.pk]
    asked = {each.code: each for each in queries.questions_of(plan, target)}

    def bind(typed: QueryDict | None, initial: Mapping[str, Any]) -> MeaningForm:
        return MeaningForm(
            typed,
            initial=initial,
            target=target,
            kind=judged.read.words.kind,
            asked=asked,
            choices=queries.indicators(request.partnership),
            wards=queries.wards_of(request.partnership),
        )

    def save(form: UiForm, version: int) -> str:
        changes.mean(target=target, version=version, by=request.user, **form.cleaned_data)
        return _back(request, target)

    return edit(
        request,
        Editing(
            title="What this target means",
            over=str(target.outcome),
            lede=_lede(target, judged),
            bind=bind,
            initial={name: getattr(meaning, name) for name in FIELDS}
            if meaning
            else _suggested(target, judged, asked),
            version=meaning.version if meaning else 0,
            save=save,
            submit="Judge it so",
            saved="Kept. This is how it is judged from now on.",
            back=reverse("desk:target-questions", args=[request.partnership.slug]),
        ),
    )


def _suggested(
    target: Target, judged: Judged, asked: Mapping[str, queries.TargetQuestion]
) -> dict[str, str]:
    """What is suggested is chosen already. It is an answer only once somebody presses."""
    found: dict[str, str] = {}
    if "indicator" in asked:
        indicator = queries.suggested_for(target.outcome.action.plan, target)
        found["indicator"] = indicator.key if indicator else ""
    if "comparator" in asked:
        per = judged.read.words.per
        by_season = per is not None and per.unit in ("quarter", "month") and per.n < 12
        found["comparator"] = "year-before" if by_season else "baseline"
    if "period" in asked:
        found["every_months"] = "12"
    if "said" in asked:
        found["said"] = "so-far"
    return found


def _lede(target: Target, judged: Judged) -> str:
    said = f"“{target.printed}”"
    compounding = judged.read.words.compounding
    return f"{said} {compounding.text}" if compounding else said


def _back(request: DeskRequest, target: Target) -> str:
    return reverse("desk:judged", args=[request.partnership.slug, target.outcome_id])
