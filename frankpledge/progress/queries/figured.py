"""What figures say beside what a lead is asked: what theirs is to count, where they disagree."""

from typing import TYPE_CHECKING

from frankpledge.judging.disagreeing import asked_of_lead, disagreement_of
from frankpledge.judging.queries import accepted_misses, kept_judgements, leads_tell_so_far
from frankpledge.partnership.models import Rating
from frankpledge.plan.models import Plan
from frankpledge.plan.showing import Scale

if TYPE_CHECKING:
    from frankpledge.progress.queries.replying import OutcomeHere


def set_beside(listed: list["OutcomeHere"], plan: Plan, scale: list[Rating]) -> None:
    """All of them at once, in a number of queries that does not grow."""
    _say_what_theirs_counts([one for one in listed if one.target], plan)
    outcomes = {one.outcome.pk: one for one in listed if one.outcome}
    _ask_which_is_right(outcomes, Scale(scale))
    asked = [pk for pk, one in outcomes.items() if one.figures_ask]
    for pk in accepted_misses(asked) if asked else ():
        outcomes[pk].figures_ask = ""


def _say_what_theirs_counts(counting: list["OutcomeHere"], plan: Plan) -> None:
    targets = [one.target for one in counting if one.target]
    told = leads_tell_so_far(plan, targets) if targets else {}
    for one, target in zip(counting, targets, strict=True):
        one.tells_so_far = told[target.pk]


def _ask_which_is_right(outcomes: dict[int, "OutcomeHere"], marks: Scale) -> None:
    """Where figures and the newest rating did not agree."""
    for pk, judgement in kept_judgements(outcomes).items():
        one = outcomes[pk]
        if one.last:
            shown = marks.shown_standing(one.last)
            one.figures_ask = asked_of_lead(
                disagreement_of(
                    shown.label, is_good=shown.is_good, state=shown.state, judgement=judgement
                )
            )
