"""The columns of a form: what is told, what is asked of each outcome, and of the promise."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    name: str  # of a question, its name in the form behind the link
    heading: str
    kind: str = "words"  # 'told', 'how', 'number', 'date', 'line', 'words'
    width: int = 30
    of_outcome: bool = False
    other: tuple[str, ...] = ()  # headings that people give it

    @property
    def is_asked(self) -> bool:
        return self.kind != "told"


MARK = Column("mark", "Leave as it is", "told", 12)
COLUMNS = (
    MARK,
    Column("ref", "No.", "told", 6, other=("ref", "number", "reference")),
    Column("promise", "Promise", "told", 34, other=("action", "what was promised")),
    Column("outcome", "Outcome", "told", 30, other=("outcome promised",)),
    Column("last", "Last time", "told", 14),
    Column("last_words", "Said last time", "told", 36),
    Column("how", "How is it going?", "how", 18, True, ("rating", "status", "rag")),
    Column("if", "If blocked: what would have to happen?", "line", 24, True),
    Column("figure", "How many?", "number", 11, True, ("figure", "number counted")),
    Column("of", "Out of how many?", "number", 11, True),
    Column("none", "No figure this time, because", "line", 22, True, ("nothing because",)),
    Column("happened", "What happened?", width=46, other=("what changed", "update")),
    Column("why", "Why?"),
    Column("next_step", "What comes next?", other=("next", "next steps")),
    Column("help_needed", "What help is needed?", other=("help", "help needed")),
    Column("help_from", "From whom?", "line", 20),
    Column("decision", "A decision asked of the board", other=("decision",)),
    Column("concern", "A concern, for the coordinator alone", other=("concern",)),
    Column("links", "Links: an address, and what it shows", other=("links", "evidence")),
    Column("said_on", "Which day does this speak of?", "date", 14, other=("date", "said on")),
)
ASKED = tuple(one for one in COLUMNS if one.is_asked)
OF_OUTCOME = tuple(one for one in ASKED if one.of_outcome)
OF_PROMISE = tuple(one for one in ASKED if not one.of_outcome)
BY_NAME = {one.name: one for one in COLUMNS}


def column_of(name: str) -> Column:
    """Of a question by its name in the form: 'figure-12', 'happened'."""
    return BY_NAME[name.partition("-")[0]]
