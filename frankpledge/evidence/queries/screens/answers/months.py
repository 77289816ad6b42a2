"""What is usual, and when: months in a row, seasons, and hours of the week."""

from frankpledge.evidence import asking
from frankpledge.evidence.asking.scope import Scope
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.queries.screens.answers.question import Answer, Question, made
from frankpledge.evidence.queries.screens.common import charted
from frankpledge.evidence.queries.screens.of_type import seasons_drawn
from frankpledge.pictures import hours as drawn_hours
from frankpledge.pictures.hours import DAYS
from frankpledge.pictures.picture import Words


def chart(asked: Engine, scope: Scope, question: Question) -> Answer:
    found = asking.chart(asked, scope, adjusted=question.is_adjusted)
    counted = {each.period: int(each.value) for each in found.series.observed}
    rows = []
    for each in found.chart.points:
        limits = found.chart.segments[each.segment].limits
        rows.append(
            (
                *(each.period, counted[each.period], float(each.value), float(limits.mean)),
                *(limits.lower, limits.upper, each.rule or "", each.kind),
            )
        )
    heads = ["month", "count", "shown", "mean", "lower", "upper", "signal", "verdict"]
    return made([found.sentence], heads, rows, found.told, picture=charted(found, scope.what))


def seasons(asked: Engine, scope: Scope, question: Question) -> Answer:
    found = asking.seasons(asked, scope)
    rows = list(found.seasons.to_dict()["index"].items())
    drawn = seasons_drawn(found)
    return made([found.seasons.sentence], ["month", "index"], rows, found.told, picture=drawn)


def hours(asked: Engine, scope: Scope, question: Question) -> Answer:
    """Stops are published with a point and no area: they are counted by force."""
    found = asking.hours(asked, period=scope.period, force=question.force or None)
    rows = [
        (day, hour, n)
        for day, row in zip(DAYS, found.week.counts, strict=True)
        for hour, n in enumerate(row)
    ]
    words = Words(found.week.sentence, "Stop and search, by hour and weekday", found.told.lines)
    drawn = drawn_hours.hours(drawn_hours.Hours(words, found.week.counts))
    heads = ["weekday", "hour", "count"]
    return made([found.week.sentence], heads, rows, found.told, picture=drawn)
