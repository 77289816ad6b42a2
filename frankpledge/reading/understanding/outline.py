"""The document's headings and prose, and which heading stands over a table."""

from dataclasses import dataclass, field
from typing import Any

from frankpledge.reading.blocks import Heading
from frankpledge.reading.understanding.period import BESIDE
from frankpledge.reading.understanding.titles import generic, named


@dataclass
class Section:
    headings: list[Heading] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    # Which of the texts are items of a list.
    items: set[int] = field(default_factory=set)
    # Its heading became a priority or the plan's title, and is not said again.
    used: set[int] = field(default_factory=set)
    closed: bool = False

    def unused(self) -> list[int]:
        return [at for at in range(len(self.headings)) if at not in self.used]

    def passages(self) -> list[dict[str, Any]]:
        said = [self.headings[at].text for at in self.unused()]
        heading = " \N{EN DASH} ".join(said) or None
        if not self.texts:
            return [{"heading": heading, "text": ""}] if heading else []
        return [{"heading": heading, "text": "\n".join(self.texts)}]


@dataclass
class Outline:
    sections: list[Section] = field(default_factory=lambda: [Section()])
    # Names of sheets that say nothing of what stands on them.
    ignored: set[str] = field(default_factory=set)
    # Sections before this one belong to tables that were read already.
    since: int = 0

    @property
    def now(self) -> Section:
        return self.sections[-1]

    def heading(self, heading: Heading) -> None:
        if self.now.texts or self.now.closed:
            self.sections.append(Section())
        self.now.headings.append(heading)

    def text(self, text: str, *, item: bool = False) -> None:
        if self.now.closed:
            self.sections.append(Section())
        if item:
            self.now.items.add(len(self.now.texts))
        self.now.texts.append(text)

    @property
    def under_heading(self) -> bool:
        """Whether what comes now stands directly below a heading."""
        return bool(self.now.headings) and not self.now.texts and not self.now.closed

    def table(self) -> list[Heading]:
        """The headings that stand over the table that comes now, from the outermost in."""
        for at in range(len(self.sections) - 1, self.since - 1, -1):
            chosen = self._chosen(self.sections[at])
            if chosen:
                self.close()
                return chosen
        self.close()
        return []

    def close(self) -> None:
        self.now.closed = True
        self.since = len(self.sections)

    def _chosen(self, section: Section) -> list[Heading]:
        open_ones = section.unused()
        telling = [at for at in open_ones if self._tells(section.headings[at])]
        if not telling:
            return []
        last = telling[-1]
        chosen = [last]
        before = telling[-2] if len(telling) > 1 else None
        over = before is not None and named(section.headings[before].text)
        if before is not None and over and before == last - 1:
            chosen.insert(0, before)
        section.used |= set(chosen)
        return [section.headings[at] for at in chosen]

    def _tells(self, heading: Heading) -> bool:
        if generic(heading.text) or BESIDE.match(heading.text):
            return False
        return not (heading.sheet and heading.text in self.ignored)

    def passages(self) -> list[dict[str, Any]]:
        return [passage for section in self.sections for passage in section.passages()]
