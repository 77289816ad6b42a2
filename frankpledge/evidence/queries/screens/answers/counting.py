"""How many, where, when, of what type; as rates; and as the sum of twelve months."""

from frankpledge.evidence import asking
from frankpledge.evidence.asking.counts import Count, Counts
from frankpledge.evidence.asking.scope import Scope
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.queries.screens.answers.question import Answer, Cell, Question, made
from frankpledge.evidence.queries.screens.places import map_of
from frankpledge.figures.wording import capital
from frankpledge.pictures.line import Line, line
from frankpledge.pictures.multiples import Multiples, Panel, multiples
from frankpledge.pictures.picture import Picture, Words
from frankpledge.pictures.rows import Row, Rows, bars
from frankpledge.pictures.run import Dot
from frankpledge.record.errors import Refused

NAMES = {"month": ("month",), "area": ("area", "area_name"), "type": ("type",)}
# More panels or bars than this are no picture any more.
MOST = 30


def counts(asked: Engine, scope: Scope, question: Question) -> Answer:
    per = question.per or None
    found = asking.counts(
        asked, scope, by=question.by, kind=question.kind or None, per=per, of=question.of
    )
    heads = [name for each in found.by for name in NAMES[each]]
    rows = [[*(getattr(row, head) for head in heads), *_figures(row, per)] for row in found.rows]
    heads += ["count", *(("rate", "low", "high") if per else ())]
    said = [f"{capital(scope.what)}: {found.total:,}."]
    return made(
        said,
        heads,
        rows,
        found.told,
        places=_places(found, scope, question),
        picture=_drawn(found, scope, question),
    )


def _figures(row: Count, per: int | None) -> list[Cell]:
    if not per:
        return [row.count]
    made = row.rate
    return [row.count, *((made.rate, made.low, made.high) if made else (None, None, None))]


def _drawn(found: Counts, scope: Scope, question: Question) -> Picture | None:
    words = Words(f"{found.total:,} recorded", capital(scope.what), found.told.lines)
    if found.by == ("month",):
        dots = tuple(Dot(row.month, row.count) for row in found.rows)
        return line(Line(words, dots, what="Recorded")) if dots else None
    if len(found.by) == 2 and "month" in found.by:
        return _panels(found, words)
    if found.by in (("type",), ("area",)) and len(found.rows) <= MOST:
        return bars(_bars(found, words, question))
    return None


def _panels(found: Counts, words: Words) -> Picture | None:
    named: dict[str, dict[str, int]] = {}
    for row in found.rows:
        named.setdefault(row.type or row.area_name, {})[row.month] = row.count
    if len(named) > MOST:
        return None
    # A month in which a thing did not happen has no row, and is nought.
    panels = [
        Panel(
            name,
            tuple(Dot(month, counts.get(month, 0)) for month in found.told.months),
            verdict=" ",
        )
        for name, counts in sorted(named.items())
    ]
    return multiples(Multiples(words, tuple(panels)))


def _bars(found: Counts, words: Words, question: Question) -> Rows:
    rated = bool(question.per)
    rows = []
    for row in sorted(found.rows, key=_size, reverse=True):
        name = row.type or row.area_name
        if rated:
            rate = row.rate
            value, low, high = (rate.rate, rate.low, rate.high) if rate else (None, None, None)
            rows.append(Row(name, value, low, high, note=f"{row.count:,}"))
        else:
            rows.append(Row(name, float(row.count)))
    unit = f"Per {question.per:,} {question.of}" if rated else "Recorded"
    return Rows(words, tuple(rows), unit=unit, places=1 if rated else 0, note="count" * rated)


def _size(row: Count) -> float:
    return row.rate.rate if row.rate else float(row.count)


def _places(found: Counts, scope: Scope, question: Question) -> Picture | None:
    if found.by != ("area",) or scope.area is None:
        return None
    rates = {row.area: row.rate for row in found.rows if row.rate}
    plain = {row.area: row.count for row in found.rows}
    kind = question.kind or "district"
    return map_of(kind, scope.area.codes, rates if question.per else plain, found.told, scope.what)


def rolling(asked: Engine, scope: Scope, question: Question) -> Answer:
    found = asking.rolling(asked, scope)
    rows = [(each.month, int(each.value)) for each in found.rolling]
    if not rows:
        raise Refused("Twelve months in a row are needed, and there are not as many here.")
    last = rows[-1][1]
    words = Words(
        f"{last:,} in the newest twelve months",
        f"{capital(scope.what)}, the sum of twelve months up to each",
        found.told.lines,
    )
    dots = tuple(Dot(month, value) for month, value in rows)
    drawn = line(Line(words, dots, unit="in twelve months", what="Twelve months"))
    return made([f"{words.title}."], ["month", "twelve_months"], rows, found.told, picture=drawn)
