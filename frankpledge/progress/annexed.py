"""What was counted and asked beside the police's figures, for a freeze: deeds and survey waves."""

import datetime
from collections import Counter
from typing import Any

from frankpledge.delivery.models import Activity, Measure, Result
from frankpledge.delivery.models import standing as standing_rows
from frankpledge.delivery.periods import in_words
from frankpledge.delivery.queries import WaveRead, questions_of, waves_of
from frankpledge.judging.queries import pairs_of
from frankpledge.partnership.models import Partnership
from frankpledge.progress.models import Round
from frankpledge.progress.periods import months_on

Doc = dict[str, Any]


def done_in_the_year(round_: Round) -> Doc:
    """The delivery log over the twelve months up to the round's end, by area and measure."""
    return _done_since(months_on(round_.ends, -11), round_)


def done_in_the_half_year(round_: Round) -> Doc:
    """Over the two quarters that end with the round, or all of a longer one."""
    return _done_since(min(months_on(round_.ends, -5), round_.starts), round_)


def _done_since(first: datetime.date, round_: Round) -> Doc:
    here = Activity.objects.filter(
        standing_rows(), partnership=round_.partnership, on__gte=first, on__lte=round_.ends
    )
    counted: Counter[tuple[str, int]] = Counter()
    rows = Result.objects.filter(activity__in=here).values_list(
        "activity__area__code", "measure_id", "count"
    )
    for code, measure, count in rows.order_by():
        counted[code or "", measure] += count
    measures = {one.pk: one for one in open_measures(round_.partnership)}
    return {
        "period": in_words(first, round_.ends),
        "rows": [
            {
                "area": code,
                "measure": measures[pk].name,
                "unit": measures[pk].unit,
                "people": measures[pk].counts_people,
                "count": counted[code, pk],
            }
            for code, pk in sorted(counted)
            if pk in measures
        ],
    }


def open_measures(partnership: Partnership) -> list[Measure]:
    """Without those that serve restricted promises alone: their names would tell of them."""
    found = Measure.objects.filter(partnership=partnership).prefetch_related("outcomes__action")
    return [one for one in found if _is_open(one)]


def _is_open(measure: Measure) -> bool:
    serves = [one.action.audience for one in measure.outcomes.all()]
    return not serves or any(audience != "restricted" for audience in serves)


def asked_of_people(partnership: Partnership) -> list[Doc]:
    """Each survey question with its waves: how many answered, and what chance leaves open."""
    return [
        {
            "name": one.name,
            "wording": one.wording,
            "counted": one.counted,
            "asked_of": one.asked_of,
            "source": one.source,
            "waves": [_wave(each) for each in waves_of(one)],
        }
        for one in questions_of(partnership)
    ]


def feared(partnership: Partnership) -> list[Doc]:
    """What people fear beside what happens, as far as the two can stand side by side."""
    return [
        {
            "fear": one.fear.short,
            "fear_base": one.fear.base,
            "happens": one.happens.short,
            "happens_base": one.happens.base,
            "cannot": list(one.found.cannot),
        }
        for one in pairs_of(partnership)
        if one.fear and one.happens and one.found
    ]


def _wave(read: WaveRead) -> Doc:
    return {
        "when": in_words(read.wave.starts, read.wave.ends),
        "base": read.wave.base,
        "per_cent": read.per_cent,
        "low": read.low,
        "high": read.high,
        "break_why": read.wave.break_why,
        "changed": read.changed,
    }
