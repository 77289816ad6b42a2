"""Tables of the annex of what people say and fear. Pure."""

from frankpledge.papers.blocks import Block, Cell, Group, Head, Row, Table
from frankpledge.papers.source import Doc, Source


def perception(source: Source) -> list[Block]:
    """Each wave with how many answered and what chance leaves open."""
    found = [one for one in (source.annex or {}).get("perception") or [] if one["waves"]]
    rows: list[Row | Group] = []
    for one in found:
        rows.append(Group(_question(one)))
        rows += [Row(_wave(each)) for each in one["waves"]]
    if not rows:
        return []
    heads = (
        Head("Wave", 2),
        Head("Answered", 1, "right"),
        Head("Share", 1, "right"),
        Head("95% interval", 1.6, "right"),
        Head("Beside the wave before", 3, "right"),
    )
    return [Table("What people say", heads, tuple(rows))]


def _question(one: Doc) -> str:
    asked = f" Asked of {one['asked_of']}." if one["asked_of"] else ""
    return f"{one['name']}: who say {one['counted']}. “{one['wording']}”{asked}"


def _wave(one: Doc) -> tuple[Cell, ...]:
    interval = f"{one['low']:.1f}% to {one['high']:.1f}%"
    share = f"{one['per_cent']:.1f}%"
    return Cell(one["when"]), Cell(f"{one['base']:,}"), Cell(share), Cell(interval), _beside(one)


def _beside(one: Doc) -> Cell:
    if one["break_why"]:
        return Cell(f"Not comparable: {one['break_why']}")
    words = {True: "More than chance explains", False: "No clear change", None: ""}
    return Cell(words[one["changed"]])


def fear(source: Source) -> list[Block]:
    """Two different questions, or a question and a count: beside each other, and no more."""
    found = (source.annex or {}).get("fear") or []
    if not found:
        return []
    heads = (Head("What people fear", 3), Head("What happens", 3), Head("What cannot be said", 4))
    rows = tuple(
        Row(
            (
                Cell(one["fear"], meta=one["fear_base"]),
                Cell(one["happens"], meta=one["happens_base"]),
                Cell("\n".join(one["cannot"])),
            )
        )
        for one in found
    )
    return [Table("Fear beside crime", heads, rows)]
