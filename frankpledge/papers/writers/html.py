"""A web page in one file, which asks nothing of anybody; and its inside, for our own pages."""

import base64
from functools import lru_cache
from typing import Any

from django.template import Context, Engine, TemplateDoesNotExist, TemplateSyntaxError
from django.utils.safestring import SafeString, mark_safe

from frankpledge.papers.blocks import REFERENCE, Block, Paper, Picture
from frankpledge.papers.layouts import Layout
from frankpledge.papers.writers.data import Data, as_data
from frankpledge.papers.writers.made import NotWritten, Ways, Written
from frankpledge.pictures.style import STYLE

MIME = {"png": "image/png", "jpg": "image/jpeg", "webp": "image/webp"}
FEW = 7  # columns
ZIGZAG = "M0 1" + "l4 6l4 -6" * 200


def write(paper: Paper, ways: Ways) -> Written:
    made = _rendered(paper, ways.layout, "paper.html", logo=_logo(paper), top=1)
    return Written(made.encode("utf-8", "replace"))


def inside(paper: Paper, layout: Layout, *, logo: str = "") -> SafeString:
    """The paper without its page, its headings one step lower: for a preview."""
    return mark_safe(_rendered(paper, layout, "body.html", logo=logo, top=2))  # noqa: S308 - escaped


def styles_of(layout: Layout) -> str:
    return layout.read("paper.css").decode() + STYLE


@lru_cache(maxsize=8)
def _engine(layout: Layout, version: str) -> Engine:
    return Engine(dirs=[str(folder) for folder in layout.folders])


def _rendered(paper: Paper, layout: Layout, part: str, *, logo: str, top: int) -> str:
    data = as_data(paper)
    context = {
        "paper": paper,
        "logo": logo,
        "top": top,
        "styles": styles_of(layout) + f":root{{--fp-woad:{paper.colour}}}\n",
        "zigzag": ZIGZAG,
        "blocks": [
            _block(block, each, top)
            for block, each in zip(paper.blocks, data["blocks"], strict=True)
        ],
    }
    try:
        template = _engine(layout, layout.version).get_template(part)
        return str(template.render(Context(context)))
    except (TemplateSyntaxError, TemplateDoesNotExist) as error:
        told = f"The layout {layout.name} could not be read: {error}"
        raise NotWritten(f"{told.rstrip('.')}.") from error


def _logo(paper: Paper) -> str:
    if paper.logo is None:
        return ""
    told = base64.b64encode(paper.logo.data).decode()
    return f"data:{MIME[paper.logo.kind]};base64,{told}"


def _block(block: Block, data: Data, top: int) -> Data:
    made = {**data, "template": f"{data['kind']}.html"}
    if data["kind"] == "heading":
        made["depth"] = data["level"] + top - 1
    if data["kind"] == "columns":
        made["depth"] = top + 2
    if data["kind"] == "table":
        made |= {"bodies": _bodies(data), "in_blocks": _in_blocks(data)}
    if isinstance(block, Picture):
        wide, narrow = block.wide.svg("p-wide"), block.narrow.svg("p-narrow")
        made["drawings"] = wide + narrow
        made["table"] = _table_of(block)
    return made


def _table_of(picture: Picture) -> Data:
    from frankpledge.papers.writers.data import table_data

    table = table_data(picture.table)
    return {**table, "bodies": _bodies(table)}


def _bodies(table: Data) -> list[Data]:
    """Rows under what stands over them: each stretch is a body of its own."""
    bodies: list[dict[str, Any]] = []
    for row in table["rows"]:
        if row["kind"] == "group":
            bodies.append({"over": row["text"], "rows": []})
            continue
        if not bodies:
            bodies.append({"over": "", "rows": []})
        bodies[-1]["rows"].append(
            [_placed(table, at, cell) for at, cell in enumerate(row["cells"])]
        )
    return bodies


def _placed(table: Data, at: int, cell: Data) -> Data:
    head = table["heads"][at]
    return {
        **cell,
        "head": head["text"],
        "right": head["side"] == "right",
        "names": at == table["row_head"],
        "before": at == 0 and cell["size"] <= REFERENCE,
        "empty": not (cell["lines"] or cell["meta"]),
    }


def _in_blocks(table: Data) -> bool:
    """On a phone its rows become labelled blocks; one of figures alone is moved sideways."""
    heads = table["heads"]
    words = any(head["side"] == "left" for head in heads[table["row_head"] + 1 :])
    over = any(row["kind"] == "group" for row in table["rows"])
    return len(heads) > 2 and (words or (over and len(heads) < FEW))
