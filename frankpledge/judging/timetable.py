"""What the clock does for judging: at a week's begin what needs attention is told, and kept."""

from frankpledge.asking import clock
from frankpledge.judging.changes.attention import tell_attention
from frankpledge.judging.changes.history import keep_judgements
from frankpledge.partnership.models import Partnership
from frankpledge.partnership.models.dated import today
from frankpledge.plan.queries import current_plan
from frankpledge.record.errors import Refused
from frankpledge.record.lines import System

# Tuesday is for machines that were off on Monday.
DAYS = (0, 1)


@clock.every(minutes=30)
def tell_what_needs_attention() -> None:
    """Once a week for each, however many clocks there are."""
    if today().weekday() not in DAYS:
        return
    for partnership in Partnership.objects.current():
        # Told first: the odds that fell are those that fell since a week ago.
        tell_attention(partnership=partnership, by=System("The weekly letter"))


@clock.every(minutes=60)
def keep_the_weeks_judgements() -> None:
    if today().weekday() not in DAYS:
        return
    for partnership in Partnership.objects.current():
        plan = current_plan(partnership)
        if plan is None or plan.is_draft:
            continue
        try:
            keep_judgements(plan=plan, by=System("The week's judgement"))
        except Refused:
            continue  # closed meanwhile
