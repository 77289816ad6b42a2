"""How a plan is laid out in the tables that we write: the one place that says it, for both ways."""

import re

NUMBER, PRIORITY, UNDER = "Priority no.", "Priority", "Under priority"
HEADS = {
    "ref": "Ref",
    "aim": "Aim",
    "action": "What will be done",
    "lead": "Led by",
    "support": "Help from",
    "timescale": "By when",
    "resources": "Resources",
    "outcomes": "Outcomes promised",
    "status": "Current status",
    "update": "Latest update",
}
FIELDS = {head: name for name, head in HEADS.items()}
ORDER = [NUMBER, PRIORITY, UNDER, *HEADS.values()]
# A table is ours where it has all of these, in our order, and nothing else.
ALWAYS = {HEADS[name] for name in ("action", "lead", "timescale", "outcomes", "status", "update")}

PLAN, PARTNERSHIP, PERIOD = "Plan", "Partnership", "Period"
BESIDE = "Also in this plan"
UNNAMED = "Without a priority"
NO_HEADING = "Text"
FIGURES = "Figures"
TEXTS = "Other text"
LEAD, INDICATOR = "Lead", "Indicator"
OVERALL = "Overall"
NOTHING = "–"
NO_COLOUR = "no colour"
STRUCK = "[struck through]"
GONE = "Struck"  # the same, as a paper says it to people
AS_AT = "As at"
MONTHS = ["January", "February", "March", "April", "May", "June"]
MONTHS += ["July", "August", "September", "October", "November", "December"]
# A workbook takes a cell that begins so for a formula.
LIVE = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
# Values in quotes, beginning with the first line that we write.
QUOTED = ('"Plan","', '"Partnership","', '"Period","', f'"{NUMBER}","')


def is_ours(heads: list[str]) -> bool:
    known = [head for head in ORDER if head in heads]
    return heads == known and set(heads) >= ALWAYS


def guarded(text: str) -> str:
    """An apostrophe before what a workbook would run; and before one that already has it."""
    return f"'{text}" if LIVE.match(text) else text


def unguarded(text: str) -> str:
    return text[1:] if text.startswith("'") and LIVE.match(text) else text


def label(ref: str | None, title: str) -> str:
    return f"{ref} {title}" if ref else title
