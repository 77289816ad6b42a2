"""The evidence annex: the tables of a yearly assessment, with the analyst's own words beside."""

from frankpledge.papers.blocks import Block, Cell, Facts, Heading, Items, PageBreak, Para, Rule
from frankpledge.papers.contents import (
    annex_people,
    annex_places,
    annex_plan,
    annex_tables,
    parts,
    sources,
)
from frankpledge.papers.contents.kinds import Kind, Section, Write
from frankpledge.papers.promises import day_in_words, promises_of
from frankpledge.papers.source import Doc, Source

# Each table: its key, its title, what writes it, and what it needs that may not be there.
TABLES: tuple[tuple[str, str, Write, str], ...] = (
    (
        "volume",
        "Volume, rate, change and rank",
        annex_tables.volume,
        "no whole year beside another is loaded",
    ),
    ("months", "Month by type", annex_tables.months, "no months are loaded"),
    ("seasons", "Seasonal index", annex_tables.seasons, "a season needs three years of months"),
    ("wards", "Ward by type", annex_places.wards, "no whole year by ward is loaded"),
    ("hours", "Hour by weekday", annex_places.hours, "no stop and search is loaded"),
    ("harm", "Harm beside volume", annex_places.harm, "no weights of harm are loaded"),
    ("perception", "What people say", annex_people.perception, "no survey wave was entered"),
    ("fear", "Fear beside crime", annex_people.fear, "no two questions were put side by side"),
    ("delivery", "The plan by status", annex_plan.delivery, "the plan has no promises"),
)

# What an assessment may want and no file that is published to all can tell.
NEVER = (
    "Repeat victims and places: published files tell neither the person nor the address.",
    "Ages and sexes of victims and offenders: published files do not tell them.",
    "The most similar areas: their list is not published with the counts. The county stands in.",
    "What crime costs, and a matrix of risks: they rest on prices and judgements, not on counts.",
    "What lies ahead in law, money and people: for the analyst’s own words.",
)
RESTING = ("tables", "wards", "hours", "harm", "perception", "targets", "done")
BEGIN_PAGES = ("wards",)  # long ones, which are read beside each other


def front(source: Source) -> list[Block]:
    annex, given = source.annex or {}, source.given
    facts = [
        ("Area", annex.get("area") or source.whose.place),
        ("Year", annex.get("year", "")),
        ("Author", given.author),
        ("Whom to ask", given.contact),
    ]
    made: list[Block] = [Facts(tuple((n, str(t)) for n, t in facts if t), across=True), Rule()]
    made += [Para(text) for text in given.introduction.split("\n") if text.strip()]
    sentence = str((source.evidence or {}).get("sentence") or "")
    return [*made, *([Para(sentence, lede=True)] if sentence else [])]


def _part(key: str, title: str, write: Write) -> Write:
    """Nothing where the table has nothing: the last part says why. Words are never lost."""

    def written(source: Source) -> list[Block]:
        table, words = write(source), _words(key, source)
        if not table and not words:
            return []
        none = [] if table else parts.not_here("This table has no figures in this freeze.")
        begins = [PageBreak()] if key in BEGIN_PAGES else []
        return [*begins, Heading(title), *words, *table, *none]

    return written


def _words(key: str, source: Source) -> list[Block]:
    said = source.given.annex_words.get(key)
    if not said or not said["words"]:
        return []
    made: list[Block] = [Para(text, said=True) for text in said["words"].split("\n") if text]
    return [*made, Para(f"{said['by']}, {day_in_words(said['on'])}", meta=True)]


def gaps(source: Source) -> list[Block]:
    """What is missing, so that nobody takes silence for nought."""
    annex = source.annex or {}
    cells = [Cell(f"Missing: {one}.") for one in annex.get("missing") or []]
    cells += [
        Cell(f"{title}: not here, since {why}.")
        for _, title, write, why in TABLES
        if not write(source)
    ]
    cells += [Cell(words) for words in _of_the_plan(source)]
    if annex.get("why_none"):
        cells.insert(0, Cell(annex["why_none"]))
    if not source.annex:
        cells.insert(0, Cell("This freeze was made before annexes were: it has few figures."))
    made: list[Block] = [Items(tuple(cells))] if cells else [Para("No gap is known.")]
    never = Items(tuple(Cell(words) for words in NEVER))
    return [Heading("Data quality and gaps"), *made, Heading("Not in these files", 3), never]


def _of_the_plan(source: Source) -> list[str]:
    promises = promises_of(source)
    outcomes = [each for one in promises for each in one.outcomes]
    silent = [one for one in promises if one.missed]
    counted = sum(_is_counted(each.judged or {}) for each in outcomes)
    told = []
    if outcomes:
        told.append(f"Of {len(outcomes)} outcomes, {counted} have figures tied to them.")
    if silent:
        refs = ", ".join(one.ref or one.short for one in silent)
        told.append(f"Nothing was reported in this round of {refs}.")
    return told


def _is_counted(judged: Doc) -> bool:
    return (judged.get("signal") or {}).get("key", "not-counted") != "not-counted"


def sources_of_all(source: Source) -> list[Block]:
    """Of the tables and of the evidence, each source once."""
    return [
        Heading("Sources and methods"),
        *sources.where_from(source, "changes", *RESTING),
        *sources.left_out(source),
    ]


PAPER = Kind(
    key="annex",
    name="Evidence annex",
    says="The tables of a yearly assessment, with the analyst’s own words beside each.",
    audience="board",
    over="Evidence annex",
    title=lambda source: f"The figures: {(source.annex or {}).get('year') or source.period}",
    landscape=True,
    sections=(
        Section("front", "Front", front),
        *(Section(key, title, _part(key, title, write)) for key, title, write, _ in TABLES),
        Section("gaps", "Data quality and gaps", gaps),
        Section("sources", "Sources and methods", sources_of_all),
    ),
)
WORDED = {key: title for key, title, *_ in TABLES}
