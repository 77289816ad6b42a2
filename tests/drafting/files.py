"""Documents that the drafting tests read: the reading tests' own, and a small one."""

import random
from functools import cache
from typing import Any

from frankpledge.drafting.ids import named
from frankpledge.reading import read
from tests.reading import documents

File = dict[str, Any]
ROWS = [
    "Ref\tAction\tLead\tTimescale\tMeasure\tUpdate\tHelp",
    "1.1\tVisit every shop hit three times\tPolice\tMarch 2027\tNine in ten in time\tBegun\tNone",
    "1.2\tGive out purse bells\tMarsh Council\tAutumn 2026\tAt least 200 given\tNone yet\tMoney",
    "\tand at both markets\t\t\t\t\t",
    "1.3\tTrain the wardens\tODG\tOngoing\tWardens feel safer\tIn hand\tA hall",
]
TABLE = "\n".join(["Safer Marsh action plan 2026/27", "", "Priority 1: Fair trade", *ROWS, ""])
NAMES = ["table", *sorted(documents.ALL)]


@cache
def read_of(name: str) -> File:
    if name == "table":
        return named(read(TABLE.encode(), "table.txt"))
    written = documents.ALL[name]()
    return named(read(written.data, written.name))


class Chooser:
    """Mends at random that could be asked of a file as it is."""

    def __init__(self, file: File, seed: int) -> None:
        self.file, self.by = file, random.Random(seed)

    def any(self) -> tuple[str, dict[str, Any]]:
        makers = (self._rows, self._tree, self._texts, self._pieces, self._marks, self._outcomes)
        return self.by.choice(makers)()

    def _of(self, listed: str) -> str:
        found = [each["id"] for each in self.file[listed]]
        return self.by.choice(found) if found else "gone"

    def _outcome(self) -> str:
        found = [each["id"] for action in self.file["actions"] for each in action["outcomes"]]
        return self.by.choice(found) if found else "gone"

    def _words(self) -> str:
        return " ".join(self.by.choices(["bells", "and", "lamps", "by", "March", "1.2"], k=4))

    def _rows(self) -> tuple[str, dict[str, Any]]:
        one, other = self._of("actions"), self._of("actions")
        return self.by.choice(
            [
                ("continues", {"action": one}),
                ("continues", {"action": one, "of": other}),
                ("is-outcome", {"action": one}),
                ("apart", {"action": one, "priority": self._of("priorities")}),
                ("same", {"action": one, "with": other}),
                ("part", {"action": one, "first": self._words(), "second": self._words()}),
                ("part", {"action": one, "first": "a", "second": "b", "outcomes": [f"{one}.o1"]}),
            ]
        )

    def _tree(self) -> tuple[str, dict[str, Any]]:
        one, other = self._of("priorities"), self._of("priorities")
        return self.by.choice(
            [
                ("is-priority", {"action": self._of("actions")}),
                ("is-action", {"priority": one}),
                ("is-action", {"priority": one, "under": other}),
                ("under", {"action": self._of("actions"), "priorities": [one, other]}),
                ("nest", {"priority": one, "parent": self.by.choice([other, ""])}),
                ("add-priority", {"title": self._words(), "parent": one}),
            ]
        )

    def _texts(self) -> tuple[str, dict[str, Any]]:
        action = ("ref", "aim", "action", "lead", "support", "timescale", "resources", "update")
        fields = {
            self._of("actions"): action,
            self._of("priorities"): ("ref", "title", "lead", "indicators"),
            self._outcome(): ("number", "text"),
            self._of("passages"): ("heading", "text"),
            "plan": ("title", "partnership"),
        }
        of = self.by.choice(list(fields))
        text = self.by.choice([self._words(), "7", ""])
        if self.by.random() < 0.3:
            return "texts", {"of": of, "texts": dict.fromkeys(fields[of][:2], text)}
        return "words", {"of": of, "field": self.by.choice(fields[of]), "text": text}

    def _pieces(self) -> tuple[str, dict[str, Any]]:
        piece = self.by.choice([self._of("pieces"), self._of("passages")])
        fields = ("ref", "lead", "timescale", "resources", "update", "action")
        of = self._of("actions")
        return self.by.choice(
            [
                ("place", {"piece": piece, "of": of, "field": self.by.choice(fields)}),
                ("place", {"piece": piece, "of": self._outcome(), "field": "text"}),
                ("place", {"piece": piece, "of": self._of("priorities"), "field": "indicators"}),
                ("make", {"piece": piece, "what": "action", "under": self._of("priorities")}),
                ("make", {"piece": piece, "what": "priority"}),
                ("make", {"piece": piece, "what": "outcome", "under": of}),
                ("aside", {"of": self.by.choice([of, self._outcome(), self._of("priorities")])}),
            ]
        )

    def _marks(self) -> tuple[str, dict[str, Any]]:
        of = self.by.choice([self._of("actions"), self._outcome()])
        state = self.by.choice(["", "complete", "blocked"])
        return self.by.choice(
            [
                ("struck", {"of": of, "struck": self.by.random() < 0.5}),
                ("status", {"of": of, "state": state, "colour": self.by.choice(["", "red"])}),
                ("lead", {"action": self._of("actions"), "who": "organisation:Police"}),
            ]
        )

    def _outcomes(self) -> tuple[str, dict[str, Any]]:
        return self.by.choice(
            [
                ("move-outcome", {"outcome": self._outcome(), "to": self._of("actions")}),
                ("add-outcome", {"action": self._of("actions"), "text": self._words()}),
                ("add-action", {"text": self._words(), "priority": self._of("priorities")}),
            ]
        )
