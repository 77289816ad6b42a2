"""What no font can draw is named in brackets, and reported: never a box. Pure."""

import re
import unicodedata
from collections.abc import Callable, Set
from dataclasses import dataclass, field
from typing import Any

# Said of a run of letters; anything else is named one by one.
SCRIPTS = {
    "CJK": "Chinese or Japanese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "ARABIC": "Arabic",
    "HEBREW": "Hebrew",
    "DEVANAGARI": "Hindi or Nepali",
    "BENGALI": "Bengali",
    "GUJARATI": "Gujarati",
    "GURMUKHI": "Punjabi",
    "TAMIL": "Tamil",
    "THAI": "Thai",
    "ETHIOPIC": "Amharic or Tigrinya",
}
# What joins, directs or varies the character before it, and is nothing by itself.
SILENT = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)
# Dashes and spaces that a font may lack and another can stand for.
ALIKE = str.maketrans(
    {"\u2011": "-", "\u00ad": "", "\u202f": "\u00a0", "\u2007": "\u00a0", "\t": " "}
)
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass
class StandIns:
    """Replaces as it goes, and remembers what it replaced."""

    covered: Set[int]
    named: dict[str, int] = field(default_factory=dict)

    def of(self, text: str) -> str:
        text = UNWRITABLE.sub("", SILENT.sub("", text)).translate(ALIKE)
        lacking = {ord(char) for char in set(text)} - self.covered - {10, 13}
        if not lacking:
            return text
        return _in_runs(text, lacking, self._told)

    def everywhere(self, data: Any, untouched: Set[str] = frozenset()) -> Any:
        """The same data with every text made drawable, but for what is under these names."""
        if isinstance(data, str):
            return self.of(data)
        if isinstance(data, dict):
            return {
                name: one if name in untouched else self.everywhere(one, untouched)
                for name, one in data.items()
            }
        if isinstance(data, list | tuple):
            return [self.everywhere(one, untouched) for one in data]
        return data

    def _told(self, name: str, count: int) -> None:
        self.named[name] = self.named.get(name, 0) + count

    @property
    def notes(self) -> list[str]:
        told = [f"{name}, {_times(count)}" for name, count in sorted(self.named.items())]
        if not told:
            return []
        return [f"No font of this paper can draw: {'; '.join(told)}. Each is named in brackets."]


def _in_runs(text: str, lacking: Set[int], tell: Callable[[str, int], None]) -> str:
    out: list[str] = []
    run, script = 0, ""
    for char in [*text, ""]:
        here = _script(char) if char and ord(char) in lacking else ""
        if run and here != script:
            out.append(_named_run(script, run))
            tell(f"{script} letters", run)
            run = 0
        script = here
        if here:
            run += 1
        elif char and ord(char) in lacking:
            name = unicodedata.name(char, f"character {ord(char):X}").lower()
            out.append(f"[{name}]")
            tell(name, 1)
        else:
            out.append(char)
    return "".join(out)


def _script(char: str) -> str:
    return SCRIPTS.get(unicodedata.name(char, "").split(" ")[0], "")


def _named_run(script: str, run: int) -> str:
    return f"[{run} {script} {'letter' if run == 1 else 'letters'}]"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
