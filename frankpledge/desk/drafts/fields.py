"""The parts of a thing that can be changed, as the forms call them."""

from frankpledge.drafting import queries

# Where the name alone would not tell what belongs there.
SAID = {
    "ref": "Number or letter",
    "action": "What will be done",
    "aim": "What it is for",
    "lead": "Who leads",
    "support": "Who helps",
    "timescale": "By when",
    "resources": "Resources",
    "update": "What was last said of it",
    "number": "Number",
    "text": "The outcome",
    "title": "The priority",
    "indicators": "What is measured",
}


# A number and the words themselves come before what hangs on them.
FIRST = {"ref", "number", "action", "title", "text"}


def labels_of(kind: str) -> dict[str, str]:
    names = sorted(queries.FIELDS[kind], key=lambda name: name not in FIRST)
    return {name: SAID.get(name, name.capitalize()) for name in names}
