"""What in a paper rests on figures, and what each series tells of where it comes from. Pure."""

from collections.abc import Callable, Iterator

from frankpledge.papers.promises import natural, promises_of
from frankpledge.papers.source import Doc, Source

TARGET = "Targets: "
Rests = tuple[str, list[str]]


def changes(source: Source) -> Iterator[Rests]:
    yield "What changed beside the year before", (source.evidence or {}).get("told") or []


def charts(source: Source) -> Iterator[Rests]:
    for one in (source.evidence or {}).get("charts") or []:
        yield "Charts of each month", one.get("told") or []


def targets(source: Source) -> Iterator[Rests]:
    for promise in sorted(promises_of(source), key=lambda one: natural(one.ref)):
        for outcome in promise.outcomes:
            judged = outcome.judged or {}
            if judged.get("signal"):
                yield f"{TARGET}{promise.ref or promise.short}", judged.get("told") or []


def done(source: Source) -> Iterator[Rests]:
    yield from _done("done", "What was done in the year", source)


def done_half(source: Source) -> Iterator[Rests]:
    yield from _done("done_half", "What was done in the half-year", source)


def _done(over: str, rests: str, source: Source) -> Iterator[Rests]:
    found = (source.annex or {}).get(over) or {}
    if found.get("rows"):
        yield rests, [f"Source: the delivery log, {found['period']}."]


def tables(source: Source) -> Iterator[Rests]:
    yield "Tables by type, month and season", (source.annex or {}).get("told") or []


def wards(source: Source) -> Iterator[Rests]:
    found = (source.annex or {}).get("wards") or {}
    if found.get("rows"):
        lines = list((source.annex or {}).get("told") or [])
        months = [f"Months: {found['year']}."] if not lines else []
        yield f"Figures by {found['kind']}", lines + months


def hours(source: Source) -> Iterator[Rests]:
    yield "Hour by weekday", _part(source, "hours").get("told") or []


def harm(source: Source) -> Iterator[Rests]:
    method = list(_part(source, "harm").get("method") or [])
    told = list((source.annex or {}).get("told") or [])
    if method:
        yield "Harm beside volume", [*told[:1], f"Method: {'; '.join(method)}"]


def perception(source: Source) -> Iterator[Rests]:
    for one in (source.annex or {}).get("perception") or []:
        if one["waves"]:
            waves = ", ".join(each["when"] for each in one["waves"])
            asked = f"Method: asked of {one['asked_of']}." if one["asked_of"] else ""
            named = one["source"] or "the partnership’s own survey"
            interval = "Method: Wilson's interval for each wave."
            yield one["name"], [f"Source: {named}.", f"Waves: {waves}.", asked, interval]


def _part(source: Source, name: str) -> Doc:
    return (source.annex or {}).get(name) or {}


TOLD: dict[str, Callable[[Source], Iterator[Rests]]] = {
    "changes": changes,
    "charts": charts,
    "targets": targets,
    "done": done,
    "done_half": done_half,
    "tables": tables,
    "wards": wards,
    "hours": hours,
    "harm": harm,
    "perception": perception,
}
