"""Which worry stands beside what."""

from frankpledge.delivery.models import SurveyQuestion
from frankpledge.judging.changes.turns import change
from frankpledge.judging.models import Pair
from frankpledge.partnership.models import Partnership
from frankpledge.record import lines
from frankpledge.record.errors import Refused

ONE_HALF = "Choose a question that people were asked, or a type that the police count: one of them."


@change
def add_pair(
    *,
    partnership: Partnership,
    fear: SurveyQuestion,
    by: lines.Author,
    happens: SurveyQuestion | None = None,
    kind: str = "",
) -> Pair:
    if bool(happens) == bool(kind):
        raise Refused(ONE_HALF, field="happens")
    if happens == fear:
        raise Refused("Choose another question to set beside it.", field="happens")
    if fear.partnership_id != partnership.pk or (
        happens and happens.partnership_id != partnership.pk
    ):
        raise Refused("That question is another partnership's.")
    if Pair.objects.filter(partnership=partnership, fear=fear, happens=happens, type=kind).exists():
        raise Refused("These two stand side by side already.", field="happens")
    pair = Pair.objects.create(
        partnership=partnership,
        fear=fear,
        happens=happens,
        type=kind,
        made_by=by.record_name[:160],
    )
    _tell(pair, "pair.added", by)
    return pair


@change
def remove_pair(*, pair: Pair, by: lines.Author) -> None:
    """Neither half goes: only their standing side by side."""
    _tell(pair, "pair.removed", by)
    Pair.objects.filter(pk=pair.pk).delete()


def _tell(pair: Pair, verb: str, by: lines.Author) -> None:
    other = pair.happens.name if pair.happens else pair.type
    lines.write(
        chain=pair.partnership.chain,
        by=by,
        verb=verb,
        subject=lines.Subject("pair", str(pair.pk), f"{pair.fear.name} and {other}"),
    )
