"""The times that schools keep: half terms, holidays and the school year."""

from frankpledge.language.context import Context
from frankpledge.language.pattern import Match
from frankpledge.language.refs import Ref
from frankpledge.language.tokens import Line

HALF_TERMS = {10: "autumn", 2: "spring", 5: "summer"}
OFF = "holiday|holidays|break|recess"


def _written(ref: Ref, found: Match) -> Ref:
    year, last = found["y"] or (None, None)
    return Ref(ref.unit, name=ref.name, year=year, last=last)


def _half_term(found: Match, line: Line, context: Context) -> Ref | None:
    season = found["s"] or HALF_TERMS.get(found["m"])
    if season not in HALF_TERMS.values():
        return None
    return _written(Ref("break", name=f"{season} half term"), found)


def _holidays(found: Match, line: Line, context: Context) -> Ref | None:
    name = found["s"] or {"xmas": "christmas"}.get(found["e"], found["e"])
    known = name in {"summer", "christmas", "easter"}
    return _written(Ref("break", name=name), found) if known else None


def _school_year(found: Match, line: Line, context: Context) -> Ref | None:
    return _written(Ref("school_year"), found)


SCHOOL_TIMES = (
    ("the? <s:season> half term holiday|holidays|break? <y:year>?", _half_term),
    ("the? <m:month> half term holiday|holidays|break? <y:year>?", _half_term),
    (f"the? <s:season> school? {OFF} <y:year>?", _holidays),
    (f"the? e:easter|christmas|xmas school? {OFF} <y:year>?", _holidays),
    ("the? academic|school year <y:year>", _school_year),
    ("<y:year> academic|school year", _school_year),
    ("the? this|current? academic|school year", _school_year),
)
