"""Where: hot spots, and in how few places half of it is; and how much harm."""

from frankpledge.evidence import asking
from frankpledge.evidence.asking.scope import Scope
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.queries.screens.answers.question import Answer, Question, made
from frankpledge.evidence.queries.screens.places import spots_of
from frankpledge.evidence.queries.weights import weights_on
from frankpledge.partnership.models import Partnership
from frankpledge.pictures.picture import Words
from frankpledge.pictures.rows import Row, Rows, bars

MOST = 30


def hotspots(asked: Engine, scope: Scope, question: Question) -> Answer:
    ask = asking.of_hexagons if question.of_hexagons else asking.of_lsoas
    found = ask(asked, scope)
    kept = [each for each in found.rows if each.now or each.kind not in ("", "none")]
    rows = [
        (each.area, each.area_name, each.count, each.z, each.chance, each.now, each.kind)
        for each in sorted(kept, key=lambda each: -each.z)
    ]
    heads = ["area", "area_name", "count", "z", "chance", "now", "over_months"]
    said = [found.spots.sentence, *([found.history.sentence] if found.history else [])]
    return made(said, heads, rows, found.told, picture=spots_of(found, scope))


def share(asked: Engine, scope: Scope, question: Question) -> Answer:
    found = asking.share(asked, scope, kind=question.kind or "lsoa")
    rows = [(each.area, each.area_name, each.count) for each in found.rows]
    said = found.concentration.sentence
    words = Words(said, f"{scope.what}: the places that have half", found.told.lines)
    top = tuple(Row(each.area_name, float(each.count)) for each in found.rows[:MOST])
    drawn = bars(Rows(words, top, unit="Recorded", places=0)) if top else None
    return made([said], ["area", "area_name", "count"], rows, found.told, picture=drawn)


def harm(asked: Engine, scope: Scope, question: Question, partnership: Partnership) -> Answer:
    """With the edition of the weights that held on the last day of what is asked for."""
    weights = weights_on(partnership, question.named, asking.last_day(asked, scope))
    found = asking.harm(asked, scope, weights)
    rows = [
        (each.kind, each.count, each.weight, each.harm, 100 * each.share_of_harm)
        for each in found.harm.parts
    ]
    words = Words(found.harm.sentence, f"{scope.what}, weighed by harm", found.told.lines)
    parts = tuple(Row(row[0], row[3], note=f"{row[1]:,}") for row in rows)
    unit = found.harm.weights.unit.capitalize()
    drawn = bars(Rows(words, parts, unit=unit, places=0, note="count")) if parts else None
    heads = ["type", "count", "weight", "harm", "percent_of_harm"]
    return made([found.harm.sentence], heads, rows, found.told, picture=drawn)
