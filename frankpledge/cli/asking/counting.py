"""frankpledge evidence counts: how many, where, when, of what type; and per 1,000 people."""

import argparse
from typing import Any

from frankpledge.cli.asking.options import asked, by_of, offer_by, offer_per, per_of, question
from frankpledge.cli.asking.printed import give
from frankpledge.cli.shape import Below
from frankpledge.config.cannot import Cannot

NAMES = {"month": ("month",), "area": ("area", "area_name"), "type": ("type",)}


def add(below: Below) -> None:
    made = question(
        below,
        "counts",
        "Counts by month, area and type; as rates; or as the sum of twelve months.",
        example="--by month,area,type --area-kind district --from 2021-01 --to 2021-12 --csv",
        run=counts,
    )
    offer_by(made, "month")
    offer_per(made)
    made.add_argument("--rolling", action="store_true", help="the twelve months up to each month")
    made.add_argument(
        "--public", action="store_true", help="of area,type: small counts are held back"
    )


def counts(chosen: argparse.Namespace) -> int:

    if chosen.rolling and chosen.public:
        raise Cannot("Choose --rolling or --public: a public table is of areas by types.")
    per, of = per_of(chosen)
    with asked(chosen) as (asking, engine, scope):
        if chosen.rolling:
            return _rolling(chosen, asking.rolling(engine, scope))
        found = asking.counts(
            engine, scope, by=by_of(chosen), kind=chosen.area_kind, per=per, of=of
        )
        if chosen.public:
            return _public(chosen, asking.public(found))
    names = [name for each in found.by for name in NAMES[each]]
    heads = [*names, "count", *(("rate", "low", "high") if per else ())]
    rows = [
        [*(getattr(row, name) for name in names), row.count, *(_rate(row.rate) if per else ())]
        for row in found.rows
    ]
    return give(chosen, heads, rows, found.told, more={"total": found.total})


def _rate(made: Any) -> tuple[float | None, ...]:
    return (made.rate, made.low, made.high) if made else (None, None, None)


def _rolling(chosen: argparse.Namespace, found: Any) -> int:
    rows = [[each.month, int(each.value)] for each in found.rolling]
    if not rows:
        raise Cannot("Twelve months in a row are needed, and there are not as many here.")
    return give(chosen, ["month", "twelve_months"], rows, found.told)


def _public(chosen: argparse.Namespace, found: Any) -> int:
    rows = [
        [area, kind, _held(n)]
        for area, row in zip(found.names, found.table.cells, strict=True)
        for kind, n in zip(found.heads, row, strict=True)
    ]
    return give(chosen, ["area_name", "type", "count"], rows, found.told)


def _held(n: int | None) -> int | str:
    return "held back" if n is None else n
