"""The names of a plan that nobody here goes by."""

from frankpledge.plan.models import Plan
from frankpledge.plan.printed_names import PrintedName, names_of, only_printed


def names_to_say(plan: Plan) -> list[PrintedName]:
    return names_of(only_printed(plan))
