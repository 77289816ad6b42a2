"""Paper in, bytes out: one module a format. The same paper gives the same bytes."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from frankpledge.papers.blocks import Paper
from frankpledge.papers.writers.made import Ways, Written

Write = Callable[[Paper, Ways], Written]


@dataclass(frozen=True)
class Format:
    key: str
    name: str
    mime: str
    only_tables: bool = False

    def write(self, paper: Paper, ways: Ways | None = None) -> Written:
        """Writers load late: a page that only lists papers needs none of them."""
        module = import_module(f"{__name__}.{WRITERS[self.key]}")
        written: Written = module.write(paper, ways or Ways())
        return written


WRITERS = {
    "html": "html",
    "pdf": "typst",
    "docx": "word",
    "xlsx": "sheet",
    "csv": "csv",
    "txt": "plain",
}
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = {
    one.key: one
    for one in (
        Format("html", "Web page", "text/html; charset=utf-8"),
        Format("pdf", "PDF", "application/pdf"),
        Format("docx", "Word", WORD),
        Format("xlsx", "Excel", SHEET, only_tables=True),
        Format("csv", "CSV", "text/csv; charset=utf-8", only_tables=True),
        Format("txt", "Plain text", "text/plain; charset=utf-8"),
    )
}


def formats_for(paper: Paper) -> list[Format]:
    """All of them, but for spreadsheets of what has no table."""
    return [one for one in FORMATS.values() if paper.tables or not one.only_tables]
