"""frankpledge evidence compare: a period beside the same period before."""

import argparse

from frankpledge.cli.asking.options import asked, by_of, offer_by, offer_per, per_of, question
from frankpledge.cli.asking.printed import give
from frankpledge.cli.shape import Below


def add(below: Below) -> None:
    made = question(
        below,
        "compare",
        "A period beside the same period before, and whether chance explains the difference.",
        example="--area Marshwick --from 2025-04 --to 2026-03 --by type",
        run=compare,
    )
    offer_by(made, "type")
    offer_per(made)
    made.add_argument(
        "--before", metavar="PERIOD", help="another period before: 2019-04..2020-03, 2019/20"
    )


def compare(chosen: argparse.Namespace) -> int:
    from frankpledge.figures.periods import period

    per, of = per_of(chosen)
    with asked(chosen) as (asking, engine, scope):
        before = period(chosen.before) if chosen.before else None
        found = asking.compare(
            engine, scope, by=by_of(chosen), kind=chosen.area_kind, before=before
        )
        kind = chosen.area_kind if "area" in found.by else None
        rates = asking.Rates.of(engine, scope, found.told, per, of, kind=kind)
    areas, types = "area" in found.by, "type" in found.by
    heads = [*(("area", "area_name") if areas else ()), *(("type",) if types else ())]
    heads += ["before", "after", "difference", "percent", "verdict", "chance", "why_no_percent"]
    heads += ["rate_before", "rate_after"] if per else []
    rows = []
    for row in found.rows:
        each = row.change
        named = [*((row.area, row.area_name) if areas else ()), *((row.type,) if types else ())]
        rows.append(
            (
                *(*named, each.before, each.after, each.words, each.percent),
                *(each.verdict, each.chance, each.why_no_percent or ""),
                *(*rates.column(row.area, each.before), *rates.column(row.area, each.after)),
            )
        )
    periods = f"{found.after.words}, beside {found.before.words}."
    clear = [row.change.sentence for row in found.clear]
    more = {
        "before": found.before.words,
        "after": found.after.words,
        "sentence": found.sentence,
        "changes": [row.change.to_dict() for row in found.rows],
    }
    said = [periods, found.sentence, *clear]
    return give(chosen, heads, rows, rates.told, sentences=said, more=more)
