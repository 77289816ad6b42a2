"""Frozen, published, and reopened with a reason. The first freeze stays whatever follows."""

from frankpledge.asking import letters, links
from frankpledge.partnership.models.dated import today
from frankpledge.plan import changes as plan
from frankpledge.progress.changes.steps import put, require_stage, take
from frankpledge.progress.changes.turns import change
from frankpledge.progress.models import Question, Request, Round
from frankpledge.progress.queries.wording import period_words
from frankpledge.record import freezes, lines
from frankpledge.record.errors import Refused
from frankpledge.record.models import Freeze


@change
def freeze(*, round_: Round, by: lines.Author) -> Freeze:
    """Everything the round says, as one document. Its links end; late words are still taken."""
    require_stage(round_, "review", otherwise="A round is frozen from its review.")
    take(round_, "frozen", by=by)
    made = freezes.make(
        kind="round",
        subject=round_,
        subject_id=str(round_.pk),
        name=f"Round {period_words(round_)}"[:200],
        chain=round_.partnership.chain,
        by=by,
        why=f"The round for {period_words(round_)} is closed",
    )
    put(round_, freeze_hash=made.hash)
    doors = _doors(round_)
    links.end(partnership=round_.partnership, opens=doors)
    for about in doors:
        letters.call_off(partnership=round_.partnership, about=about)
    return made


def _doors(round_: Round) -> list[str]:
    asked = Request.objects.filter(round=round_).values_list("pk", flat=True)
    questions = Question.objects.filter(round=round_).values_list("pk", flat=True)
    return [*(f"request:{pk}" for pk in asked), *(f"question:{pk}" for pk in questions)]


@change
def reopen(*, round_: Round, by: lines.Author, why: str) -> Round:
    if not round_.is_frozen:
        raise Refused("Only a frozen round can be reopened.")
    if not why.strip():
        raise Refused("Say why the round is opened again.", field="why")
    take(round_, "reopened", by=by, stage="review", why=why)
    links.renew(partnership=round_.partnership, opens=_doors(round_))
    return round_


@change
def publish(*, round_: Round, by: lines.Author) -> Round:
    """What of it is public goes on the public face, with the plan as it stands now."""
    require_stage(round_, "frozen", otherwise="Only a frozen round is published.")
    take(round_, "published", by=by, published_on=today())
    plan.publish(plan=round_.plan, by=by, why=f"Round {period_words(round_)}")
    return round_
