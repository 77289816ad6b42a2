"""Rows of this room, reached through their partnership."""

from collections.abc import Iterable
from dataclasses import dataclass

from frankpledge.figures.odds.judgement import Judgement
from frankpledge.judging.indicators import Indicator
from frankpledge.judging.library import library
from frankpledge.judging.models import Deviation, JudgedThen, Meaning
from frankpledge.judging.models import Indicator as OwnIndicator
from frankpledge.judging.reading import read
from frankpledge.partnership.models import Partnership
from frankpledge.partnership.models.dated import today
from frankpledge.plan.models import Outcome, Plan, Target
from frankpledge.plan.queries import NotThere


@dataclass(frozen=True)
class Listed:
    indicator: Indicator
    row: OwnIndicator | None  # none: the library's
    used: int  # targets of this partnership that are judged by it


def indicators(partnership: Partnership) -> list[Listed]:
    """Own ones first, retired ones last."""
    rows = {row.key: row for row in OwnIndicator.objects.filter(partnership=partnership)}
    used = _used(partnership)
    merged = {**library(), **{key: row.defined() for key, row in rows.items()}}
    listed = [Listed(one, rows.get(key), used.get(key, 0)) for key, one in merged.items()]
    return sorted(listed, key=lambda one: (bool(one.indicator.retired), one.row is None))


def _used(partnership: Partnership) -> dict[str, int]:
    keys = Meaning.objects.filter(
        outcome__action__plan__partnership=partnership,
        outcome__action__plan__status="adopted",
    ).values_list("indicator", flat=True)
    return {key: list(keys).count(key) for key in set(keys)}


def indicator_in(partnership: Partnership, pk: int) -> OwnIndicator:
    found = OwnIndicator.objects.filter(partnership=partnership, pk=pk).first()
    if found is None:
        raise NotThere
    return found


def target_in(partnership: Partnership, pk: int, *, restricted: bool) -> Target:
    rows = Target.objects.select_related("outcome__action__plan__partnership")
    found = rows.filter(outcome__action__plan__partnership=partnership, pk=pk).first()
    if found is None or (found.outcome.action.audience == "restricted" and not restricted):
        raise NotThere
    return found


def meaning_of(target: Target) -> Meaning | None:
    return Meaning.objects.filter(outcome=target.outcome_id, printed=target.printed).first()


def accepted_misses(outcomes: Iterable[int]) -> set[int]:
    """Of these, the ones whose miss is accepted today."""
    running = Deviation.objects.filter(ended_on__isnull=True, until__gte=today())
    return set(running.filter(outcome__in=list(outcomes)).values_list("outcome_id", flat=True))


def deviations_of(outcome: Outcome) -> list[Deviation]:
    return list(Deviation.objects.filter(outcome=outcome))


def deviation_in(partnership: Partnership, pk: int, *, restricted: bool) -> Deviation:
    rows = Deviation.objects.select_related("outcome__action__plan__partnership")
    found = rows.filter(outcome__action__plan__partnership=partnership, pk=pk).first()
    if found is None or (found.outcome.action.audience == "restricted" and not restricted):
        raise NotThere
    return found


def judged_before(outcome: Outcome) -> list[JudgedThen]:
    """As it was judged on earlier days, the newest first."""
    return list(JudgedThen.objects.filter(outcome=outcome)[:12])


def leads_tell_so_far(plan: Plan, targets: Iterable[Target]) -> dict[int, bool | None]:
    """By target: whether the lead's figure is all so far, or of its period alone, or not said."""
    rows = list(targets)
    meanings = Meaning.objects.filter(outcome__in=[row.outcome_id for row in rows])
    meant = {(one.outcome_id, one.printed): one for one in meanings}
    return {
        row.pk: read(
            row, meant.get((row.outcome_id, row.printed)), None, plan.starts, plan.ends
        ).tells_so_far
        for row in rows
    }


def kept_judgements(outcomes: Iterable[int]) -> dict[int, Judgement]:
    """What was said of each when it was last kept: quick, and the same for everybody who asks."""
    rows = JudgedThen.objects.filter(outcome__in=list(outcomes)).order_by("as_at")
    return {
        pk: Judgement(
            what=doc.get("target", ""),
            verdict=doc["verdict"],
            why=doc.get("why", ""),
            odds=doc.get("odds"),
            odds_words=doc.get("odds_words", ""),
        )
        for pk, doc in rows.values_list("outcome_id", "doc")
        if "verdict" in doc
    }
