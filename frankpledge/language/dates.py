"""One written time: a day, month, season, quarter or year."""

from collections.abc import Callable
from dataclasses import replace

from frankpledge.language.context import Context
from frankpledge.language.date_words import READERS
from frankpledge.language.edges import EDGES, fits
from frankpledge.language.pattern import Match, Phrases, pattern
from frankpledge.language.refs import Ref
from frankpledge.language.school import SCHOOL_TIMES
from frankpledge.language.tokens import Line, Token
from frankpledge.language.wordlist import words

Builder = Callable[[Match, Line, Context], Ref | None]

SEASONS_IN_TURN = {
    "spring": "summer",
    "summer": "autumn",
    "autumn": "winter",
    "winter": "spring",
}
SCHOOL = words("pupils pupil students student children group groups girls boys class")
BEFORE_YEAR = words(
    "by in during of end until till since from to for - / ( : early mid late before "
    "throughout year calendar over and between pre after through updated published"
)


def ref_at(line: Line, at: int, context: Context) -> tuple[Ref, int] | None:
    for found, edge in EDGES.matches(line, at):
        after = found.end + (line.word(found.end) == "-" and line.glued(found.end))
        inner = _plain_ref(line, after, context) or _bare_plan(line, after)
        if inner and fits(edge, inner[0].unit):
            return replace(inner[0], edge=edge), inner[1]
    return _plain_ref(line, at, context)


def _plain_ref(line: Line, at: int, context: Context) -> tuple[Ref, int] | None:
    for found, build in RULES.matches(line, at):
        ref = build(found, line, context)
        if ref:
            return ref, found.end
    return None


def _bare_plan(line: Line, at: int) -> tuple[Ref, int] | None:
    """After "end of", a bare "year", "plan" or "project" is the plan's own."""
    if line.word(at) == "financial" and line.word(at + 1) == "year":
        return Ref("plan", name="year"), at + 2
    if line.word(at) in {"year", "plan", "strategy", "period"}:
        return Ref("plan", name="year" if line.word(at) == "year" else "whole"), at + 1
    return None


def _dated(ref: Ref, found: Match) -> Ref:
    """With the year that was written beside it, if one was."""
    year, last = found["y"] or (None, None)
    return replace(ref, year=year, last=last)


def _iso(found: Match, line: Line, context: Context) -> Ref | None:
    year, month, day = (int(piece) for piece in found["t"].text.split("-"))
    return Ref("day", number=month, day=day, year=year)


def _numeric(found: Match, line: Line, context: Context) -> Ref | None:
    text = found["t"].text
    first, second, year = (int(piece) for piece in text.split(text.strip("0123456789")[0]))
    if year < 100:
        year += 2000 if year < 70 else 1900
    if second > 12 >= first:
        doubt = "The month seems to come first; read with the day second."
        return Ref("day", number=first, day=second, year=year, doubt=doubt)
    return Ref("day", number=second, day=first, year=year)


def _day(found: Match, line: Line, context: Context) -> Ref | None:
    return _dated(Ref("day", number=found["m"], day=found["d"]), found)


def _short_day(found: Match, line: Line, context: Context) -> Ref | None:
    """31/3, only where a word before it says that it is a date, or nothing else is there."""
    said = line.word(found.start - 1) in {"by", "on", "before", "until", "from", "due"}
    said = said or (line.word(found.start - 1) == "to" and found["d"] > 12)
    alone = found["d"] > 12 and all(_of_days(token) for token in line.tokens)
    if not said and not alone:
        return None
    return Ref("day", number=found["m"], day=found["d"]) if found["m"] <= 12 else None


def _of_days(token: Token) -> bool:
    return token.kind in {"number", "break"} or token.text in {"/", ",", ";", "and", "&"}


def _near(year: int, context: Context) -> bool:
    plan = context.plan
    return plan is not None and plan[0].year - 1 <= year <= plan[1].year + 1


def _two_figures(build: Builder) -> Builder:
    """ "30 June 14", "Autumn 14": the figures are a year where the plan is near it."""

    def built(found: Match, line: Line, context: Context) -> Ref | None:
        ref = build(found, line, context)
        return replace(ref, year=found["yy"]) if ref and _near(found["yy"], context) else None

    return built


def _month_of_year(found: Match, line: Line, context: Context) -> Ref | None:
    """03/2015: the month and the year, glued to one another."""
    after = found.end - 1
    glued = line.glued(after) and line.glued(after - 1)
    number, year = int(found["n"].value), found["y"][0]
    if not glued or not 1 <= number <= 12 or len(found["n"].text) > 2:
        return None
    return Ref("month", number=number, year=year)


def _month_and_number(found: Match, line: Line, context: Context) -> Ref | None:
    """Sept 14: a year where the plan's years allow it, otherwise a day."""
    number, token = found["n"], line[found.end - 1]
    if token.kind != "number" or line.word(found.end) in {"%", "per"}:
        return None
    year = 2000 + number
    if len(token.text) == 2 and _near(year, context):
        doubt = f"Read as {year}; it could also be day {number} of the month."
        return Ref("month", number=found["m"], year=year, doubt=doubt)
    return Ref("day", number=found["m"], day=number)


def _month(found: Match, line: Line, context: Context) -> Ref | None:
    return _dated(Ref("month", number=found["m"]), found)


def _season(found: Match, line: Line, context: Context) -> Ref | None:
    return _dated(Ref("season", name=found["s"]), found)


def _season_pair(found: Match, line: Line, context: Context) -> Ref | None:
    """Autumn/winter is one stretch; "spring and autumn" are two times of the year."""
    follows = SEASONS_IN_TURN[found["s"]] == found["o"]
    dash = any(line.word(at) == "-" for at in range(found.start, found.end))
    if not follows and not dash:
        return None
    return _dated(Ref("seasons", name=found["s"], other=found["o"]), found)


def _term(found: Match, line: Line, context: Context) -> Ref | None:
    return None if found["s"] == "winter" else _dated(Ref("term", name=found["s"]), found)


def _quarter(found: Match, line: Line, context: Context) -> Ref | None:
    number = int(found["q"].value) if found["q"] else found["n"]
    return _dated(Ref("quarter", number=number), found) if 1 <= number <= 4 else None


def _last_quarter(found: Match, line: Line, context: Context) -> Ref | None:
    """The last of a year that is written 2014/15, or of 2014: then it ends in December."""
    year, last = found["y"]
    if last is not None:
        return Ref("quarter", number=4, year=year, last=last)
    number, rest = divmod(10 - context.year_start_month, 3)
    doubt = "Read as October to December; the year's own quarters may be meant."
    return None if rest else Ref("quarter", number=number + 1, year=year, doubt=doubt)


def _half(found: Match, line: Line, context: Context) -> Ref | None:
    if line.word(found.end - 1) == "of":
        return None  # "the first half of June"
    number = int(found["h"].value) if found["h"] else found["n"]
    return _dated(Ref("half", number=number), found) if 1 <= number <= 2 else None


def _financial(found: Match, line: Line, context: Context) -> Ref | None:
    year, last = found["y"]
    return Ref("financial_year", year=year, last=last or year + 1)


def _year_pair(found: Match, line: Line, context: Context) -> Ref | None:
    first, last = int(found["t"].value), found["t"].second
    return Ref("financial_year" if last == first + 1 else "years", year=first, last=last)


def _short_pair(found: Match, line: Line, context: Context) -> Ref | None:
    """11/12 is a financial year; 12-13 is one only where a word before it says so."""
    token, before = found["t"], line.word(found.start - 1)
    first, last = int(token.value), token.second
    said = (
        before in {"in", "during", "for", "of", "by", "fy", "year", "throughout"} or len(line) == 1
    )
    if last != first + 1 or not 5 <= first <= 60 or ("-" in token.text and not said):
        return None
    if line.word(found.end) in {"of", "year", "years", "yr"}:
        return None
    doubt = "" if said else f"Read as the financial year 20{first:02}/{last:02}."
    return Ref("financial_year", year=2000 + first, last=2000 + last, doubt=doubt)


def _calendar_year(found: Match, line: Line, context: Context) -> Ref | None:
    token, before = found["t"], line.word(found.start - 1)
    if len(token.text) != 4 or not 1990 <= token.value <= 2100:
        return None
    year, plan = int(token.value), context.plan
    opens = found.start == 0 and line[found.end].kind in {"end", "sign", "break"}
    if found.start == 0 and plan and plan[0].year <= year <= plan[1].year:
        return Ref("year", year=year, doubt="" if opens else f"Read as the year {year}.")
    if opens or before in BEFORE_YEAR:
        return Ref("year", year=year)
    return None


def _event(found: Match, line: Line, context: Context) -> Ref | None:
    name = {"xmas": "christmas"}.get(found["e"], found["e"])
    return _dated(Ref("event", name=name), found)


def _plan(name: str, edge: str = "") -> Builder:
    def build(found: Match, line: Line, context: Context) -> Ref | None:
        return Ref("plan", name=name, edge=edge)

    return build


def _numbered_year(found: Match, line: Line, context: Context) -> Ref | None:
    short = line.word(found.start) == "y" and not line.glued(found.start + 1)
    if found["n"] > 5 or line.word(found.end) in SCHOOL or short:
        return None
    return Ref("plan", name="numbered", number=found["n"])


OF_NOW = "current|coming|present|forthcoming|reporting"
RULES: Phrases[Builder] = Phrases(
    (pattern(source, READERS), build)
    for source, build in (
        ("<t:iso>", _iso),
        ("<w:weekday>? <t:numeric>", _numeric),
        ("<w:weekday>? <d:day> <m:month> <y:glued-year>", _day),
        ("<w:weekday>? the? <d:day> of? <m:month> <yy:two-figures>", _two_figures(_day)),
        ("<w:weekday>? the? <d:day> of? <m:month> ,? <y:year>?", _day),
        ("<w:weekday>? <m:month> the? <d:ordinal> ,? <y:year>?", _day),
        ("<m:month> <d:day> ,? <y:year>", _day),
        ("<d:day> / <m:count>", _short_day),
        ("<n:number> /|- <y:year>", _month_of_year),
        *SCHOOL_TIMES,
        ("<m:month> <y:glued-year>", _month),
        ("the? month? of? <m:month> of|in|,? <y:year>", _month),
        ("<m:month> <n:day>", _month_and_number),
        ("the? month? of? <m:month>", _month),
        ("the? <s:season> /|-|and|& <o:season> <yy:two-figures>", _two_figures(_season_pair)),
        ("the? <s:season> /|-|and|& <o:season> <f:filler>? <y:year>?", _season_pair),
        ("the? <s:season> term <y:year>?", _term),
        ("the? <s:season> of|in? <y:year>", _season),
        ("the? <s:season> <yy:two-figures>", _two_figures(_season)),
        ("<s:season> <f:filler>? <y:year>?", _season),
        ("<y:year> <s:season>", _season),
        ("the <s:season>", _season),
        ("<q:quarter> of? the? year? <y:year>?", _quarter),
        ("the? <n:rank> quarter|qtr of? the? year? <y:year>?", _quarter),
        ("quarter|qtr <n:place> of? <y:year>?", _quarter),
        ("the? last|final quarter|qtr of <y:year>", _last_quarter),
        ("<h:half> of? <y:year>?", _half),
        ("the? <n:rank> half of the? year? <y:year>?", _half),
        ("the? fy|financial year? <y:year>", _financial),
        ("<t:years>", _year_pair),
        ("<t:short>", _short_pair),
        ("the? calendar? year? <t:number>", _calendar_year),
        ("e:halloween|hallowe'en|christmas|xmas|easter <y:year>?", _event),
        ("e:bonfire night <y:year>?", _event),
        ("the? next|following financial? year", _plan("next")),
        ("the? last|previous financial? year", _plan("last")),
        ("the? financial|plan|reporting? year end", _plan("year", "end")),
        (
            f"this|the|{OF_NOW} {OF_NOW}|financial|plan|whole|full? year ahead?",
            _plan("year"),
        ),
        ("all year round?", _plan("year")),
        ("year round", _plan("year")),
        (
            "the? life|lifetime|duration|course|period of the|this? plan|strategy|year",
            _plan("whole"),
        ),
        ("this|the plan|reporting? period", _plan("whole")),
        ("the? plan|strategy period|year|duration", _plan("whole")),
        ("the? <n:rank> year of? the? plan|strategy?", _numbered_year),
        ("year|yr|y <n:place>", _numbered_year),
    )
)
