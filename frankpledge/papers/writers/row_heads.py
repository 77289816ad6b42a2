"""The heads of rows in the tags of a PDF: typst tags those of columns, and has no word for these.

A listener then hears the name of the row beside each cell. Only tags change, no page does.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

ENTRY = re.compile(rb"(\d{10}) \d{5} ([nf])")
KIND = re.compile(rb"/S/(\w+)")
KIDS = re.compile(rb"/K\[([^\]]*)\]")
REF = re.compile(rb"(\d+) 0 R")
NAMED = re.compile(rb"/ID\((U(\d+)x\d+y\d+)\)")
HEADERS = re.compile(rb"/Headers\[[^\]]*\]")
SPAN = re.compile(rb"/(Row|Col)Span (\d+)")
NAMES = re.compile(rb"(/IDTree<</Names\[)((?:\([^)]*\)\d+ 0 R)*)\]")
PAIR = re.compile(rb"\(([^)]*)\)(\d+) 0 R")

Parts = dict[int, bytes]


@dataclass(frozen=True)
class _Cell:
    number: int
    column: int
    wide: int
    is_head: bool


def with_row_heads(pdf: bytes, columns: Sequence[int]) -> bytes:
    """`columns`: where the name of a row stands, for each table in its order.

    A layout of a host may draw tables otherwise: where they are not as many, nothing is changed.
    """
    head, parts, tail = _apart(pdf)
    tables = [number for number, part in parts.items() if _kind(part) == b"Table"]
    tables.sort(key=lambda number: _place(parts, number))
    root = next((one for one, part in parts.items() if b"/Type/StructTreeRoot" in part), None)
    if root is None or len(tables) != len(columns) or not NAMES.search(parts[root]):
        return pdf
    named: dict[bytes, int] = {}
    for table, column in zip(tables, columns, strict=True):
        named |= _told(parts, table, column)
    parts[root] = _listed(parts[root], named)
    return _together(head, parts, tail)


def _apart(pdf: bytes) -> tuple[bytes, Parts, bytes]:
    """What stands before its objects, each of them, and what follows their list."""
    begins = int(pdf[pdf.rindex(b"startxref") + 9 :].split()[0])
    ends = pdf.index(b"trailer", begins)
    entries = list(ENTRY.finditer(pdf, begins, ends))
    placed = sorted((int(one[1]), at) for at, one in enumerate(entries) if one[2] == b"n")
    stops = [*(offset for offset, _ in placed[1:]), begins]
    parts = {at: pdf[offset:stop] for (offset, at), stop in zip(placed, stops, strict=True)}
    return pdf[: placed[0][0]], parts, pdf[ends:]


def _together(head: bytes, parts: Parts, tail: bytes) -> bytes:
    offsets, at = {}, len(head)
    for number, part in parts.items():
        offsets[number], at = at, at + len(part)
    count = max(offsets) + 1
    free = b"0000000000 65535 f\r\n"
    entries = [b"%010d 00000 n\r\n" % offsets[n] if n in offsets else free for n in range(count)]
    listed = b"xref\n0 %d\n%s" % (count, b"".join(entries))
    before = tail[: tail.rindex(b"startxref")]
    return b"".join([head, *parts.values(), listed, before, b"startxref\n%d\n%%%%EOF" % at])


def _kind(part: bytes) -> bytes:
    found = KIND.search(part) if b"/Type/StructElem" in part else None
    return found[1] if found else b""


def _kids(part: bytes) -> list[int]:
    found = KIDS.search(part)
    return [int(one) for one in REF.findall(found[1])] if found else []


def _rows(parts: Parts, number: int) -> Iterator[list[int]]:
    for kid in _kids(parts[number]):
        if _kind(parts[kid]) == b"TR":
            yield [one for one in _kids(parts[kid]) if _kind(parts[one]) in (b"TH", b"TD")]
        else:
            yield from _rows(parts, kid)


def _place(parts: Parts, table: int) -> int:
    """Which table of the paper it is: typst counts them in the names of their heads."""
    cells = (cell for row in _rows(parts, table) for cell in row)
    found = (NAMED.search(parts[cell]) for cell in cells)
    return next((int(one[2]) for one in found if one), 0)


def _laid(parts: Parts, table: int) -> Iterator[list[_Cell]]:
    """Its rows, each cell in its column: those that span rows push others to the right."""
    taken: dict[int, int] = {}
    for row in _rows(parts, table):
        at, made, below = 0, [], {c: n - 1 for c, n in taken.items() if n > 1}
        for number in row:
            while at in taken:
                at += 1
            spans = {name: int(n) for name, n in SPAN.findall(parts[number])}
            wide = spans.get(b"Col", 1)
            made.append(_Cell(number, at, wide, _kind(parts[number]) == b"TH"))
            if spans.get(b"Row", 1) > 1:
                below |= {at + one: spans[b"Row"] - 1 for one in range(wide)}
            at += wide
        taken = below
        yield made


def _told(parts: Parts, table: int, column: int) -> dict[bytes, int]:
    """Each cell is told its heads; the new ones are given back by their names."""
    heads: dict[int, bytes] = {}
    over: list[bytes] = []  # the row over these rows
    made, place = dict[bytes, int](), _place(parts, table)
    for row in _laid(parts, table):
        if all(cell.is_head for cell in row):
            over = _of_columns(parts, row, heads) or over
            continue
        own = next((cell.number for cell in row if cell.column == column), 0)
        name = b"U%dr%d" % (place, own) if own else b""
        made |= {name: own} if own else {}
        for cell in row:
            told = [*over, *([heads[cell.column]] if cell.column in heads else [])]
            told += [name] if own not in (0, cell.number) else []
            named = name if cell.number == own else b""
            parts[cell.number] = _with(parts[cell.number], told, named)
    return made


def _of_columns(parts: Parts, row: list[_Cell], heads: dict[int, bytes]) -> list[bytes]:
    """The heads of columns, once; after them a row of one head, which stands over others."""
    names = {cell.column: NAMED.search(parts[cell.number]) for cell in row}
    named = {column: found[1] for column, found in names.items() if found}
    if not heads:
        heads.update(named)
        return []
    for cell in row:
        parts[cell.number] = HEADERS.sub(b"/Headers[]", parts[cell.number])
    return list(named.values())


def _with(part: bytes, told: list[bytes], name: bytes) -> bytes:
    listed = b"/Headers[%s]" % b"".join(b"(%s)" % one for one in told)
    if not name:
        return HEADERS.sub(listed, part, count=1)
    part = part.replace(b"/S/TD", b"/S/TH", 1).replace(b"/A[", b"/ID(%s)/A[" % name, 1)
    return HEADERS.sub(b"/Scope/Row" + listed, part, count=1)


def _listed(root: bytes, named: dict[bytes, int]) -> bytes:
    """The list of all names, in their order."""

    def told(found: re.Match[bytes]) -> bytes:
        pairs = {name: int(number) for name, number in PAIR.findall(found[2])} | named
        listed = b"".join(b"(%s)%d 0 R" % (name, pairs[name]) for name in sorted(pairs))
        return found[1] + listed + b"]"

    return NAMES.sub(told, root, count=1)
