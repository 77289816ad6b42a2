"""A period beside the same before; and areas in the order of their rates."""

from frankpledge.evidence import asking
from frankpledge.evidence.asking.compare import Compared, Comparison
from frankpledge.evidence.asking.scope import Scope
from frankpledge.evidence.engines.engine import Engine
from frankpledge.evidence.queries.screens.answers.question import Answer, Cell, Question, made
from frankpledge.evidence.queries.screens.ours import areas_of
from frankpledge.evidence.queries.screens.places import ranks_of
from frankpledge.figures.periods import period
from frankpledge.figures.ranks import First
from frankpledge.figures.wording import capital
from frankpledge.partnership.models import Partnership
from frankpledge.pictures.picture import Picture, Words
from frankpledge.pictures.rows import Row, Rows, bars
from frankpledge.record.errors import Refused

MOST = 30


def compare(asked: Engine, scope: Scope, question: Question) -> Answer:
    before = period(question.before) if question.before else None
    found = asking.compare(asked, scope, by=question.by, kind=question.kind or None, before=before)
    heads = _heads(found.by)
    rows = [_row(row, found.by) for row in found.rows]
    said = [f"{found.after.words}, beside {found.before.words}.", found.sentence]
    said += [row.change.sentence for row in found.clear]
    return made(said, heads, rows, found.told, picture=_drawn(found, scope))


def _heads(by: tuple[str, ...]) -> list[str]:
    named = [*(("area", "area_name") if "area" in by else ()), *(("type",) if "type" in by else ())]
    return [
        *named,
        *("before", "after", "difference", "percent", "verdict", "chance", "why_no_percent"),
    ]


def _row(row: Compared, by: tuple[str, ...]) -> list[Cell]:
    each = row.change
    named = [*((row.area, row.area_name) if "area" in by else ())]
    named += [row.type] if "type" in by else []
    return [
        *named,
        *(each.before, each.after, each.words, each.percent, each.verdict, each.chance),
        each.why_no_percent or "",
    ]


def _drawn(found: Comparison, scope: Scope) -> Picture | None:
    if not 2 <= len(found.rows) <= MOST:
        return None
    words = Words(found.sentence, f"{capital(scope.what)}, {found.after.words}", found.told.lines)
    ordered = sorted(found.rows, key=lambda row: (not row.change.clear, -row.change.after))
    rows = tuple(
        Row(
            " ".join(part for part in (row.area_name, row.type) if part),
            float(row.change.after),
            note=row.change.words if row.change.clear else "no clear change",
        )
        for row in ordered
    )
    return bars(Rows(words, rows, unit="Recorded", places=0, note="beside the period before"))


def rank(asked: Engine, scope: Scope, question: Question, partnership: Partnership) -> Answer:
    first: First = "highest" if question.first == "highest" else "lowest"
    found = asking.rank(
        asked,
        scope,
        kind=question.kind or "district",
        per=question.per or 1000,
        of=question.of,
        first=first,
    )
    heads = ["rank", "of", "area", "area_name", "count", question.of, "rate", "best", "worst"]
    rows = [
        (
            *(each.rank.printed, each.rank.n, each.area, each.rank.name),
            *(each.count, each.base, each.rank.value, each.rank.best, each.rank.worst),
        )
        for each in found.rows
    ]
    ours = _ours(asked, partnership, {each.area for each in found.rows})
    said = [each.rank.sentence for each in found.rows if each.area in ours] or [found.sentence]
    drawn = ranks_of(found, ours, scope) if len(found.rows) <= MOST else None
    return made(said, heads, rows, found.told, picture=drawn)


def _ours(asked: Engine, partnership: Partnership, ranked: set[str]) -> set[str]:
    try:
        return {each.code for each in areas_of(asked, partnership)} & ranked
    except Refused:
        return set()
