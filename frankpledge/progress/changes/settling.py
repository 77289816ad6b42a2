"""Something that looked wrong was looked at. It is remembered, so that nobody looks again."""

from frankpledge.plan.changes.decisions import created
from frankpledge.progress.changes.keeping import keep_no_more
from frankpledge.progress.changes.steps import require_running, tell
from frankpledge.progress.changes.turns import change
from frankpledge.progress.doubts.period import RULE
from frankpledge.progress.models import Answer, Kept, Round, Settled
from frankpledge.record import lines
from frankpledge.record.errors import Refused

LEFT = "Left as it is"


@change
def settle(*, round_: Round, doubt: str, by: lines.Author, how: str = LEFT) -> Settled:
    """`doubt` is its key, 'answer:31:outside-the-period'. Settling twice is settling once."""
    require_running(round_)
    _require_of_this_round(round_, doubt)
    before = Settled.objects.filter(round=round_, doubt=doubt).first()
    if before:
        return before
    made = created(Settled, round=round_, doubt=doubt, how=how, by=by.record_name[:160])
    tell(round_, "doubt.settled", by, new={"doubt": doubt, "how": how})
    return made


@change
def unsettle(*, round_: Round, doubt: str, by: lines.Author) -> None:
    require_running(round_)
    _require_of_this_round(round_, doubt)
    kept = Kept.objects.filter(answer=_answer_of(doubt), undone_at=None).exists()
    if kept and doubt.endswith(f":{RULE}"):
        keep_no_more(answer=Answer.objects.get(pk=_answer_of(doubt)), by=by)
    gone, _ = Settled.objects.filter(round=round_, doubt=doubt).delete()
    if gone:
        tell(round_, "doubt.opened-again", by, new={"doubt": doubt})


def _answer_of(doubt: str) -> int:
    return int(doubt.split(":")[1])


def _require_of_this_round(round_: Round, doubt: str) -> None:
    kind, _, rest = doubt.partition(":")
    answer, _, rule = rest.partition(":")
    whose = Answer.objects.filter(item__request__round=round_)
    is_here = kind == "answer" and rule and answer.isdecimal() and len(answer) < 18
    if not is_here or not whose.filter(pk=int(answer)).exists():
        raise Refused("This doubt is of no answer in this round.")
