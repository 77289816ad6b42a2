"""Which outcomes count something that a lead can be asked for. Pure."""

from frankpledge.plan.models import Outcome, Target

# A change against last year is worked out from figures, not asked of people.
COUNTED = ("count-at-least", "count-exactly", "count-at-most", "proportion", "attendance")


def counted(outcome: Outcome) -> Target | None:
    """The first target that a number answers."""
    return next((each for each in outcome.targets.all() if each.kind in COUNTED), None)
