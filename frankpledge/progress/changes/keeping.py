"""News that came too early for its round: kept, and offered when the next round asks."""

from django.utils import timezone

from frankpledge.plan.changes.decisions import created
from frankpledge.progress.changes.reviewing import write_line
from frankpledge.progress.changes.steps import require_running
from frankpledge.progress.changes.turns import change
from frankpledge.progress.doubts.period import RULE
from frankpledge.progress.models import Answer, Kept, Settled
from frankpledge.record import lines
from frankpledge.record.errors import Refused

KEPT = "Kept for the next round"


@change
def keep_for_next(*, answer: Answer, by: lines.Author) -> Kept:
    """The answer stays as it is. Its words wait for whoever answers for the promise next."""
    answer = _as_it_is(answer)
    require_running(answer.item.request.round)
    before = Kept.objects.filter(answer=answer, undone_at=None).first()
    if before:  # a double press
        return before
    if not answer.happened.strip():
        raise Refused("This answer says nothing in words, so there is nothing to keep.")
    made = created(Kept, answer=answer, by=by.record_name[:160])
    _settle(answer, by)
    write_line(answer.item, "answer.kept-for-the-next-round", by, {})
    return made


def _as_it_is(answer: Answer) -> Answer:
    found = Answer.objects.select_related("item__action", "item__request__round__partnership")
    return found.get(pk=answer.pk)


def _settle(answer: Answer, by: lines.Author) -> None:
    """It was pointed out that the news is of another time, and this is what was made of it."""
    round_ = answer.item.request.round
    doubt = f"answer:{answer.pk}:{RULE}"
    if not Settled.objects.filter(round=round_, doubt=doubt).exists():
        created(Settled, round=round_, doubt=doubt, how=KEPT, by=by.record_name[:160])


@change
def keep_no_more(*, answer: Answer, by: lines.Author) -> None:
    answer = _as_it_is(answer)
    round_ = answer.item.request.round
    require_running(round_)
    kept = Kept.objects.filter(answer=answer, undone_at=None)
    if kept.update(undone_at=timezone.now(), undone_by=by.record_name[:160]):
        doubt = f"answer:{answer.pk}:{RULE}"
        Settled.objects.filter(round=round_, doubt=doubt, how=KEPT).delete()
        write_line(answer.item, "answer.kept-no-more", by, {})
