"""A plan of sixty actions over forty pages, in each format that people keep plans in."""

import io
import random

import docx
import typst
import xlsxwriter

HEAD = ["Ref", "Action", "Lead", "By when", "Success measures", "Progress", "RAG"]
SOME = [
    "patrol",
    "visits",
    "residents",
    "support",
    "street",
    "retail",
    "young",
    "schools",
    "leaflet",
    "partners",
    "meeting",
    "data",
    "sharing",
    "neighbourhood",
    "lighting",
    "camera",
    "market",
    "station",
    "river",
    "outreach",
]
PRIORITIES, EACH = 4, 15


def plan(seed: int = 1) -> list[tuple[str, list[list[str]]]]:
    chance = random.Random(seed)

    def words(count: int) -> str:
        return " ".join(chance.choice(SOME) for _ in range(count)).capitalize()

    return [
        (
            f"Priority {number}: {words(3)}",
            [
                [
                    f"{number}.{row}",
                    words(25),
                    "Council",
                    "March 2027",
                    f"1. At least two {words(6).lower()}. 2. {words(12)}.",
                    f"{words(140)}.",
                    "Complete",
                ]
                for row in range(1, EACH + 1)
            ],
        )
        for number in range(1, PRIORITIES + 1)
    ]


def large_plans() -> dict[str, bytes]:
    made = plan()
    return {
        "large.docx": _word(made),
        "large.xlsx": _book(made),
        "large.pdf": _pdf(made),
        "large.txt": _text(made),
    }


def _word(made: list[tuple[str, list[list[str]]]]) -> bytes:
    document = docx.Document()
    for heading, rows in made:
        document.add_heading(heading, 1)
        table = document.add_table(0, len(HEAD))
        for texts in [HEAD, *rows]:
            for cell, text in zip(table.add_row().cells, texts, strict=True):
                cell.text = text
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _book(made: list[tuple[str, list[list[str]]]]) -> bytes:
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True})
    for heading, rows in made:
        sheet = book.add_worksheet(heading.replace(":", "")[:30])
        for number, texts in enumerate([HEAD, *rows]):
            sheet.write_row(number, 0, texts)
    book.close()
    return held.getvalue()


def _pdf(made: list[tuple[str, list[list[str]]]]) -> bytes:
    lines = [
        '#set page(width: 297mm, height: 130mm, margin: 15mm, numbering: "1")',
        "#set text(size: 9pt)",
    ]
    for heading, rows in made:
        lines.append(f"= {heading}")
        lines.append("#table(columns: (1fr, 4fr, 2fr, 2fr, 4fr, 5fr, 2fr), table.header(")
        lines.append(",".join(f"[{head}]" for head in HEAD) + "),")
        lines += [",".join(f'"{text}"' for text in texts) + "," for texts in rows]
        lines.append(")")
    return typst.compile("\n".join(lines).encode())


def _text(made: list[tuple[str, list[list[str]]]]) -> bytes:
    lines: list[str] = []
    for heading, rows in made:
        lines += ["", f"# {heading}", "", "\t".join(HEAD), *("\t".join(texts) for texts in rows)]
    return "\n".join(lines).encode()
