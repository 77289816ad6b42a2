"""One judgement: a sentence, the figure, the picture, the workings, and the rows it rests on."""

from django.http import HttpResponse
from django.utils.formats import number_format

from frankpledge.desk.access import DeskRequest, desk_view
from frankpledge.desk.judging.links import source_links
from frankpledge.desk.pages import page
from frankpledge.figures.signals.words import assurance_words
from frankpledge.figures.wording import number, per_cent
from frankpledge.judging import queries
from frankpledge.judging.queries import JudgedPlan
from frankpledge.judging.working import Judged
from frankpledge.partnership.roles import Permission
from frankpledge.pictures.line import line, of_chart
from frankpledge.pictures.picture import Picture, Words
from frankpledge.plan.models import Outcome
from frankpledge.plan.queries import outcome_in

RARE, MANY = 0.001, 100
MOVED = frozenset({"worse", "better"})


@desk_view(Permission.SEE_INTERNAL)
def show_judged(request: DeskRequest, pk: int) -> HttpResponse:
    restricted = request.access.may(Permission.SEE_RESTRICTED)
    outcome = outcome_in(request.partnership, pk, restricted=restricted)
    found = queries.judge_plan(outcome.action.plan)
    judged = found.of(outcome.pk)
    plan = outcome.action.plan
    may_edit = request.access.may(Permission.EDIT_PLAN) and plan.can_change
    context = {
        "outcome": outcome,
        "action": outcome.action,
        "plan": plan,
        "as_at": found.as_at,
        "judged": judged,
        "may_edit": may_edit,
        "may_accept": may_edit and judged and not (judged.deviation or judged.is_going_well),
        "accepted": queries.deviations_of(outcome),
        "earlier": queries.judged_before(outcome),
        **(_told(request, outcome, judged, found) if judged else {}),
    }
    return page(request, "desk/judging/judged.html", context, here="desk:plan")


def _told(
    request: DeskRequest, outcome: Outcome, judged: Judged, found: JudgedPlan
) -> dict[str, object]:
    return {
        "figure": figure_words(judged),
        "picture": _picture(judged),
        "assurance": _assurance(judged),
        **_rows(judged, found),
        "links": source_links(request, judged, outcome.action_id),
        "parameters": _parameters(judged),
        "others": [
            one
            for one in found.targets.values()
            if one.outcome_id == outcome.pk and one.target_id != judged.target_id
        ],
        "asked": [
            one
            for one in judged.read.questions
            if not (one.code == "cohort-size" and judged.figures.shares)
        ],
    }


def _rows(judged: Judged, found: JudgedPlan) -> dict[str, list[queries.SourceRow]]:
    """Those of before the target are folded away, unless there are no others."""
    rows = queries.source_rows(judged, found.as_at)
    own = [row for row in rows if row.where != "before"]
    return {"rows": own or rows, "before": [row for row in rows if own and row.where == "before"]}


def figure_words(judged: Judged) -> str:
    """What was observed last, with what chance leaves open; nothing where nothing was counted."""
    made = judged.judgement
    if made.observed is None or made.low is None or made.high is None:
        return ""
    if judged.aim and judged.aim.kind == "proportion":
        low, high = per_cent(100 * made.low), per_cent(100 * made.high)
        return f"{per_cent(100 * made.observed)}, likely between {low} and {high}"
    low, high = number(made.low), number(made.high)
    return f"{number(made.observed)} counted, likely between {low} and {high}"


def _assurance(judged: Judged) -> str:
    """Whether the figures as they run would meet the target: of no use where they have moved."""
    chart = judged.chart
    if chart is None or chart.trial or judged.signal.key in MOVED:
        return ""
    return assurance_words(chart) or ""


def _picture(judged: Judged) -> Picture | None:
    chart = judged.chart
    if judged.drawn is None or chart is None:
        return None
    what = chart.what
    subtitle = f"{what[:1].upper()}{what[1:]}, by {'month' if judged.figures.monthly else 'period'}"
    if judged.drawn.adjusted:
        subtitle += ", with the season taken out"
    share = judged.figures.shares
    words = Words(judged.drawn.sentence, subtitle, judged.told)
    return line(of_chart(chart, words, unit="" if share else "a month"))


def _parameters(judged: Judged) -> list[tuple[str, str]]:
    return [(name, _parameter(value)) for name, value in judged.judgement.parameters.items()]


def _parameter(value: float) -> str:
    if abs(value) >= MANY:
        return number(value)
    return number_format(value if abs(value) >= RARE or not value else RARE, 3)
