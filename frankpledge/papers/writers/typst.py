"""PDF by typst: tagged, titled, with bookmarks and words for each picture (PDF/UA-1)."""

import json
from dataclasses import replace

from frankpledge.papers.blocks import Paper
from frankpledge.papers.fitting import fitted
from frankpledge.papers.fonts import covered, fonts
from frankpledge.papers.stand_ins import StandIns
from frankpledge.papers.wrapping import Letters
from frankpledge.papers.writers.data import as_data
from frankpledge.papers.writers.made import NotWritten, Ways, Written
from frankpledge.papers.writers.row_heads import with_row_heads

MAIN = b'#import "paper.typ": whole\n#whole(json("paper.json"))\n'
# Drawings hold no words but those of pictures, which are looked through apart.
DRAWINGS = frozenset({"mark"})
LETTERS = Letters(wider=1, beside=6.5, spans=True)
NO_LOGO = "The logo could not be drawn, so the paper has none."


def write(paper: Paper, ways: Ways) -> Written:
    import typst

    stand_ins = StandIns(covered(ways.fonts))
    data = stand_ins.everywhere(as_data(fitted(paper, LETTERS)), DRAWINGS)
    files = {
        **ways.layout.for_print,
        "main": MAIN,
        "paper.json": json.dumps(data, ensure_ascii=False).encode("utf-8", "replace"),
    }
    try:
        made = typst.compile(
            files,
            font_paths=fonts(ways.fonts),
            pdf_standards="ua-1",
            timestamp=int(paper.at.timestamp()),
        )
    except typst.TypstError as error:
        if paper.logo:
            without = write(replace(paper, logo=None), ways)
            return Written(without.data, (*without.notes, NO_LOGO))
        raise NotWritten(f"The PDF could not be made: {_first_line(error)}.") from error
    named = [table.row_head for table in paper.tables]
    return Written(with_row_heads(made, named), tuple(stand_ins.notes))


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or ["no reason given"])[0].rstrip(".")
