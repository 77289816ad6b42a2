"""The priorities, in the order in which they come: from headings, banners, columns, sheets."""

import re
from dataclasses import dataclass, field
from typing import Any

from frankpledge.reading.blocks import Heading
from frankpledge.reading.understanding.titles import (
    NATIONAL,
    TORN_LABEL,
    label_of,
    named,
    title_of,
)
from frankpledge.reading.words import alike, fold, words

TORN_LEAD = re.compile(r"Le?a?d?\s+(?=[a-z])")
INDICATOR_LABEL = re.compile(r".{0,80}?(?=\bNI \d)", re.S)


@dataclass
class Priorities:
    found: list[dict[str, Any]] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)
    now: dict[str, Any] | None = None
    # Labels that were read before the priority that they belong to.
    torn: list[str] = field(default_factory=list)
    waiting: list[tuple[str, str]] = field(default_factory=list)

    def open(self, text: str, parent: str | None = None, *, child: bool = False) -> str:
        """The priority of this title: the same one where it is printed again."""
        title = title_of(text)
        for each in self.found:
            same = alike(each["title"]) == alike(title.title) and each["parent"] == parent
            if same and (each["ref"] == title.ref or not title.ref):
                self.furniture.append(text)
                self.now = self.now if child else each
                return str(each["id"])
        if title.label:
            self.furniture.append(title.label)
        made: dict[str, Any] = {
            "id": f"p{len(self.found) + 1}",
            "ref": title.ref,
            "title": title.title or fold(text),
            "parent": parent,
            "lead": None,
            "indicators": [],
        }
        if not title.title and title.label:
            self.furniture.remove(title.label)
            made["ref"] = None
        self.found.append(made)
        if not child:
            self.now = made
            self._settle()
        return str(made["id"])

    def headings(self, headings: list[Heading]) -> None:
        """One heading, or a number and under it its words ("PRIORITY 1", "BURGLARY")."""
        if len(headings) == 2:
            outer = title_of(headings[0].text)
            if outer.title:
                parent = self.open(headings[0].text)
                self.open(headings[1].text, parent)
                return
            self.furniture += [outer.label] if outer.label else []
            self.open(f"{outer.ref}. {headings[1].text}" if outer.ref else headings[1].text)
            return
        self.open(headings[0].text)

    def label(self, text: str, *, lead: bool = True) -> bool:
        """Takes "Lead agency: ..." and "Indicators: ..."; False where it is neither."""
        found = label_of(text)
        if found and (lead or found[0] != "lead"):
            kind, label, rest = found
            self.furniture.append(label)
            self.waiting.append((kind, rest))
            return True
        return False

    def _settle(self) -> None:
        waiting, self.waiting = self.waiting, []
        for kind, rest in waiting:
            self._give(kind, rest)

    def settle(self) -> None:
        """The labels read last belong to the priority that is open."""
        if self.now is not None:
            self._settle()

    def _give(self, kind: str, rest: str) -> None:
        if self.now is None:
            self.waiting.append((kind, rest))
        elif kind == "lead" and not self.now["lead"]:
            self.now["lead"] = rest
        else:
            self.now["indicators"].append(rest)

    def indicators(self, text: str) -> None:
        """A row of indicators at the foot of a priority's table."""
        label = INDICATOR_LABEL.match(text)
        if label and label.group():
            self.furniture.append(fold(label.group()))
            text = text[label.end() :]
        pieces = [fold(piece) for piece in NATIONAL.split(text) if words(piece)]
        if self.now is None:
            self.waiting += [("indicators", piece) for piece in pieces]
        else:
            self.now["indicators"] += pieces

    def banner(self, lines: list[str]) -> None:
        """Rows across a table, above its head: a title, and the labels that go with it."""
        text = lines[0]
        torn = TORN_LABEL.search(text)
        if torn and text[: torn.start()].strip() and not named(text):
            lines = [text[: torn.start()], text[torn.start() :], *lines[1:]]
            start = TORN_LEAD.match(lines[0])
            if start:
                self.torn.append(start.group().strip())
                lines[0] = lines[0][start.end() :]
        for line in lines[1:]:
            if not self.label(line):
                self.torn.append(fold(line))
        self.open(lines[0])
