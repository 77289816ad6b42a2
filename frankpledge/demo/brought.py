"""What Marshwick's leads brought to the board with their answers, and what may have to go."""

from frankpledge.plan.models import Action
from frankpledge.progress import changes
from frankpledge.progress.models import Answer, Raised, Round
from frankpledge.record.lines import Author

# By promise: why it is off course, what comes next, what help is wanted and of whom.
BESIDE = {
    "5.1": {
        "why": "Two workers for three workers’ caseload, from February to June.",
        "next_step": "The third worker begins in September and takes those who wait longest.",
        "help_needed": "a desk at the Eastgate centre two days a week",
        "help_from": "Quayside Youth",
    },
    "1.4": {
        "why": "The county sends its summaries after our papers have gone out.",
        "next_step": "Ask for them a fortnight before each board.",
        "help_needed": "each review’s summary fourteen days before a board",
        "help_from": "County Council",
    },
    "2.1": {
        "why": "More shops report, and four people make a third of the thefts.",
        "next_step": "Those four are offered the turning-point course, or put before the court.",
        "help_needed": "a named solicitor for shop theft orders",
        "help_from": "Marshwick Council",
    },
}
RAISED = (
    (
        *("2.1", "decision", "Can the reserve pay for one more warden until spring?"),
        "whether £6,000 of the reserve pays for one more town warden until the end of March.",
    ),
    (
        *("5.1", "concern", "If the third worker leaves as well, we cannot keep to a week."),
        "",
    ),
)
STRIKE = (
    "3.4",
    "The post that was to run it is empty. Unless it is filled by the next board, nobody can.",
)


def bring_to_board(round_: Round, by: Author) -> None:
    answers = {
        one.item.action.ref: one
        for one in Answer.objects.filter(item__request__round=round_).select_related("item__action")
    }
    for ref, beside in BESIDE.items():
        if ref in answers:
            Answer.objects.filter(pk=answers[ref].pk).update(**beside)
    for ref, kind, words, for_the_board in RAISED:
        if ref in answers:
            one = Raised.objects.create(answer=answers[ref], kind=kind, words=words)
            changes.decide_raised(
                raised=one, decided="confirmed", for_the_board=for_the_board, version=1, by=by
            )
    _propose_to_strike(round_, by)


def _propose_to_strike(round_: Round, by: Author) -> None:
    """What nobody can run any more is put to the board, which decides it at its meeting."""
    ref, why = STRIKE
    action = Action.objects.filter(plan=round_.plan_id, ref=ref).first()
    if action is not None:
        changes.propose_strike(round_=round_, action=action, why=why, by=by)
