"""The same question of each type, of each area, or of each type in each area."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from frankpledge.cli.asking.options import KINDS, asked, by_of
from frankpledge.cli.asking.printed import give
from frankpledge.config.cannot import Cannot

Row = Sequence[Any]
HEADS = {"area": ("area", "area_name"), "type": ("type",)}


@dataclass
class Said:
    """One answer: its rows, its sentences, and what it says of itself."""

    rows: Sequence[Row]
    sentences: list[str]
    told: Any
    more: dict[str, Any]


Ask = Callable[[Any, Any, Any], Said]


@dataclass
class Together:
    rows: list[Row] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)
    answers: list[dict[str, Any]] = field(default_factory=list)
    told: Any = None


def offer_each(made: Any) -> None:
    made.add_argument(
        "--by", default="", metavar="WHAT", help="ask it of each: type, area, or area,type"
    )
    made.add_argument("--of-kind", choices=KINDS, default="district", help="which areas, by area")


def ask_each(chosen: argparse.Namespace, heads: Sequence[str], ask: Ask) -> int:
    by = by_of(chosen)
    if unknown := [each for each in by if each not in HEADS]:
        raise Cannot(f"It cannot be asked by {unknown[0]}: by type, by area or by area,type.")
    with asked(chosen) as (asking, engine, scope):
        if not by:
            said = ask(asking, engine, scope)
            return give(
                *(chosen, heads, said.rows, said.told), sentences=said.sentences, more=said.more
            )
        found = _together(chosen, by, (asking, engine, scope), ask)
    named = [name for each in HEADS if each in by for name in HEADS[each]]
    more = {"answers": found.answers}
    heads = [*named, *heads]
    return give(chosen, heads, found.rows, found.told, sentences=found.sentences, more=more)


def _together(chosen: argparse.Namespace, by: list[str], given: Any, ask: Ask) -> Together:
    from frankpledge.figures.errors import CannotWorkOut
    from frankpledge.record.errors import Refused

    asking, engine, whole = given
    made = Together()
    why: Exception | None = None
    for named, scope in _scopes(chosen, by, asking, engine, whole):
        try:
            said = ask(asking, engine, scope)
        except (CannotWorkOut, Refused) as error:
            why = error
            made.sentences.append(f"{scope.what}: {error}")
            continue
        made.rows += [[*named, *row] for row in said.rows]
        made.sentences += said.sentences
        made.answers.append({"what": scope.what, **said.more})
        made.told = made.told or said.told
    if made.told is None:
        raise Cannot(str(why) if why else "There is nothing here to ask it of.")
    made.told = replace(made.told, parameters=(*_parameters(made.told, by), ("by", ", ".join(by))))
    return made


def _parameters(told: Any, by: list[str]) -> list[tuple[str, str]]:
    """The first of them spoke for itself alone."""
    each = {"types" if one == "type" else one for one in by}
    return [(name, "each" if name in each else value) for name, value in told.parameters]


def _scopes(
    chosen: argparse.Namespace, by: list[str], asking: Any, engine: Any, scope: Any
) -> Iterator[tuple[list[str], Any]]:
    areas: list[Any] = [None]
    if "area" in by:
        scope, areas = asking.areas_in(engine, scope, chosen.of_kind)
    types: list[str | None] = [None]
    if "type" in by:
        types = [row.type for row in asking.counts(engine, scope, by=("type",)).rows]
    for area in areas:
        for kind in types:
            named = [*((area.code, area.name) if area else ()), *([kind] if kind else [])]
            within = replace(scope, area=area) if area else scope
            yield named, replace(within, types=(kind,)) if kind else within
